// A form for fields of a record, made of the catalogue: whatever a record has can be entered.

import { asDay, button, el, same, unique } from './elements.js'
import { fieldOf, fieldsOf, knows } from './server.js'
import { picker } from './things.js'

const LONG = new Set(['note', 'explanation', 'summary', 'answer', 'text', 'condition', 'no_lead', 'no_basis', 'title'])

// `value` is as in the data. `read()` gives what is entered: null where nothing is.
// `options`: `keys`, only these fields; `bare`, the one record in it without a frame of its own; `words()`, the words chosen on the page; `make`, see things.js.
export const form = (kind, value = {}, options = {}) => {
  const inputs = {}
  const body = el('div', { className: 'form' })
  const more = el('details', {}, el('summary', { textContent: 'Chi tiết khác' }))
  const below = new Set(knows().structure[kind] ?? [])
  for (const field of fieldsOf(kind)) {
    if (options.keys ? !options.keys.includes(field.key) : below.has(field.key) || field.widget === 'sentences')
      continue
    if (field.key === 'cells' || (field.key === 'phrases' && kind === 'Paragraph')) continue
    if (field.widget === 'id' && (value[field.key] ?? '') === '' && options.isNew !== true && !options.isNested)
      continue
    inputs[field.key] = input(field, value[field.key], options)
    const isMore = options.isNested && !field.required && fieldsOf(kind).some((one) => one.required)
    ;(isMore ? more : body).append(inputs[field.key].element)
    if (isMore && value[field.key] != null) more.open = true
  }
  if (more.childElementCount > 1) body.append(more)
  const read = () => Object.fromEntries(Object.entries(inputs).map(([key, one]) => [key, one.read()]))
  // Only what is other than before: {key: value, or null where it goes}.
  const changes = () =>
    Object.fromEntries(
      Object.entries(read()).filter(([key, now]) => !same(tidy(now), tidy(shownAs(kind, key, value[key])))),
    )
  return { element: body, read, changes, focus: () => body.querySelector('input, select, textarea, button')?.focus() }
}

const tidy = (value) => (value === '' || (Array.isArray(value) && !value.length) ? null : value)
const shownAs = (kind, key, value) => (fieldOf(kind, key)?.widget === 'day' ? asDay(value) : value)

const labelled = (field, control, id) =>
  el(
    'div',
    { className: `field ${field.widget}` },
    el('label', { htmlFor: id, textContent: field.name + (field.required && !field.blank ? ' (phải có)' : '') }),
    field.meaning ? el('p', { className: 'hint', id: `${id}-y`, textContent: field.meaning }) : null,
    control,
  )

const input = (field, value, options) => {
  const id = unique('o')
  const describe = field.meaning ? { 'aria-describedby': `${id}-y` } : {}
  switch (field.widget) {
    case 'term':
      return terms(field, value, id)
    case 'thing': {
      const made = picker(field, value, options.make)
      made.element.querySelector('input').id = id
      return { element: labelled(field, made.element, id), read: made.read }
    }
    case 'flag': {
      const box = el('input', {
        type: 'checkbox',
        id,
        checked: value == null ? field.default : value === 'true',
        ...describe,
      })
      const element = el(
        'div',
        { className: 'field flag' },
        el('label', { htmlFor: id }, box, ` ${field.name}`),
        field.meaning ? el('p', { className: 'hint', id: `${id}-y`, textContent: field.meaning }) : null,
      )
      return { element, read: () => (box.checked === field.default ? null : String(box.checked)) }
    }
    case 'record':
      return field.many ? records(field, value ?? [], options) : record(field, value, options)
    case 'day': {
      const box = el('input', { type: 'text', id, value: asDay(value), inputMode: 'text', ...describe })
      return { element: labelled(field, box, id), read: () => box.value.trim() || null }
    }
  }
  return texts(field, value, id, describe, options)
}

