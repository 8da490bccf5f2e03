// Where the published address of a page that goes shall lead: one choice for each.

import { el, unique } from './elements.js'

// `leads` are [{ address, choices: [[address, title], ...] }, ...]; `read()` gives address -> the one chosen.
export const leading = (leads) => {
  const boxes = leads.map(({ address, choices }) => {
    const options = choices.map(([value, textContent]) => el('option', { value, textContent }))
    return [address, el('select', { id: unique('toi') }, ...options)]
  })
  const fields = boxes.map(([address, box]) =>
    el(
      'div',
      { className: 'field' },
      el('label', { htmlFor: box.id, textContent: `Địa chỉ cũ /${address} dẫn tới` }),
      box,
    ),
  )
  return {
    element: el('div', { className: 'leads' }, ...fields),
    read: () => Object.fromEntries(boxes.map(([address, box]) => [address, box.value])),
  }
}
