// The questions of an import, one at a time: a key or a press answers, and the next one stands there.

import { sure } from './dialog.js'
import { blocks, main, now, say, show, tell } from './page.js'
import { part, post } from './server.js'

const next = async (id) => {
  now.later = `${now.later} ${id}`.trim()
  show(await part(now.later))
}

export const isAsking = () => Boolean(main.querySelector('.question'))

const press = async (one) => {
  const { id, said, only } = one.dataset
  if (said === 'later') {
    return next(only ? `${id}:${only}` : id)
  }
  if (said === 'each') {
    main.querySelector('.question').classList.add('each')
    return main.querySelector('.place button')?.focus()
  }
  say('Đang ghi…')
  const answer = await post('answer', { id, said, only: only ? Number(only) : null, later: now.later })
  show(answer)
  return tell(answer)
}

// A note of the reader was looked at: how many are left is said anew, as the page says it.
const ticked = async (box) => {
  const answer = await post('doubt', { line: +box.dataset.line, words: box.dataset.words, is_seen: box.checked })
  if (answer.done) box.closest('.doubts').querySelector('summary').textContent = answer.heading
  else box.checked = !box.checked
}

// One after the other: what is said last is how it is.
let ticking = Promise.resolve()
const tick = (box) => (ticking = ticking.then(() => ticked(box)))

// What the reader of a document guessed is written as it stands on the button.
const take = async (one, more = {}) => {
  const answer = await post('do', { ...JSON.parse(one.dataset.change), ...more, later: now.later })
  if (answer.why === 'ask')
    return (await sure('Chắc chưa?', answer.said.split('\n'), 'Vẫn làm')) && take(one, { ...more, force: true })
  show(answer)
  tell(answer)
  main.querySelector('.doubts')?.setAttribute('open', '')
  main.querySelector(one.matches('.fill') ? '.fill input' : '.take')?.focus()
}

const fill = (event) => {
  if (!event.target.matches('.fill')) return
  event.preventDefault()
  const [box] = event.target
  if (box.value.trim()) take(event.target, { given: { sets: { [event.target.dataset.key]: box.value } } })
}

export const start = () => {
  main.addEventListener('change', (event) => event.target.matches('.doubts input') && tick(event.target))
  main.addEventListener('submit', fill)
  main.addEventListener('click', (event) => {
    const one = event.target.closest('.question [data-said]')
    if (one) press(one)
    const taken = event.target.closest('button.take')
    if (taken) take(taken)
  })
  document.addEventListener('keydown', (event) => {
    if (event.target.matches('.fill input')) return // what is typed there is a name, no answer
    if (!isAsking() || event.ctrlKey || event.metaKey || event.altKey || blocks().includes(event.target)) return
    const own = event.target.closest('.place') ?? main.querySelector('.whole')
    const one = own?.querySelector(`[data-key="${event.key.toLowerCase()}"]`)
    if (!one) return
    event.preventDefault()
    press(one)
  })
}