const texts = (field, value, id, describe, options) => {
  const long = field.many || field.quotes || LONG.has(field.key)
  const held = field.many ? (value ?? []).join('\n') : (value ?? '')
  const box = long
    ? el('textarea', {
        id,
        value: held,
        rows: Math.min(6, Math.max(field.many ? 2 : 1, held.split('\n').length)),
        ...describe,
      })
    : el('input', {
        type: 'text',
        id,
        value: held,
        inputMode: field.widget === 'number' ? 'numeric' : 'text',
        readOnly: field.widget === 'id' && Boolean(held),
        ...describe,
      })
  const take =
    field.quotes && options.words && !field.many
      ? button('Lấy chữ đang bôi đen', () => (box.value = options.words() || box.value), { className: 'small' })
      : null
  const hint = field.many ? { ...field, meaning: `${field.meaning} Mỗi dòng một ý.`.trim() } : field
  return {
    element: labelled(hint, el('div', {}, box, take), id),
    read: () => {
      if (!field.many) return box.value.trim() || null
      const lines = box.value.split('\n').map((one) => one.trim())
      return lines.filter(Boolean).length ? lines.filter(Boolean) : null
    },
  }
}

const terms = (field, value, id) => {
  const listed = knows().terms[field.of]
  if (!field.many) {
    const choice = el(
      'select',
      { id },
      field.required ? null : el('option', { value: '', textContent: '(không ghi)' }),
      ...listed.map(([key, label]) => el('option', { value: key, textContent: label, selected: key === value })),
    )
    return { element: labelled(field, choice, id), read: () => choice.value || null }
  }
  const boxes = listed.map(([key, label]) => {
    const box = el('input', { type: 'checkbox', value: key, checked: (value ?? []).includes(key) })
    return [box, el('label', {}, box, ` ${label}`)]
  })
  const element = el(
    'fieldset',
    { className: 'field pills' },
    el('legend', { textContent: field.name }),
    el('div', {}, ...boxes.map(([, label]) => label)),
  )
  const read = () => {
    const now = boxes.filter(([box]) => box.checked).map(([box]) => box.value)
    const before = (value ?? []).filter((one) => now.includes(one)) // in the order that is there
    return [...before, ...now.filter((one) => !before.includes(one))]
  }
  return { element, read: () => (read().length ? read() : null) }
}

const filled = (made) => Object.fromEntries(Object.entries(made).filter(([, one]) => tidy(one) != null))
// A record as the data has it: what the form shows otherwise (days) is as it was, where it was not changed.
const whole = (inner, kind, before) => {
  const now = filled(inner.read())
  for (const key of Object.keys(now)) {
    if (before && fieldOf(kind, key).widget === 'day' && now[key] === asDay(before[key])) now[key] = before[key]
  }
  return now
}

const record = (field, value, options) => {
  if (options.bare) {
    const inner = form(field.of, value ?? {}, { ...options, keys: undefined, bare: false, isNested: true })
    return { element: inner.element, read: () => whole(inner, field.of, value) }
  }
  const on = el('input', { type: 'checkbox', checked: value != null || field.required })
  const inner = form(field.of, value ?? {}, { ...options, keys: undefined, isNested: true })
  inner.element.hidden = !on.checked
  on.onchange = () => (inner.element.hidden = !on.checked)
  const head = field.required
    ? el('legend', { textContent: field.name })
    : el('legend', {}, el('label', {}, on, ` ${field.name}`))
  const element = el('fieldset', { className: 'field record' }, head, inner.element)
  return { element, read: () => (on.checked ? whole(inner, field.of, value) : null) }
}

const records = (field, values, options) => {
  let rows = []
  const holder = el('div', { className: 'rows' })
  const add = (value, focus) => {
    const inner = form(field.of, value ?? {}, { ...options, keys: undefined, bare: false, isNested: true })
    const row = { inner, value }
    const drop = button('Bỏ phần này', () => {
      rows = rows.filter((one) => one !== row)
      box.remove()
      more.focus()
    })
    const box = el('div', { className: 'row' }, inner.element, el('p', {}, drop))
    rows.push(row)
    holder.append(box)
    if (focus) inner.focus()
  }
  values.forEach((one) => add(one))
  const more = button(`Thêm: ${field.name.toLowerCase()}`, () => add(null, true), { className: 'small' })
  if (!values.length && options.start?.includes(field.key)) add()
  const element = options.bare
    ? el('div', {}, holder, more)
    : el('fieldset', { className: 'field records' }, el('legend', { textContent: field.name }), holder, more)
  return { element, read: () => (rows.length ? rows.map((one) => whole(one.inner, field.of, one.value)) : null) }
}
