// The panel beside the sentences: what can be done with what is chosen, and the forms for it.

import { button, el } from './elements.js'
import { form } from './form.js'
import { fieldOf, fieldsOf, knows } from './server.js'

const panel = document.getElementById('panel')

export const shut = () => {
  panel.replaceChildren(el('h2', { textContent: 'Sửa thế nào' }), help())
  panel.classList.remove('open')
}

const open = (title, ...children) => {
  panel.replaceChildren(
    el('div', { className: 'head' }, el('h2', { textContent: title, tabIndex: -1 }), close()),
    ...children.filter(Boolean),
  )
  panel.classList.add('open')
  panel.scrollTop = 0
}
export const isOpen = () => panel.classList.contains('open')
let leave = () => {}
export const onLeave = (does) => (leave = does)
const close = () => button('Đóng', () => leave(), { className: 'small' })

const help = () =>
  el(
    'div',
    {},
    el(
      'ul',
      {},
      el('li', { textContent: 'Bấm vào một câu, tiêu đề hay ô của bảng để sửa.' }),
      el('li', { textContent: 'Bôi đen các chữ trong câu để đánh dấu: ai làm, cho ai, số tiền, thời hạn…' }),
      el('li', { textContent: 'Bấm vào chữ có màu để xem, đổi hay bỏ dấu.' }),
    ),
    el('p', {
      className: 'hint',
      textContent:
        'Bàn phím: ↑ ↓ chuyển câu, → ← chọn chữ (giữ Shift để chọn thêm), Enter mở bảng này, S sửa lời, Esc quay lại.',
    }),
    el(
      'ul',
      { className: 'legend', 'aria-label': 'Màu của các dấu' },
      ...knows().families.map(([name, label]) => el('li', { className: `m-${name}`, textContent: label })),
    ),
  )

