// Typing into a field of the search: when it is answered.

const LONGEST = 150 // milliseconds

/**
 * Call `typed` at each change of `input`, then `answer` as soon as the device can (a slow one waits as long as the
 * last answer took), then `answered`. What an input method composes is answered too, since keyboards of Android
 * compose whole words; none of the calls may touch the field meanwhile.
 *
 * Gives a function that says whether something is being composed: then keys are the input method's.
 */
export function onTyping(input, { typed, answer, answered }) {
  let composing = false
  let waiting = 0
  let cost = 0 // milliseconds that the last answer took

  function change() {
    typed?.()
    clearTimeout(waiting)
    waiting = setTimeout(
      () => {
        const start = performance.now()
        answer()
        cost = performance.now() - start
        answered?.()
      },
      Math.min(cost, LONGEST),
    )
  }

  input.addEventListener('compositionstart', () => (composing = true))
  input.addEventListener('compositionend', () => {
    composing = false
    change()
  })
  input.addEventListener('input', change)
  return () => composing
}
