// The page of a body: its chips show the sentences of one role, whole, and mark the words that give it.
import { remember } from './address.js'
import { make, makeButton } from './elements.js'

const NAME = 'vai-tro'
const article = document.querySelector('article')
const sentences = [...article.querySelectorAll('.duties-in .duty')]
const groups = [...article.querySelectorAll('.duties-in')]
const status = make('p', 'only-read', article)
status.setAttribute('role', 'status')
let chosen = ''

function show(role) {
  chosen = role
  const has = (one) => !role || one.dataset.roles.split(' ').includes(role)
  for (const one of sentences) one.hidden = !has(one)
  for (const group of groups) group.hidden = !group.querySelector('.duty:not([hidden])')
  for (const words of article.querySelectorAll('.does')) words.classList.toggle('on', Boolean(role) && has(words))
  for (const button of article.querySelectorAll('.chips button'))
    button.setAttribute('aria-pressed', String(button.parentNode.dataset.role === role))
}

function choose(role, button) {
  show(role === chosen ? '' : role)
  const count = sentences.filter((one) => !one.hidden).length
  status.textContent = chosen ? `Chỉ còn ${count} câu có vai trò ${button.textContent}` : `Đủ ${count} câu`
  remember(location.pathname, '?', new URLSearchParams(chosen ? [[NAME, chosen]] : []))
  button.scrollIntoView({ block: 'nearest' })
}

for (const chip of article.querySelectorAll('.duties-in .chips li')) {
  const button = makeButton(chip.textContent, '', () => choose(chip.dataset.role, button))
  chip.replaceChildren(button)
}
const asked = new URLSearchParams(location.search).get(NAME) || ''
show(sentences.some((one) => one.dataset.roles.split(' ').includes(asked)) ? asked : '')
