// Questions that must be answered before anything else.

import { button, el } from './elements.js'
import { form } from './form.js'
import { unchosen } from './things.js'

const dialog = document.getElementById('dialog')

export const giveUp = () => dialog.dispatchEvent(new Event('cancel'))
export const isOpen = () => dialog.open

const shown = (title, ...children) => {
  const head = el('h2', { id: 'dialog-title', textContent: title, tabIndex: -1 })
  dialog.replaceChildren(head, ...children)
  dialog.showModal()
  if (dialog.scrollHeight > dialog.clientHeight) head.focus() // a long one is read from its beginning
}

// A choice between a few ways, each [label, value, look]; gives the value of the one that was pressed.
export const ask = (title, words, choices) =>
  new Promise((answer) => {
    const end = (value) => {
      dialog.close()
      answer(value)
    }
    dialog.oncancel = () => end(null)
    shown(
      title,
      ...[words].flat().map((one) => (typeof one === 'string' ? el('p', { textContent: one }) : one)),
      el(
        'p',
        { className: 'buttons sticky' },
        ...choices.map(([label, value, look]) => button(label, () => end(value), { className: look ?? '' })),
      ),
    )
  })

// A form for a new record: gives what was entered, or null.
export const entered = (title, wrong, kind, value, options) =>
  new Promise((answer) => {
    const made = form(kind, value, { ...options, isNew: true })
    const end = (given) => {
      dialog.close()
      answer(given)
    }
    dialog.oncancel = () => answer(null)
    shown(
      title,
      wrong ? el('p', { className: 'wrong', role: 'alert', textContent: wrong }) : '',
      el(
        'form',
        {
          onsubmit: (event) => {
            event.preventDefault()
            const box = unchosen(event.target)
            if (box) box.focus()
            else end(made.read())
          },
        },
        made.element,
        el(
          'p',
          { className: 'buttons sticky' },
          el('button', { type: 'submit', className: 'first', textContent: 'Ghi' }),
          button('Thôi', () => end(null)),
        ),
      ),
    )
    made.focus()
  })

export const sure = (title, words, label) =>
  ask(title, words, [
    [label, true, 'danger'],
    ['Thôi', false, 'first'],
  ])
