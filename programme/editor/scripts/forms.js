// The forms of marks: of words just chosen, of words that have some.

import { button, el } from './elements.js'
import { form } from './form.js'
import { keysOf } from './marks.js'
import * as panel from './panel.js'
import { fieldOf, knows, nameOf } from './server.js'

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

// A form for the marks of a family on words just chosen, and of more families of the same words if these say more;
// `given` is what the words say by themselves.
export const newMark = (text, family, options, save, widen, given) => {
  const forms = [familyForm(given, family, options, true)]
  const read = () => Object.assign({}, ...forms.map(([, made]) => made.read()))
  const more = moreFamilies(
    knows().families.filter((one) => one[0] !== family[0]),
    (other) => addFamily(forms, {}, other, options, more),
  )
  const about = el('p', { className: 'about', textContent: `“${text}”` })
  const take = button('Lấy chữ vừa bôi đen', () => (about.textContent = `“${widen()}”`), { className: 'link' })
  const again = el('p', { className: 'hint' }, 'Thiếu hay thừa chữ thì bôi đen lại trong câu, rồi bấm ', take)
  const fields = [about, again, forms[0][0], more, panel.sticky(panel.write())]
  panel.open(family[1], el('form', { onsubmit: panel.submitted(() => save(read())) }, ...fields))
  forms[0][1].focus()
}

// Each family that a phrase has, with its form.
export const familyForm = (phrase, [, label, keys], options, isAlone) => {
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
  const more = moreFamilies(others, (family) => addFamily(forms, phrase, family, options, more))
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

// One more family for the words of a form; the choice of yet another stays below.
const addFamily = (forms, phrase, family, options, more) => {
  const added = familyForm(phrase, family, options, false)
  forms.push(added)
  more.before(added[0])
  added[1].focus()
}

const moreFamilies = (others, add) => {
  const choice = el(
    'select',
    { 'aria-label': 'Thêm loại dấu khác ở các chữ này' },
    el('option', { textContent: 'Thêm loại dấu khác…' }),
    ...others.map(([name, textContent]) => el('option', { value: name, textContent })),
  )
  choice.onchange = () => {
    const family = others.find(([name]) => name === choice.value)
    if (!family) return
    choice.selectedOptions[0].remove()
    choice.selectedIndex = 0
    choice.hidden = choice.length < 2
    add(family)
  }
  return choice
}
