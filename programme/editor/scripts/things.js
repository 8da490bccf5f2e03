// Choosing what a field names (bodies, groups, documents ...): type some letters, with or without marks, and choose.

import { button, el, fold, last, unique } from './elements.js'
import { knows, nameOf } from './server.js'

const MOST = 30
const NEW = { agencies: 'cơ quan', groups: 'nhóm', documents: 'văn bản', places: 'nơi' }

// How well what is typed fits: the beginning of the name, the first letters of its words ("cax" is "Công an xã"), any part.
const rank = (one, wanted) => {
  const name = fold(one.name)
  if (name.startsWith(wanted)) return 3
  const initials = name.replace(/(\w)\w*\W*/g, '$1')
  if (wanted.length > 1 && initials.startsWith(wanted)) return 2
  return +`${name} ${fold(one.also)}`.includes(wanted)
}

class Picker {
  // `make(list, typed)` makes a new one and gives its id.
  constructor(field, value, make) {
    this.field = field
    this.make = make
    this.values = [value ?? []].flat()
    this.shown = []
    this.current = -1
    const id = unique('chon')
    this.chips = el('ul', { className: 'chips' })
    this.options = el('ul', { id, role: 'listbox', hidden: true, 'aria-label': field.name })
    this.box = el('input', {
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      'aria-expanded': 'false',
      'aria-controls': id,
      'aria-autocomplete': 'list',
      'aria-label': field.name,
      placeholder: 'Gõ để tìm',
      oninput: () => this.open(),
      onclick: () => this.open(), // not when a form puts the cursor here: the list would lie over what is below
      onblur: () => this.close(),
      onkeydown: (event) => this.key(event),
    })
    this.element = el(
      'div',
      { className: 'picker' },
      this.chips,
      el('div', { className: 'find' }, this.box, this.options),
    )
    this.draw()
  }

  read() {
    const isList = this.field.many && !(this.field.alone && this.values.length === 1)
    return isList ? this.values : (this.values[0] ?? null)
  }

  draw() {
    const chip = (one) => {
      const name = nameOf(this.field.of, one)
      return el(
        'li',
        {},
        name,
        button('✕', () => this.drop(one), { 'aria-label': `Bỏ ${name}` }),
      )
    }
    this.chips.replaceChildren(...this.values.map(chip))
    this.box.hidden = !this.field.many && this.values.length > 0
  }

  drop(value) {
    this.values = this.values.filter((one) => one !== value)
    this.draw()
    this.box.focus()
  }

  async add(one) {
    const value = one.typed ? await this.make(this.field.of, one.typed) : one.value
    if (!value) return
    this.values = this.field.many ? [...this.values.filter((each) => each !== value), value] : [value]
    this.box.value = ''
    this.close()
    this.draw()
  }

  close() {
    this.options.hidden = true
    this.box.setAttribute('aria-expanded', 'false')
    this.box.removeAttribute('aria-activedescendant')
    this.current = -1
  }

  open() {
    const typed = this.box.value.trim()
    const wanted = fold(typed)
    const free = (knows().things[this.field.of] ?? []).filter(
      (one) => one.value !== this.field.without && !this.values.includes(one.value),
    )
    const fits = free.filter((one) => rank(one, wanted))
    fits.sort((one, other) => rank(other, wanted) - rank(one, wanted))
    this.shown = fits.slice(0, MOST)
    const what = NEW[this.field.of]
    if (this.make && what && typed) this.shown.push({ typed, name: `Thêm ${what} mới: “${typed}”…` })
    this.options.replaceChildren(...this.shown.map((one, at) => this.option(one, at)))
    this.options.hidden = !this.shown.length
    this.box.setAttribute('aria-expanded', String(!this.options.hidden))
    this.mark(typed && this.shown.length ? 0 : -1)
  }

  option(one, at) {
    return el('li', {
      id: `${this.options.id}-${at}`,
      role: 'option',
      textContent: one.name,
      className: one.typed ? 'make' : '',
      onmousedown: (event) => event.preventDefault(),
      onclick: () => this.add(one),
    })
  }

  mark(at) {
    this.current = at
    ;[...this.options.children].forEach((one, place) => one.setAttribute('aria-selected', String(place === at)))
    const active = this.options.children[at]
    if (!active) return
    this.box.setAttribute('aria-activedescendant', active.id)
    active.scrollIntoView({ block: 'nearest' })
  }

  key(event) {
    const isOpen = !this.options.hidden
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen) this.open()
      const by = event.key === 'ArrowDown' ? 1 : -1
      this.mark((this.current + by + this.shown.length) % this.shown.length)
    } else if (event.key === 'Enter' && isOpen && this.shown[this.current]) this.add(this.shown[this.current])
    else if (event.key === 'Escape' && isOpen) this.close()
    else if (event.key === 'Enter' && this.box.value.trim())
      this.open() // what is typed is not chosen yet
    else {
      if (event.key === 'Backspace' && !this.box.value && this.values.length) this.drop(last(this.values))
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
}

// What was typed in a form to find something and never chosen: the box, if there is one.
export const unchosen = (form) => [...form.querySelectorAll('.picker input')].find((box) => box.value.trim())
export const NOT_CHOSEN =
  'Chữ vừa gõ chưa được chọn: bấm vào một dòng trong danh sách (dòng cuối là thêm mới), hoặc xóa chữ ấy.'

export const picker = (field, value, make) => new Picker(field, value, make)