export const wrong = (words, force) => {
  panel.querySelector('.wrong')?.remove()
  const box = el(
    'div',
    { className: 'wrong', role: 'alert' },
    ...words.map((one) => el('p', { textContent: one })),
    force ? button('Vẫn ghi, sửa sau', force) : null,
  )
  panel.querySelector('.head')?.after(box)
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

const familyKeys = (key) => knows().families.find(([, , keys]) => keys.includes(key))

// -- a sentence ------------------------------------------------------------

// `does`: what each button does.
export const sentence = (block, value, does) => {
  const marks = phrasesOf(value).flatMap((phrase, place) => {
    const keys = Object.keys(phrase).filter((key) => key !== 'text')
    if (!keys.length) return []
    const [family] = familyKeys(keys[0]) ?? ['other']
    return [
      el(
        'li',
        {},
        button('', () => does.mark(place), { className: `mark m-${family}` }),
      ),
    ].map((row) => {
      row.firstChild.append(
        el('b', { textContent: keys.map((key) => fieldOf('Phrase', key)?.name ?? key).join(', ') }),
        `: “${phrase.text.length > 60 ? `${phrase.text.slice(0, 60)}…` : phrase.text}”`,
      )
      return row
    })
  })
  open(
    'Câu này',
    el('p', {}, button('Sửa lời (S)', does.words, { className: 'first' })),
    marks.length ? el('h3', { textContent: 'Dấu đang có' }) : null,
    marks.length ? el('ul', { className: 'marks' }, ...marks) : null,
    el('p', { className: 'hint', textContent: 'Để đánh dấu thêm: bôi đen các chữ, hoặc dùng phím → và Shift+→.' }),
    el(
      'p',
      { className: 'buttons' },
      button('Đánh dấu cả câu', does.markAll),
      button('Ghi chú, việc chung của câu', does.own),
      button('Thêm câu sau', does.after),
      button('Tách câu', does.part),
      button('Nhập với câu sau', does.join),
      button('Chuyển lên', () => does.shift(-1)),
      button('Chuyển xuống', () => does.shift(1)),
      button('Xóa câu', does.remove, { className: 'danger' }),
    ),
  )
}

export const phrasesOf = (value) => {
  if (typeof value === 'string') return [{ text: value }]
  if (value.phrases) return value.phrases.map((one) => (typeof one === 'string' ? { text: one } : one))
  const own = fieldsOf('Paragraph').map((one) => one.key)
  return [Object.fromEntries(Object.entries(value).filter(([key]) => !own.includes(key)))]
}

// Words that were chosen: what they shall mean.
export const chosenWords = (text, does) => {
  open(
    `“${text.length > 90 ? `${text.slice(0, 90)}…` : text}”`,
    el('p', { className: 'hint', textContent: 'Các chữ này nói gì?' }),
    el(
      'ul',
      { className: 'families' },
      ...knows().families.map(([name, label, keys]) =>
        el(
          'li',
          {},
          button(label, () => does.family(keys, label), { className: `mark m-${name}` }),
        ),
      ),
    ),
    does.moving
      ? el('p', {}, button('Chuyển dấu tới các chữ này', does.move, { className: 'first' }))
      : el('p', { className: 'buttons' }, button('Sửa lời câu này (S)', does.words), button('Cả câu', does.whole)),
  )
}

// A form for the marks of a family on words just chosen.
export const newMark = (text, keys, label, options, write) => {
  const made = form('Phrase', {}, { ...options, keys, start: keys, bare: keys.length === 1 })
  openForm(label, `“${text}”`, made, () => write(made.read()))
}

const openForm = (title, about, made, write) => {
  const held = el(
    'form',
    { onsubmit: submitted(write) },
    about ? el('p', { className: 'about', textContent: about }) : null,
    made.element,
    el('p', { className: 'buttons sticky' }, el('button', { type: 'submit', className: 'first', textContent: 'Ghi' })),
  )
  open(title, held)
  made.focus()
}

const submitted = (write) => (event) => {
  event.preventDefault()
  write()
}

// The marks of words that have some; the words can be changed too.
export const mark = (phrase, options, does, isAmount) => {
  const held = Object.keys(phrase).filter((key) => key !== 'text')
  const families = knows().families.filter(([, , keys]) => keys.some((key) => held.includes(key)))
  const words = el('textarea', {
    rows: Math.min(5, Math.ceil(phrase.text.length / 45)),
    value: phrase.text,
    id: 'chu-cua-dau',
  })
  words.onkeydown = (event) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      words.form.requestSubmit()
    }
  }
  const typed = el(
    'div',
    { className: 'field' },
    el('label', { htmlFor: 'chu-cua-dau', textContent: 'Lời của Kế hoạch' }),
    words,
  )
  const forms = families.map(([, label, keys]) => {
    const bare = keys.length === 1
    const made = form('Phrase', phrase, { ...options, keys, bare })
    if (bare && families.length === 1) return [made.element, made]
    return [el('fieldset', { className: 'family' }, el('legend', { textContent: label }), made.element), made]
  })
  const others = knows().families.filter((one) => !families.includes(one))
  const write = () => does.write(words.value, Object.assign({}, ...forms.map(([, made]) => made.changes())))
  const more = el(
    'select',
    {
      'aria-label': 'Thêm loại dấu khác ở các chữ này',
      onchange: () => {
        const [, label, keys] = others[more.selectedIndex - 1] ?? []
        if (!keys) return
        const made = form('Phrase', phrase, { ...options, keys, start: keys, bare: keys.length === 1 })
        forms.push([null, made])
        more.before(el('fieldset', { className: 'family' }, el('legend', { textContent: label }), made.element))
        more.remove()
        made.focus()
      },
    },
    el('option', { textContent: 'Thêm loại dấu khác…' }),
    ...others.map(([, label]) => el('option', { textContent: label })),
  )
  open(
    families.map(([, label]) => label).join(', ') || 'Chữ này',
    isAmount ? null : el('p', { className: 'about', textContent: `“${phrase.text}”` }),
    el(
      'form',
      { onsubmit: submitted(write) },
      isAmount ? typed : null,
      ...forms.map(([element]) => element),
      more,
      isAmount ? null : el('details', {}, el('summary', { textContent: 'Sửa lời của các chữ này' }), typed),
      el(
        'p',
        { className: 'buttons sticky' },
        el('button', { type: 'submit', className: 'first', textContent: 'Ghi' }),
        button('Bỏ dấu', does.drop, { className: 'danger' }),
      ),
      button('Chọn chữ khác cho dấu này', does.move, { className: 'small' }),
    ),
  )
  if (isAmount) {
    words.focus()
    words.select()
  } else panel.querySelector('h2').focus()
}

