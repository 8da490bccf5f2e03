// A list of suggestions under a field (a combobox of ARIA 1.2): what is chosen, by key or by hand.
import { make } from '../elements.js'

const go = (item) => (location.href = item.dataset.href)

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
  }

  const close = () => show(false)

  /** Show suggestions: [[fill, address]], `fill` puts its words into an element. */
  function open(suggestions) {
    list.replaceChildren()
    suggestions.forEach(([fill, address], i) => {
      const item = make('li', '', list)
      item.setAttribute('role', 'option')
      item.id = `${list.id}-${i}`
      item.setAttribute('aria-selected', 'false')
      item.dataset.href = address
      fill(item)
    })
    show(true)
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
    } else if (key === 'Enter' && chosen >= 0) go(list.children[chosen])
    else return
    event.preventDefault()
  })
  list.addEventListener('mousedown', (event) => event.preventDefault()) // the field keeps the focus
  list.addEventListener('click', (event) => {
    const item = event.target.closest('[role=option]')
    if (item) go(item)
  })

  return { close, open, isUntouched: () => !list.hidden && chosen < 0 }
}
