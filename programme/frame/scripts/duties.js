// The page of a body: its chips show the sentences of one role, whole, and mark the words that give it.
import { remember } from './address.js'
import { make, makeButton } from './elements.js'

const NAME = 'vai-tro'
const article = document.querySelector('article')
const sentences = [...article.querySelectorAll('.duties-in .duty')]
const groups = [...article.querySelectorAll('.duties-in')]
const bar = make('p', 'only-role screen')
const status = make('span', '', bar)
status.setAttribute('role', 'status')
bar.append(
  ' ',
  makeButton('Xem tất cả', 'plain-button', () => choose('')),
)
groups[0].before(bar)
let chosen = ''

const has = (one, role) => !role || one.dataset.roles.split(' ').includes(role)

function show(role) {
  chosen = role
  for (const one of sentences) one.hidden = !has(one, role)
  for (const group of groups) group.hidden = !group.querySelector('.duty:not([hidden])')
  for (const words of article.querySelectorAll('.does')) words.classList.toggle('on', Boolean(role) && has(words, role))
  for (const button of article.querySelectorAll('.chips button'))
    button.setAttribute('aria-pressed', String(button.parentNode.dataset.role === role))
  const count = sentences.filter((one) => !one.hidden).length
  const name = article.querySelector(`.chips [data-role="${role}"]`)?.textContent
  bar.hidden = !role
  status.textContent = role ? `Chỉ xem ${count} câu có vai trò ${name}.` : ''
}

function choose(role, button) {
  show(role === chosen ? '' : role)
  remember(location.pathname, '?', new URLSearchParams(chosen ? [[NAME, chosen]] : []))
  button?.scrollIntoView({ block: 'nearest' })
}

for (const chip of article.querySelectorAll('.duties-in .chips li')) {
  const button = makeButton(chip.textContent, '', () => choose(chip.dataset.role, button))
  chip.replaceChildren(button)
  chip.className = 'pressable'
}
const asked = new URLSearchParams(location.search).get(NAME) || ''
show(sentences.some((one) => has(one, asked)) ? asked : '')