// -- everything else -------------------------------------------------------

// Any record: its own fields; `actions` are [label, does, className].
export const record = (title, kind, value, options, write, actions = []) => {
  const made = form(kind, value, options)
  const hasFields = made.element.childElementCount > 0
  open(
    title,
    actions.length
      ? el(
          'p',
          { className: 'buttons' },
          ...actions.map(([label, does, className]) => button(label, does, { className: className ?? '' })),
        )
      : null,
    hasFields
      ? el(
          'form',
          { onsubmit: submitted(() => write(made.changes())) },
          made.element,
          el(
            'p',
            { className: 'buttons sticky' },
            el('button', { type: 'submit', className: 'first', textContent: 'Ghi' }),
          ),
        )
      : null,
  )
  panel.querySelector('h2').focus()
}

export const create = (title, kind, value, options, write) => {
  const made = form(kind, value, { ...options, isNew: true })
  openForm(title, '', made, () => write(made.read()))
}

// A text alone: a new sentence, the head of a column, a cell.
export const text = (title, label, value, write, actions = []) => {
  const box = el('textarea', { id: 'loi-moi', rows: 3, value })
  box.onkeydown = (event) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      box.form.requestSubmit()
    }
  }
  open(
    title,
    el(
      'form',
      { onsubmit: submitted(() => write(box.value)) },
      el('div', { className: 'field' }, el('label', { htmlFor: 'loi-moi', textContent: label }), box),
      el('p', { className: 'buttons' }, el('button', { type: 'submit', className: 'first', textContent: 'Ghi' })),
    ),
    actions.length
      ? el(
          'p',
          { className: 'buttons' },
          ...actions.map(([name, does, className]) => button(name, does, { className: className ?? '' })),
        )
      : null,
  )
  box.focus()
  box.select()
}

// A choice between a few ways; gives the one that was pressed.
export const ask = (title, words, choices) =>
  new Promise((answer) => {
    const dialog = document.getElementById('dialog')
    const end = (value) => {
      dialog.close()
      answer(value)
    }
    dialog.replaceChildren(
      el('h2', { id: 'dialog-title', textContent: title }),
      ...[words].flat().map((one) => (typeof one === 'string' ? el('p', { textContent: one }) : one)),
      el(
        'p',
        { className: 'buttons' },
        ...choices.map(([label, value, className]) => button(label, () => end(value), { className: className ?? '' })),
      ),
    )
    dialog.oncancel = () => answer(null)
    dialog.showModal()
  })

// A form in a dialog: gives what was entered, or null.
export const asked = (title, kind, value, options) =>
  new Promise((answer) => {
    const dialog = document.getElementById('dialog')
    const made = form(kind, value, { ...options, isNew: true })
    const end = (given) => {
      dialog.close()
      answer(given)
    }
    dialog.replaceChildren(
      el('h2', { id: 'dialog-title', textContent: title }),
      el(
        'form',
        { onsubmit: submitted(() => end(made.read())) },
        made.element,
        el(
          'p',
          { className: 'buttons sticky' },
          el('button', { type: 'submit', className: 'first', textContent: 'Ghi' }),
          button('Thôi', () => end(null)),
        ),
      ),
    )
    dialog.oncancel = () => answer(null)
    dialog.showModal()
    made.focus()
  })
