// What the panel says of a sentence, of words chosen in it, of a mark.

import { button, el } from './elements.js'
import * as panel from './panel.js'
import { fieldOf, fieldsOf, knows } from './server.js'

export const phrasesOf = (value) => {
  if (typeof value === 'string') return [{ text: value }]
  if (value.phrases) return value.phrases.map((one) => (typeof one === 'string' ? { text: one } : one))
  const own = new Set(fieldsOf('Paragraph').map((one) => one.key))
  return [Object.fromEntries(Object.entries(value).filter(([key]) => !own.has(key)))]
}

export const keysOf = (phrase) => Object.keys(phrase).filter((key) => key !== 'text')
const short = (text, most) => (text.length > most ? `${text.slice(0, most)}…` : text)
const familyOf = (key) => knows().families.find(([, , keys]) => keys.includes(key))?.[0] ?? 'other'

const listed = (phrase, place, open) => {
  const keys = keysOf(phrase)
  if (!keys.length) return []
  const names = keys.map((key) => fieldOf('Phrase', key)?.name ?? key).join(', ')
  const press = button('', () => open(place), { className: `mark m-${familyOf(keys[0])}` })
  press.append(el('b', { textContent: names }), `: “${short(phrase.text, 60)}”`)
  return [el('li', {}, press)]
}

// What the words ask for and do not have: each is written with one press.
export const offered = (offers, take) => {
  if (!offers.length) return null
  const offer = (one, at) => {
    const press = button(one.say, () => take([one]), { className: `mark m-${one.family}${at ? '' : ' first'}` })
    if (one.words) press.append(` (“${short(one.words, 40)}”)`)
    return el('li', {}, press)
  }
  return el(
    'div',
    { className: 'offers' },
    el('h3', { textContent: 'Máy đọc từ các chữ này; đúng thì bấm để ghi' }),
    el('ul', {}, ...offers.map(offer)),
    offers.length > 1 ? button(`Ghi cả ${offers.length}`, () => take(offers), { className: 'small' }) : null,
  )
}

// A sentence; `does` is what each button does, `offers` what can be written at once.
export const sentence = (value, offers, does) => {
  const marks = phrasesOf(value).flatMap((phrase, place) => listed(phrase, place, does.mark))
  panel.open(
    'Câu này',
    offered(offers, does.take),
    el('p', {}, button('Sửa lời (S)', does.words, { className: offers.length ? '' : 'first' })),
    marks.length ? el('h3', { textContent: 'Dấu đang có' }) : null,
    marks.length ? el('ul', { className: 'marks' }, ...marks) : null,
    marks.length > 1 ? panel.buttons([['Sửa mọi dấu trong một lần', does.every]]) : null,
    el('p', { className: 'hint', textContent: 'Để đánh dấu thêm: bôi đen các chữ, hoặc dùng phím → và Shift+→.' }),
    panel.buttons([
      ['Đánh dấu cả câu', does.markAll],
      ['Chọn thêm câu để ghi một lần', does.more],
      ['Ai làm, ghi chú của cả câu', does.own],
      ['Thêm câu sau', does.after],
      ['Thêm ý nhỏ bên trong', does.item],
      ['Tách câu', does.part],
      ['Nhập với câu sau', does.join],
      ['Chuyển lên', () => does.shift(-1)],
      ['Chuyển xuống', () => does.shift(1)],
      ['Xóa câu', does.remove, 'danger'],
    ]),
  )
}

// Words that were chosen: what they shall mean.
export const chosenWords = (text, offers, does) => {
  const families = knows().families.map(([name, label, keys]) =>
    el(
      'li',
      {},
      button(label, () => does.family([name, label, keys]), { className: `mark m-${name}` }),
    ),
  )
  panel.open(
    `“${short(text, 90)}”`,
    does.isMoving ? null : offered(offers, does.take),
    el('p', { className: 'hint', textContent: 'Các chữ này nói gì?' }),
    el('ul', { className: 'families' }, ...families),
    does.isMoving
      ? panel.buttons([['Chuyển dấu tới các chữ này', does.move, 'first']])
      : panel.buttons([
          ['Sửa lời câu này (S)', does.words],
          ['Cả câu', does.whole],
          ['Tách câu từ đây', does.part],
        ]),
  )
}
