// The panel beside the sentences: help where nothing is chosen, else forms and buttons for what is.

import { button, el } from './elements.js'
import { form } from './form.js'
import { knows } from './server.js'
import { NOT_CHOSEN, unchosen } from './things.js'

const panel = document.getElementById('panel')
let leave = () => {}
let begun = false // something is filled in and not written
for (const kind of ['input', 'change']) panel.addEventListener(kind, () => (begun = true))

export const onLeave = (does) => (leave = does)
export const isOpen = () => panel.classList.contains('open')
export const isBegun = () => begun
export const focusTitle = () => panel.querySelector('h2').focus()

export const shut = () => {
  panel.replaceChildren(el('h2', { textContent: 'Sửa thế nào' }), help())
  panel.classList.remove('open')
  begun = false
}

export const open = (title, ...children) => {
  panel.replaceChildren(
    el(
      'div',
      { className: 'head' },
      el('h2', { textContent: title, tabIndex: -1 }),
      button('Đóng', () => leave(), { className: 'small' }),
    ),
    ...children.filter(Boolean),
  )
  panel.classList.add('open')
  panel.scrollTop = 0
  begun = false
  document.querySelector('.block.is-chosen')?.scrollIntoView({ block: 'nearest' }) // a phone has less room for it now
}

// What stands before all that is open.
export const lead = (element) => element && panel.querySelector('.head').after(element)

const HELP = [
  'Bấm vào một câu, tiêu đề hay ô của bảng để sửa.',
  'Bôi đen các chữ trong câu để đánh dấu: ai làm, cho ai, số tiền, thời hạn…',
  'Nhiều câu cùng một người làm: giữ Ctrl mà bấm từng câu, rồi ghi một lần.',
  'Bấm vào chữ có màu để xem, đổi hay bỏ dấu của chữ ấy; ở đó nút “Cả câu” mở cả câu để sửa lời, thêm câu sau.',
]
const KEYS =
  'Bàn phím: ↑ ↓ chuyển câu, phím cách chọn nhiều câu, → ← chọn chữ (giữ Shift để chọn thêm), Enter mở bảng này, S sửa ' +
  'lời, Esc quay lại.'

const help = () =>
  el(
    'div',
    {},
    el('ul', {}, ...HELP.map((one) => el('li', { textContent: one }))),
    panel.dataset.guide
      ? el('p', {}, el('a', { href: panel.dataset.guide, textContent: 'Hướng dẫn sửa', target: '_blank' }))
      : null,
    el('p', { className: 'hint keys', textContent: KEYS }),
    el(
      'ul',
      { className: 'legend', 'aria-label': 'Màu của các dấu' },
      ...knows().families.map(([name, label]) => el('li', { className: `m-${name}`, textContent: label })),
    ),
  )

const MENDED_LATER = 'Chỗ khác (tổng, bảng) cũng phải sửa theo thì bấm “Vẫn ghi, sửa sau”, rồi sửa nốt các chỗ ấy.'

// What is wrong with what was asked for; `force` does it all the same.
export const wrong = (words, force) => {
  panel.querySelector('.wrong')?.remove()
  const box = el(
    'div',
    { className: 'wrong', role: 'alert' },
    ...words.filter(Boolean).map((one) => el('p', { textContent: one })),
    force ? el('p', { textContent: MENDED_LATER }) : null,
    force ? button('Vẫn ghi, sửa sau', force) : null,
  )
  const head = panel.querySelector('.head')
  if (head) head.after(box)
  else panel.prepend(box)
  panel.classList.add('open')
  box.scrollIntoView({ block: 'nearest' })
}

// The same beside a block, where what was open is gone.
export const wrongIn = (block, words) => {
  block.append(
    el(
      'div',
      { className: 'wrong', role: 'alert' },
      ...words.map((one) => el('p', { textContent: one })),
      button('Đã đọc', (event) => event.target.parentElement.remove()),
    ),
  )
  block.scrollIntoView({ block: 'nearest' })
}

export const submitted = (write) => (event) => {
  event.preventDefault()
  const box = unchosen(event.target)
  if (!box) return write()
  wrong([NOT_CHOSEN])
  box.focus()
}

export const buttons = (actions) =>
  actions.length
    ? el(
        'p',
        { className: 'buttons' },
        ...actions.map(([label, does, look]) => button(label, does, { className: look ?? '' })),
      )
    : null

export const write = () => el('button', { type: 'submit', className: 'first', textContent: 'Ghi' })
export const sticky = (...children) => el('p', { className: 'buttons sticky' }, ...children)

// Any record: its own fields; `actions` are [label, does, look].
export const record = (title, kind, value, options, save, actions = []) => {
  const made = form(kind, value, options)
  const fields = el('form', { onsubmit: submitted(() => save(made.changes())) }, made.element, sticky(write()))
  open(title, buttons(actions), made.element.childElementCount ? fields : null)
  focusTitle()
}

export const create = (title, about, made, save) => {
  const words = about ? el('p', { className: 'about', textContent: about }) : null
  open(title, el('form', { onsubmit: submitted(() => save(made.read())) }, words, made.element, sticky(write())))
  made.focus()
}

// A box for words of the plan, written with Enter.
export const wordsBox = (id, value, rows) => {
  const box = el('textarea', { id, rows, value })
  box.onkeydown = (event) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      box.form.requestSubmit()
    }
  }
  return box
}

// A text alone: a new sentence, the head of a column, a cell.
export const text = (title, label, value, save, actions = [], reason = null) => {
  const box = wordsBox('loi-moi', value, 3)
  open(
    title,
    el(
      'form',
      { onsubmit: submitted(() => save(box.value)) },
      el('div', { className: 'field' }, el('label', { htmlFor: 'loi-moi', textContent: label }), box),
      el('p', { className: 'buttons' }, write()),
      reason,
    ),
    buttons(actions),
  )
  box.focus()
  box.select()
}
