// The key "/" goes to the search; a button on the page about this site switches it off.
import { makeButton } from '../elements.js'
import { keep, recall } from './kept.js'

const KEPT = 'slash'

/** Let "/" go to `input`, unless something is being typed or the key was switched off. */
export function onSlash(input) {
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || recall(KEPT)) return
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return
    event.preventDefault()
    input.focus()
  })
}

/** Where it is switched off a frame with a search of its own must not hear it either. */
function silence(event) {
  if (event.key === '/' && recall(KEPT)) event.stopImmediatePropagation()
}

const offer = () => (recall(KEPT) ? 'Bật phím /' : 'Tắt phím /')

export function startSlashSwitch() {
  addEventListener('keydown', silence, true)
  const place = document.querySelector('[data-slash]')
  if (!place) return
  const button = makeButton(offer(), 'plain-button', () => {
    keep(KEPT, recall(KEPT) ? '' : 'off')
    button.textContent = offer()
  })
  place.append(' ', button)
}
