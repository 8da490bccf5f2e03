// The blocks of the page: which is chosen, what is asked of the server for it, what it answered.

import { giveUp, sure } from './dialog.js'
import { el } from './elements.js'
import { leading } from './leads.js'
import * as panel from './panel.js'
import { here, part, post } from './server.js'
import { paint } from './words.js'

export const main = document.getElementById('cau')
const status = document.getElementById('status')
const wrong = document.getElementById('wrong')
const tools = Object.fromEntries(['back', 'again', 'save'].map((id) => [id, document.getElementById(id)]))

// What is going on: the block that is chosen by its id, the words chosen in it, the phrase whose mark shall move, the
// box in which a sentence is typed, whether something changed elsewhere meanwhile, which questions are put off.
export const now = { at: null, stretch: null, moving: null, typing: null, isStale: false, later: '' }
let state = JSON.parse(tools.back.dataset.state)

export const blocks = () => [...main.querySelectorAll('.block')]
export const blockOf = (id = now.at) => (id ? document.getElementById(id) : null)
export const spotOf = (block) => JSON.parse(block.dataset.at)
export const valueOf = (block) => JSON.parse(block.dataset.value)
export const wordsOf = (block) => block?.querySelector('.words')
export const textOf = (block) => wordsOf(block).textContent
export const stateNow = () => state
export const say = (words) => (status.textContent = words)
export const isSaid = (words) => status.textContent.startsWith(words)

export const showState = (next) => {
  state = { ...state, ...next }
  tools.back.disabled = !state.last
  tools.back.title = state.last ? `Lùi lại: ${state.last}` : ''
  tools.again.disabled = !state.next
  tools.again.title = state.next ? `Làm lại: ${state.next}` : ''
  wrong.hidden = !state.wrong
  wrong.textContent = `Còn ${state.wrong} chỗ phải sửa`
  tools.save.replaceChildren(
    'Lưu…',
    state.edited ? el('span', { className: 'unsaved', textContent: ' (có chỗ chưa lưu)' }) : '',
  )
}

// The block that was on the page before something was written: what is seen there may have been put there anew.
export const asNow = (block) => {
  if (block.isConnected) return block
  const { seen, kind } = spotOf(block)
  const same = (one) => spotOf(one).seen === seen && spotOf(one).kind === kind
  const there = document.getElementById(block.id)
  return there && same(there) ? there : blocks().find(same)
}

// A change that is on its way to the files: until it is answered, what was filled in is neither written nor lost.
let writing = Promise.resolve()
let writes = 0
export const isWriting = () => writes > 0
export const written = () => writing

// One stop for the Tab key: arrows lead from block to block.
export const rove = (block, focus = true) => {
  for (const one of blocks()) one.tabIndex = one === block ? 0 : -1
  main.querySelector('.is-chosen')?.classList.remove('is-chosen')
  now.at = block?.id ?? null
  block?.classList.add('is-chosen')
  if (focus) block?.focus()
}

export const choose = (block, stretch) => {
  now.stretch = stretch
  paint(block && wordsOf(block), stretch)
}

// What came late, and is older than what stands there, is not shown.
export const show = (answer) => {
  if (answer.state?.version < state.version) return
  showState(answer.state)
  if (answer.gone) location.href = '/__edit/toan-van'
  if (typeof answer.main !== 'string') return
  main.innerHTML = answer.main
  if (answer.title) document.getElementById('title').textContent = answer.title
  rove(blockOf() ?? blocks()[0], false)
}

export const refresh = async () => {
  now.isStale = Boolean(now.typing) || panel.isOpen()
  if (now.isStale) say('Có chỗ vừa được sửa ở nơi khác; xong chỗ này thì trang hiện ra.')
  else show(await part(now.later))
}

const aside = (name, words) => status.append(' ', el('span', { className: name, textContent: words }))

export const tell = (answer) => {
  say(answer.said)
  for (const [what, old, next] of (answer.sums ?? []).slice(0, 4)) aside('sum', `${what}: ${old} → ${next}.`)
  for (const one of answer.told ?? []) {
    aside('still', `Còn phải sửa: ${one.words}`)
    if (one.page && one.page.split('#')[0] !== here) lead(one.page)
  }
}

export const lead = (address) => status.append(' ', el('a', { href: `/__edit/${address}`, textContent: 'Tới chỗ ấy' }))

// A change of a block; where it needs a yes, it is asked for again with it. `asks` are the title and the button then.
export const change = async (op, block, given, more = {}, asks = ['Chắc chưa?', 'Vẫn làm']) => {
  const answer = post('do', { op, ...spotOf(block), given, ...more })
  const shown = answer.then((one) => one.done && done(one))
  writes += 1
  writing = shown.finally(() => (writes -= 1))
  if (await writing) return true
  return done(await answer, (leads) => change(op, block, given, { ...more, leads, force: true }), asks)
}

// The places that a question is about; one of this page is gone to once the question is away.
const places = (links) =>
  el(
    'ul',
    { className: 'changes' },
    ...links.map(([words, to]) => {
      return el('li', {}, to ? el('a', { href: `/__edit/${to}`, textContent: words, onclick: giveUp }) : words)
    }),
  )

// Gives where published addresses lead from then on, as it was chosen; nothing where it shall not be done.
const agreed = async (answer, [title, label]) => {
  const words = answer.said.split('\n')
  const leads = leading(answer.leads ?? [])
  const asked = answer.links?.length ? [words[0], places(answer.links), ...words.slice(1)] : words
  const shown = answer.leads?.length ? [...asked, leads.element] : asked
  return (await sure(title, shown, label)) ? leads.read() : null
}

export const done = async (answer, again, asks = ['Chắc chưa?', 'Vẫn làm']) => {
  if (answer.done) return taken(answer)
  if (answer.why === 'clash') return clashed(answer)
  if (answer.why === 'ask') {
    const leads = await agreed(answer, asks)
    return leads ? again(leads) : false
  }
  panel.wrong(
    [answer.said, ...(answer.told ?? []).flatMap((one) => [one.words, one.wanted])],
    answer.may_force ? () => again({}) : null,
  )
  return false
}

const taken = (answer) => {
  now.typing = null
  now.moving = null
  choose(null, null)
  if (answer.block) now.at = answer.block
  if (answer.page && answer.page !== here) {
    location.href = `/__edit/${answer.page}`
    return true
  }
  show(answer)
  tell(answer)
  panel.shut()
  const block = blockOf()
  block?.focus({ preventScroll: true })
  block?.scrollIntoView({ block: 'nearest' })
  return true
}

// Somebody else changed it: what is there now, and what was typed here, stand beside each other.
const clashed = (answer) => {
  const mine = now.typing?.value
  now.typing = null
  show(answer)
  const words = [answer.said]
  if (answer.now) words.push(`Nay ở đó là: “${answer.now}”`)
  if (mine) words.push(`Bạn vừa gõ: “${mine}”`)
  panel.wrongIn(blockOf(answer.block) ?? main, words)
  return false
}
