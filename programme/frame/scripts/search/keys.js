// Arrows on the page of answers: from the box down to the results and back, along the filter.

/** `input`: ↓ goes to the first of `list`; there ↓ and ↑ go on, ↑ from the first to the input again. */
export function walkResults(input, list) {
  const titles = () => [...list.querySelectorAll('.hit-title')]
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && !event.isComposing) go(event, titles()[0])
  })
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const all = titles()
    const at = all.indexOf(event.target)
    if (step && at >= 0) go(event, at + step < 0 ? input : all[at + step])
  })
}

/** Left and right along the buttons of `bar`, which Tab meets once. */
export function walkBar(bar) {
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const all = [...bar.children]
    if (step) go(event, all[(all.indexOf(event.target) + step + all.length) % all.length])
  })
}

function go(event, place) {
  if (!place || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  place.focus()
}
