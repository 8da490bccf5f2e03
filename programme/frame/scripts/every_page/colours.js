// The colours: as the device has them, or as chosen on a button in the header.
import { make, makeButton } from '../elements.js'
import { keep, recall } from './kept.js'

const KEPT = 'colours'
const CHOICES = { '': 'theo máy', light: 'sáng', dark: 'tối' }
const BY_DEVICE = 'device' // is kept where the plan itself has chosen colours, and a reader the device's
const root = document.documentElement

/** The plan's own buttons (`palette` in mkdocs.yml), one for each choice; else one of ours, unless colours are fixed. */
export function startColours() {
  const given = root.dataset.colours || ''
  const buttons = [...document.querySelectorAll('button.colours')]
  const place = document.querySelector('.tools')
  if (!buttons.length && (given || !place)) return
  const schemes = buttons.length ? buttons.map((one) => one.dataset.scheme) : Object.keys(CHOICES)
  const own = buttons.length ? null : makeOwn(place)

  function set(choice) {
    if (choice) root.dataset.colours = choice
    else delete root.dataset.colours
    const dark = choice ? choice === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    const at = schemes.indexOf(choice)
    const shown = at < 0 ? Math.max(0, schemes.indexOf(dark ? 'dark' : 'light')) : at
    for (const [number, button] of buttons.entries()) button.hidden = number !== shown
    own?.setAttribute('aria-label', `Đổi nền; đang: ${CHOICES[choice]}`)
    return shown
  }

  function next() {
    const choice = schemes[(shown + 1) % schemes.length]
    shown = set(choice)
    keep(KEPT, choice || (given && BY_DEVICE))
    buttons[shown]?.focus()
  }

  const kept = recall(KEPT)
  const chosen = kept === BY_DEVICE ? '' : kept || given
  let shown = set(chosen in CHOICES ? chosen : given)
  for (const button of own ? [own] : buttons) button.addEventListener('click', next)
}

function makeOwn(place) {
  const button = makeButton('', 'colours', () => {})
  const sign = make('span', '', button)
  sign.setAttribute('aria-hidden', 'true')
  sign.textContent = '◐'
  place.append(button)
  return button
}
