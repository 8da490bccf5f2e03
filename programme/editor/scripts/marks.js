// What the panel says of a sentence, of words chosen in it, of a mark.

import { button, el } from './elements.js'
import { form } from './form.js'
import * as panel from './panel.js'
import { fieldOf, fieldsOf, knows, nameOf } from './server.js'

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

// A sentence; `does` is what each button does.
export const sentence = (value, does) => {
  const marks = phrasesOf(value).flatMap((phrase, place) => listed(phrase, place, does.mark))
  panel.open(
    'Câu này',
    el('p', {}, button('Sửa lời (S)', does.words, { className: 'first' })),
    marks.length ? el('h3', { textContent: 'Dấu đang có' }) : null,
    marks.length ? el('ul', { className: 'marks' }, ...marks) : null,
    el('p', { className: 'hint', textContent: 'Để đánh dấu thêm: bôi đen các chữ, hoặc dùng phím → và Shift+→.' }),
    panel.buttons([
      ['Đánh dấu cả câu', does.markAll],
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
export const chosenWords = (text, does) => {
  const families = knows().families.map(([name, label, keys]) =>
    el(
      'li',
      {},
      button(label, () => does.family(keys, label), { className: `mark m-${name}` }),
    ),
  )
  panel.open(
    `“${short(text, 90)}”`,
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

// What the whole sentence says of the same: it is not of these words, so it is changed there.
const ofWhole = (keys, { whole }) => {
  const said = keys
    .filter((key) => whole?.own[key] && fieldOf('Paragraph', key)?.widget === 'thing')
    .map((key) => [fieldOf('Paragraph', key), [whole.own[key]].flat()])
    .map(([field, held]) => `${field.name}: ${held.map((one) => nameOf(field.of, one)).join(', ')}`)
  if (!said.length) return null
  const lead = button('Phần chung của cả câu', whole.open, { className: 'link' })
  return el('p', { className: 'hint of-whole' }, `Cả câu đã ghi ${said.join('; ')}. Muốn đổi thì mở `, lead, '.')
}

// A form for the marks of a family on words just chosen.
export const newMark = (text, keys, label, options, save, widen) => {
  const made = form('Phrase', {}, { ...options, keys, start: keys.slice(0, 1), bare: keys.length === 1 })
  panel.create(label, `“${text}”`, made, save)
  const about = document.querySelector('#panel .about')
  const take = () => (about.textContent = `“${widen()}”`)
  about.after(
    el(
      'p',
      { className: 'hint' },
      'Thiếu hay thừa chữ thì bôi đen lại trong câu, rồi bấm ',
      button('Lấy chữ vừa bôi đen', take, { className: 'link' }),
    ),
    ofWhole(keys, options) ?? '',
  )
}

// Each family that a phrase has, with its form.
const familyForm = (phrase, [, label, keys], options, isAlone) => {
  const bare = keys.length === 1
  const start = keys.some((key) => key in phrase) ? [] : keys.slice(0, 1) // what a person did not tick is not ticked
  const made = form('Phrase', phrase, { ...options, keys, bare, start })
  const said = ofWhole(keys, options)
  if (isAlone) return [el('div', {}, said, made.element), made]
  return [el('fieldset', { className: 'family' }, el('legend', { textContent: label }), said, made.element), made]
}

// The marks of words that have some; the words can be changed too.
export const mark = (phrase, options, does, isAmount) => {
  const held = new Set(keysOf(phrase))
  const families = knows().families.filter(([, , keys]) => keys.some((key) => held.has(key)))
  const others = knows().families.filter((one) => !families.includes(one))
  const forms = families.map((one) => familyForm(phrase, one, options, families.length === 1))
  const words = panel.wordsBox('chu-cua-dau', phrase.text, Math.min(5, Math.ceil(phrase.text.length / 45)))
  const label = el('label', { htmlFor: 'chu-cua-dau', textContent: 'Lời của Kế hoạch' })
  const typed = el('div', { className: 'field' }, label, words, options.reason())
  const save = () =>
    does.write(
      isAmount ? once(words.value) : words.value,
      Object.assign({}, ...forms.map(([, made]) => made.changes())),
    )
  const more = moreFamilies(others, (family) => {
    const added = familyForm(phrase, family, options, false)
    forms.push(added)
    more.replaceWith(added[0])
    added[1].focus()
  })
  panel.open(
    families.map(([, name]) => name).join(', ') || 'Chữ này',
    panel.buttons([['Cả câu: sửa lời, thêm câu sau…', does.whole, 'small']]),
    isAmount ? null : el('p', { className: 'about', textContent: `“${phrase.text}”` }),
    el(
      'form',
      { onsubmit: panel.submitted(save) },
      isAmount ? typed : null,
      ...forms.map(([element]) => element),
      more,
      isAmount ? null : el('details', {}, el('summary', { textContent: 'Sửa lời của các chữ này' }), typed),
      panel.sticky(panel.write(), button('Bỏ dấu', does.drop, { className: 'danger' })),
      button('Chọn chữ khác cho dấu này', does.move, { className: 'small' }),
    ),
  )
  if (!isAmount) return panel.focusTitle()
  words.focus()
  return words.setSelectionRange(...figureIn(phrase.text))
}

// Where the number of an amount stands: it alone is typed anew, its unit and the words around it stay.
const figureIn = (text) => {
  const found = [...text.matchAll(/\d[\d.,]*(?=\s*(?:%|đồng|(?:nghìn|ngàn|triệu|tỷ|tỉ) đồng))/gi)]
  if (found.length !== 1) return [0, text.replace(/[,;.:]$/, '').length] // the stroke after it is the sentence's
  return [found[0].index, found[0].index + found[0][0].length]
}
// A unit typed again after a number that has it still.
const once = (text) => text.replace(/((?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )?đồng)\s+\1/gi, '$1')

const moreFamilies = (others, add) => {
  const choice = el(
    'select',
    { 'aria-label': 'Thêm loại dấu khác ở các chữ này' },
    el('option', { textContent: 'Thêm loại dấu khác…' }),
    ...others.map(([, label]) => el('option', { textContent: label })),
  )
  choice.onchange = () => choice.selectedIndex && add(others[choice.selectedIndex - 1])
  return choice
}
