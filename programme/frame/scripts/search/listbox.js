// A list of suggestions under a field (a combobox of ARIA 1.2): what is chosen, by key or by hand.
// Each suggestion is a link that has the role of an option itself: it has an address and opens in a new tab, and a
// screen reader meets one thing, named by its words; a link inside an option is hidden from some of them.
import { make } from '../elements.js'

const EDGE = 8 // pixels between the list and the end of what is seen

/**
 * Bind `input` and `list`. Each suggestion has an address to go to; `suggest()` shows those for what is typed, and is
 * asked for when an arrow is pressed while the list is closed. Keys mean nothing while `composing()`.
 */
export function listbox(input, list, suggest, composing) {
  let chosen = -1

  function show(shown) {
    chosen = -1
    list.hidden = !shown
    input.setAttribute('aria-expanded', String(shown))
    input.removeAttribute('aria-activedescendant')
    if (shown) fit()
  }

  const close = () => show(false)

  /** Show suggestions: [[fill, address]], `fill` puts its words into an element. */
  function open(suggestions) {
    list.replaceChildren()
    suggestions.forEach(([fill, address], i) => {
      const item = make('a', '', list)
      item.setAttribute('role', 'option')
      item.id = `${list.id}-${i}`
      item.setAttribute('aria-selected', 'false')
      item.href = address
      item.tabIndex = -1
      fill(item)
    })
    show(true)
  }

  /** The list ends above a phone's keyboard, which covers the page without making it smaller. */
  function fit() {
    const seen = window.visualViewport
    if (!seen || list.hidden) return
    list.style.maxHeight = ''
    const { top, height } = list.getBoundingClientRect()
    const room = seen.offsetTop + seen.height - top - EDGE
    if (height > room) list.style.maxHeight = `${Math.max(room, 6 * EDGE)}px`
  }

  function choose(place) {
    const options = [...list.children]
    chosen = (place + options.length) % options.length
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)))
    input.setAttribute('aria-activedescendant', options[chosen].id)
    options[chosen].scrollIntoView({ block: 'nearest' })
  }

  input.addEventListener('keydown', (event) => {
    const { key } = event
    if (event.isComposing || composing()) return
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (list.hidden) suggest()
      if (!list.hidden) choose(key === 'ArrowDown' ? chosen + 1 : Math.max(chosen, 0) - 1)
    } else if (key === 'Escape') {
      if (list.hidden) input.value = ''
      close()
    } else if (key === 'Enter' && chosen >= 0) follow(list.children[chosen], event)
    else return
    event.preventDefault()
  })
  list.addEventListener('mousedown', (event) => event.preventDefault()) // the field keeps the focus
  list.addEventListener('click', ({ ctrlKey, metaKey, shiftKey }) => ctrlKey || metaKey || shiftKey || close())
  window.visualViewport?.addEventListener('resize', fit)

  return { close, open, isUntouched: () => !list.hidden && chosen < 0 }
}

/** As if it were clicked with the same keys held: Ctrl and Enter open a new tab. */
function follow(link, { ctrlKey, metaKey, shiftKey }) {
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }))
}
