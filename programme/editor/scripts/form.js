// A form for fields of a record, made of the catalogue: whatever a record has can be entered.

import { asDay, button, el, isGiven, oneOf, same } from './elements.js'
import { input } from './inputs.js'
import { fieldOf, fieldsOf, knows } from './server.js'

const isNothing = (value, field) =>
  !isGiven(value) || (value === '' && !field?.empty) || (Array.isArray(value) && !value.length)
const tidy = (value, field) => (isNothing(value, field) ? null : value)
const asShown = (kind, key, value) => (fieldOf(kind, key)?.widget === 'day' ? asDay(value) : value)

// Words that stand on the page, and what they are made of, are not entered in a form.
const isInForm = (kind, field, value, options) => {
  if (field.key === 'cells' || (field.key === 'phrases' && kind === 'Paragraph')) return false
  if (field.widget === 'id' && isNothing(value) && !options.isNew && !options.isNested) return false
  if (options.keys) return options.keys.includes(field.key)
  if (options.limits?.without.includes(field.key)) return false
  if (field.widget === 'sentences') return Boolean(options.isNew && field.required)
  return !(knows().structure[kind] ?? []).includes(field.key)
}

const made = (field, value, options) => {
  if (field.widget !== 'record') return input(field, value, options)
  return field.many ? records(field, value ?? [], options) : record(field, value, options)
}

// `value` is as in the data. `read()` gives what is entered: null where nothing is; `changes()` only what is other now.
// `options`: `keys`, only these fields; `start`, records that begin with one; `bare`, the one record without a frame of
// its own; `limits`, what cannot be said where it stands; `words()`, the words chosen on the page; `make`, see things.js.
export const form = (kind, value = {}, options = {}) => {
  const inputs = {}
  const body = el('div', { className: 'form' })
  const more = el('details', {}, el('summary', { textContent: 'Chi tiết khác' }))
  const hasMust = fieldsOf(kind).some((one) => one.required)
  const asked = fieldsOf(kind).filter((one) => isInForm(kind, one, value[one.key], options))
  if (options.keys) asked.sort((one, other) => options.keys.indexOf(one.key) - options.keys.indexOf(other.key))
  for (const field of asked) {
    inputs[field.key] = made(field, value[field.key], options)
    const isShort = (options.isNested || options.isNew) && hasMust
    const isOurs = kind === 'Plan' && field.key === 'form' // how the data is written: of the engine, not of the plan
    const isMore = field.widget === 'id' || isOurs || (isShort && !field.required)
    if (isMore && isGiven(value[field.key]) && field.widget !== 'id' && !isOurs) more.open = true
    ;(isMore ? more : body).append(inputs[field.key].element)
  }
  if (more.childElementCount > 1) body.append(more)
  if (options.limits?.hint) body.append(el('p', { className: 'hint', textContent: options.limits.hint }))
  const read = () => Object.fromEntries(Object.entries(inputs).map(([key, one]) => [key, one.read()]))
  const isOther = ([key, now]) => {
    const field = fieldOf(kind, key)
    return !same(tidy(now, field), tidy(asShown(kind, key, value[key]), field))
  }
  return {
    element: body,
    read,
    changes: () => Object.fromEntries(Object.entries(read()).filter(isOther)),
    focus: () => body.querySelector('input, select, textarea, button')?.focus(),
  }
}

const nested = (field, value, options) =>
  form(field.of, value ?? {}, { ...options, keys: undefined, limits: undefined, bare: false, isNested: true })

// A record as the data has it: days that nobody changed are as they were.
const whole = (inner, kind, before) => {
  const now = Object.fromEntries(
    Object.entries(inner.read()).filter(([key, one]) => !isNothing(one, fieldOf(kind, key))),
  )
  for (const key of Object.keys(now)) {
    if (before && fieldOf(kind, key).widget === 'day' && now[key] === asDay(before[key])) now[key] = before[key]
  }
  return now
}

const record = (field, value, options) => {
  const inner = nested(field, value, options)
  if (options.bare) return { element: inner.element, read: () => whole(inner, field.of, value) }
  const isMust = field.required && !field.blank
  const checked = isGiven(value) || isMust || options.start?.includes(field.key)
  const on = el('input', { type: 'checkbox', checked })
  inner.element.hidden = !on.checked
  on.onchange = () => (inner.element.hidden = !on.checked)
  const name = isMust ? field.name : el('label', {}, on, ` ${field.name}`)
  const about = field.meaning ? el('p', { className: 'hint', textContent: field.meaning }) : null
  const element = el('fieldset', { className: 'field record' }, el('legend', {}, name), about, inner.element)
  return { element, read: () => (on.checked ? whole(inner, field.of, value) : null) }
}

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1)

const records = (field, values, options) => {
  let rows = []
  const holder = el('div', { className: 'rows' })
  const more = button(`Thêm ${oneOf(field)}`, () => add(null).inner.focus(), { className: 'small' })
  const number = () =>
    rows.forEach((row, at) => (row.title.textContent = rows.length > 1 ? `${capital(oneOf(field))} ${at + 1}` : ''))
  const add = (value) => {
    const row = { inner: nested(field, value, options), value, title: el('p', { className: 'nth' }) }
    const drop = button('Bỏ phần này', () => {
      rows = rows.filter((one) => one !== row)
      box.remove()
      number()
      more.focus()
    })
    const box = el('div', { className: 'row' }, row.title, row.inner.element, el('p', {}, drop))
    rows.push(row)
    number()
    holder.append(box)
    return row
  }
  values.forEach(add)
  if (!values.length && options.start?.includes(field.key)) add(null)
  const element = options.bare
    ? el('div', {}, holder, more)
    : el('fieldset', { className: 'field records' }, el('legend', { textContent: field.name }), holder, more)
  return { element, read: () => (rows.length ? rows.map((one) => whole(one.inner, field.of, one.value)) : null) }
}
