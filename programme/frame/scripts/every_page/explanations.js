// A word that is explained opens its explanation beside it. Without this, or in a browser that knows
// no popovers, it is a link to the explanation, which leads back.

let pressed = null // the word that was open when it was pressed: pressing it has closed it

export function startExplanations() {
  if (!HTMLElement.prototype.showPopover) return
  document.addEventListener('pointerdown', (event) => {
    pressed = event.target.closest('a.term[aria-expanded]')
  })
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.term, .explain .back')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (link.matches('.back')) close(link.closest('.explain'))
    else if (link !== pressed) open(link)
    pressed = null
  })
}

function open(word) {
  const explanation = document.getElementById(word.hash.slice(1))
  if (word.hasAttribute('aria-expanded')) return explanation.hidePopover()
  explanation.showPopover()
  word.setAttribute('aria-expanded', 'true')
  explanation.focus()
  if (explanation.dataset.started) return
  explanation.dataset.started = ''
  explanation.addEventListener('beforetoggle', ({ newState }) => {
    if (newState === 'closed') wordOf(explanation).removeAttribute('aria-expanded')
  })
  explanation.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !explanation.contains(relatedTarget)) explanation.hidePopover()
  })
  explanation.addEventListener('keydown', (event) => leave(explanation, event))
}

const wordOf = (explanation) => document.getElementById(explanation.querySelector('.back').hash.slice(1))

function close(explanation) {
  explanation.hidePopover()
  wordOf(explanation).focus()
}

/** Tab beyond either end goes on from the word. */
function leave(explanation, event) {
  const at = document.activeElement
  const ends = event.shiftKey ? at === explanation : at.matches('.back')
  if (event.key !== 'Tab' || !ends) return
  close(explanation)
  if (event.shiftKey) event.preventDefault()
}
