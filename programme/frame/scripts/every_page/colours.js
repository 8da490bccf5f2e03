// The colours: as the device has them, or as chosen on the button in the header.
import { make, makeButton } from '../elements.js'
import { keep, recall } from './kept.js'

const KEPT = 'colours'
const CHOICES = { '': 'theo máy', light: 'sáng', dark: 'tối' }
const ORDER = Object.keys(CHOICES)

export function startColours() {
  const root = document.documentElement
  const button = makeButton('', 'colours', () => {
    const next = ORDER[(ORDER.indexOf(root.dataset.colours || '') + 1) % ORDER.length]
    set(next)
    keep(KEPT, next)
  })
  const sign = make('span', '', button)
  sign.setAttribute('aria-hidden', 'true')
  sign.textContent = '◐'

  function set(choice) {
    if (choice) root.dataset.colours = choice
    else delete root.dataset.colours
    button.setAttribute('aria-label', `Đổi nền; đang: ${CHOICES[choice]}`)
  }

  const chosen = recall(KEPT)
  set(chosen in CHOICES ? chosen : '')
  document.querySelector('.tools')?.append(button)
}
