// Small helpers: elements, Vietnamese letters without marks, days.

export const isGiven = (value) => value !== null && value !== undefined
export const last = (list) => list[list.length - 1]

export const el = (tag, properties = {}, ...children) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name in made && name !== 'list' && name !== 'form') made[name] = value
    else if (value !== false && isGiven(value)) made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children.filter((one) => isGiven(one) && one !== false))
  return made
}

export const button = (text, does, properties = {}) =>
  el('button', { type: 'button', textContent: text, onclick: does, ...properties })

export const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()

// "2023-06-05" is "5/6/2023", "2023-06" is "6/2023".
export const asDay = (iso) => {
  const [year, month, day] = (iso ?? '').split('-')
  return [day, month, year].filter(Boolean).map(Number).join('/')
}

const sorted = (_, value) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value
export const same = (one, other) => JSON.stringify(one ?? null, sorted) === JSON.stringify(other ?? null, sorted)

// What a list holds, one of it: "Các bảng" is "bảng".
export const oneOf = (field) => field.name.toLowerCase().replace(/^các /, '')

let count = 0
export const unique = (name) => `${name}-${++count}`
