// Choosing what a field names (bodies, groups, documents ...): type some letters, with or without marks, and choose.

import { button, el, fold, unique } from './elements.js'
import { knows, nameOf } from './server.js'

const MOST = 30
const NEW = { agencies: 'cơ quan', groups: 'nhóm', documents: 'văn bản', places: 'nơi' }

// `make(list, typed)` makes a new one and gives its id.
export const picker = (field, value, make) => {
  let values = field.many ? [...(value ?? [])] : value ? [value] : []
  const list = field.of
  const id = unique('chon')
  const chips = el('ul', { className: 'chips' })
  const options = el('ul', { id, role: 'listbox', hidden: true, 'aria-label': field.name })
  const box = el('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-expanded': 'false',
    'aria-controls': id,
    'aria-autocomplete': 'list',
    'aria-label': field.name,
    placeholder: 'Gõ để tìm',
  })
  let shown = []
  let current = -1

  const drawChips = () => {
    chips.replaceChildren(
      ...values.map((one) =>
        el(
          'li',
          {},
          nameOf(list, one),
          button('✕', () => take(one), { 'aria-label': `Bỏ ${nameOf(list, one)}` }),
        ),
      ),
    )
    box.hidden = !field.many && values.length > 0
  }
  const take = (one) => {
    values = values.filter((each) => each !== one)
    drawChips()
    box.focus()
  }
  const add = async (one) => {
    if (one.make) {
      const made = await make(list, one.typed)
      if (!made) return
      one = { value: made }
    }
    values = field.many ? [...values.filter((each) => each !== one.value), one.value] : [one.value]
    box.value = ''
    close()
    drawChips()
  }
  const close = () => {
    options.hidden = true
    box.setAttribute('aria-expanded', 'false')
    box.removeAttribute('aria-activedescendant')
    current = -1
  }
  const mark = () => {
    ;[...options.children].forEach((one, at) => one.setAttribute('aria-selected', at === current))
    const active = options.children[current]
    if (active) {
      box.setAttribute('aria-activedescendant', active.id)
      active.scrollIntoView({ block: 'nearest' })
    }
  }
  const open = () => {
    const typed = fold(box.value.trim())
    const all = knows().things[list] ?? []
    const fits = all.filter((one) => !values.includes(one.value) && fold(`${one.name} ${one.also}`).includes(typed))
    fits.sort((one, other) => fold(other.name).startsWith(typed) - fold(one.name).startsWith(typed))
    shown = fits.slice(0, MOST)
    if (make && NEW[list] && box.value.trim()) {
      shown.push({ make: true, typed: box.value.trim(), name: `Thêm ${NEW[list]} mới: “${box.value.trim()}”…` })
    }
    options.replaceChildren(
      ...shown.map((one, at) =>
        el('li', {
          id: `${id}-${at}`,
          role: 'option',
          textContent: one.name,
          className: one.make ? 'make' : '',
          onmousedown: (event) => event.preventDefault(),
          onclick: () => add(one),
        }),
      ),
    )
    options.hidden = !shown.length
    box.setAttribute('aria-expanded', String(!options.hidden))
    current = typed && shown.length && !shown[0].make ? 0 : -1
    mark()
  }
  box.oninput = open
  box.onfocus = open
  box.onblur = close
  box.onkeydown = (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (options.hidden) open()
      current = (current + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length
      mark()
    } else if (event.key === 'Enter' && !options.hidden && shown[current]) {
      event.preventDefault()
      event.stopPropagation()
      add(shown[current])
    } else if (event.key === 'Escape' && !options.hidden) {
      event.stopPropagation()
      close()
    } else if (event.key === 'Backspace' && !box.value && values.length) take(values.at(-1))
  }
  drawChips()
  return {
    element: el('div', { className: 'picker' }, chips, el('div', { className: 'find' }, box, options)),
    read: () => (field.many ? values : (values[0] ?? null)),
  }
}
