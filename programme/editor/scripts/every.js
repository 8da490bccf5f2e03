// All marks of a sentence in one form, written in one step.

import { el } from './elements.js'
import { familyForm } from './forms.js'
import { keysOf, phrasesOf } from './marks.js'
import * as panel from './panel.js'
import { knows } from './server.js'

const NONE = 'Chưa đổi gì ở câu này.'

// The marks of one phrase; `changes()` gives what is other now, all of it taken away where the box is ticked.
const ofPhrase = (phrase, options) => {
  const keys = keysOf(phrase)
  const families = knows().families.filter(([, , all]) => all.some((key) => keys.includes(key)))
  const forms = families.map((one) => familyForm(phrase, one, options, families.length === 1))
  const told = el('summary', { textContent: families.map(([, label]) => label).join('; ') })
  const fields = el('details', {}, told, ...forms.map(([element]) => element))
  const drop = el('input', { type: 'checkbox', onchange: () => (fields.hidden = drop.checked) })
  const legend = el('legend', { textContent: `“${phrase.text}”` })
  const element = el(
    'fieldset',
    { className: 'family' },
    legend,
    el('label', {}, drop, ' Bỏ dấu ở các chữ này'),
    fields,
  )
  const none = () => Object.fromEntries(keys.map((key) => [key, null]))
  const changes = () => (drop.checked ? none() : Object.assign({}, ...forms.map(([, made]) => made.changes())))
  return { element, changes }
}

export const every = (value, options, write) => {
  const marked = [...phrasesOf(value).entries()].filter(([, phrase]) => keysOf(phrase).length)
  const parts = marked.map(([place, phrase]) => [place, ofPhrase(phrase, options)])
  const save = () => {
    const all = parts.map(([place, part]) => [place, part.changes()]).filter(([, sets]) => Object.keys(sets).length)
    return all.length ? write(Object.fromEntries(all)) : panel.wrong([NONE])
  }
  const fields = parts.map(([, { element }]) => element)
  panel.open(
    'Các dấu của câu này',
    el('form', { onsubmit: panel.submitted(save) }, ...fields, panel.sticky(panel.write())),
  )
  panel.focusTitle()
}
