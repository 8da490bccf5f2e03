// One input for one field: a text, words of a list, yes or no, a day, what is named.

import { asDay, button, el, isGiven, unique } from './elements.js'
import { knows } from './server.js'
import { picker } from './things.js'

const LONG = new Set(['note', 'explanation', 'summary', 'answer', 'text', 'condition', 'no_lead', 'no_basis', 'title'])

const hint = (id, meaning) => (meaning ? el('p', { className: 'hint', id: `${id}-y`, textContent: meaning }) : null)
const described = (id, meaning) => (meaning ? { 'aria-describedby': `${id}-y` } : {})
const must = (field) => (field.required && !field.blank && field.widget !== 'id' ? ' (phải có)' : '')

const labelled = (field, control, id, meaning = field.meaning) =>
  el(
    'div',
    { className: `field ${field.widget}` },
    el('label', { htmlFor: id, textContent: field.name + must(field) }),
    hint(id, meaning),
    control,
  )

const thing = (field, value, options, id) => {
  const made = picker(field, value, options.make)
  made.box.id = id
  return { element: labelled(field, made.element, id), read: () => made.read() }
}

const flag = (field, value, options, id) => {
  const checked = isGiven(value) ? value === 'true' : field.default
  const box = el('input', { type: 'checkbox', id, checked, ...described(id, field.meaning) })
  const label = el('label', { htmlFor: id }, box, ` ${field.name}`)
  const element = el('div', { className: 'field flag' }, label, hint(id, field.meaning))
  return { element, read: () => (box.checked === field.default ? null : String(box.checked)) }
}

const day = (field, value, options, id) => {
  const box = el('input', { type: 'text', id, value: asDay(value), ...described(id, field.meaning) })
  return { element: labelled(field, box, id), read: () => box.value.trim() || null }
}

const lines = (field, value, options, id) => {
  const held = (value ?? []).join('\n')
  const rows = Math.min(6, Math.max(2, held.split('\n').length))
  const meaning = `${field.meaning} Mỗi dòng một ý.`.trim()
  const box = el('textarea', { id, value: held, rows, ...described(id, meaning) })
  const read = () => box.value.split('\n').filter((one) => one.trim())
  return { element: labelled(field, box, id, meaning), read: () => (read().length ? read() : null) }
}

const text = (field, value, options, id) => {
  if (field.many) return lines(field, value, options, id)
  const meaning = field.widget === 'id' && !value ? `Để trống thì máy tự đặt từ tên. ${field.meaning}` : field.meaning
  const describes = described(id, meaning)
  const box =
    field.quotes || LONG.has(field.key)
      ? el('textarea', {
          id,
          value: value ?? '',
          rows: 1 + Math.min(5, Math.floor((value ?? '').length / 45)),
          ...describes,
        })
      : el('input', {
          type: 'text',
          id,
          value: value ?? '',
          inputMode: field.widget === 'number' ? 'numeric' : 'text',
          readOnly: field.widget === 'id' && Boolean(value),
          ...describes,
        })
  const take = field.quotes && options.words
  const fromPage = take
    ? button('Điền chữ đang bôi đen', () => (box.value = options.words() || box.value), { className: 'small' })
    : null
  const none = field.empty ? '' : null
  return { element: labelled(field, el('div', {}, box, fromPage), id, meaning), read: () => box.value.trim() || none }
}

// A sign before words: that there is none at all is said, too.
const sign = (field, value, options) => {
  const id = unique('o')
  const made = text({ ...field, empty: false }, value, options, id)
  const none = el('input', { type: 'checkbox', checked: value === '' })
  made.element.append(el('label', {}, none, ' Không có gì đứng đó'))
  return { element: made.element, read: () => (none.checked ? '' : made.read()) }
}

const term = (field, value, options, id) => {
  const taken = options.limits?.taken[field.key] ?? []
  const listed = knows().terms[field.of].filter(([key]) => !taken.includes(key))
  if (field.many) return terms(field, value, listed)
  const choice = el(
    'select',
    { id },
    field.required && value
      ? null
      : el('option', { value: '', textContent: field.required ? '(chọn)' : '(không ghi)' }),
    ...listed.map(([key, label]) => el('option', { value: key, textContent: label, selected: key === value })),
  )
  return { element: labelled(field, choice, id), read: () => choice.value || null }
}

const terms = (field, value, listed) => {
  const held = value ?? []
  const boxes = listed.map(([key]) => el('input', { type: 'checkbox', value: key, checked: held.includes(key) }))
  const labels = boxes.map((box, at) => el('label', {}, box, ` ${listed[at][1]}`))
  const element = el(
    'fieldset',
    { className: 'field pills' },
    el('legend', { textContent: field.name }),
    el('div', {}, ...labels),
  )
  const read = () => {
    const now = boxes.filter((box) => box.checked).map((box) => box.value)
    const before = held.filter((one) => now.includes(one)) // in the order that is there
    return [...before, ...now.filter((one) => !before.includes(one))]
  }
  return { element, read: () => (read().length ? read() : null) }
}

const KINDS = { thing, flag, day, term }

// What one field is entered with: `element`, and `read()`, null where nothing is entered.
export const input = (field, value, options) => {
  if (field.empty && !field.many && !field.required) return sign(field, value, options)
  return (KINDS[field.widget] ?? text)(field, value, options, unique('o'))
}
