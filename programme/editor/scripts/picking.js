// Several sentences at once: chosen one by one, marked in one step.

import { filled, options } from './asking.js'
import { button, el } from './elements.js'
import { familyForm } from './forms.js'
import { blockOf, blocks, change, choose, rove, spotOf } from './page.js'
import * as panel from './panel.js'
import { knows } from './server.js'

const FAMILIES = new Set(['duty', 'whom'])
const picked = new Set()
export const isPicking = () => picked.size > 0
const paint = () => blocks().forEach((one) => one.classList.toggle('is-picked', picked.has(one.id)))

export const stopPicking = () => {
  picked.clear()
  paint()
}

// In the order of the page; what is gone meanwhile is not meant.
const meant = () => blocks().filter((one) => picked.has(one.id))

const ask = (family) => {
  const [element, made] = familyForm({}, family, options(), true)
  const save = async () => {
    const [first] = meant()
    const given = { blocks: meant().map(spotOf), sets: filled(made.read()) }
    if (await change('many', first, given)) stopPicking()
  }
  const about = el('p', { className: 'hint', textContent: 'Không chọn vai trò thì máy đọc từ lời của từng câu.' })
  panel.open(
    `${family[1]}: ${picked.size} câu`,
    el(
      'form',
      { onsubmit: panel.submitted(save) },
      element,
      family[0] === 'duty' ? about : null,
      panel.sticky(panel.write()),
    ),
  )
  made.focus()
}

const leave = () => {
  stopPicking()
  panel.shut()
  blockOf()?.focus()
}

// One more sentence, or one less.
export const pick = (block) => {
  if (!picked.delete(block.id)) picked.add(block.id)
  choose(null, null)
  rove(block, false)
  paint()
  const families = knows().families.filter(([name]) => FAMILIES.has(name))
  panel.open(
    `${picked.size} câu đang chọn`,
    el('p', { className: 'hint', textContent: 'Bấm câu khác để chọn thêm, bấm lại để bỏ. Các câu này nói gì?' }),
    el(
      'ul',
      { className: 'families' },
      ...families.map((one) =>
        el(
          'li',
          {},
          button(one[1], () => ask(one), { className: `mark m-${one[0]}` }),
        ),
      ),
    ),
    panel.buttons([['Thôi chọn', leave]]),
  )
  if (!picked.size) leave()
}
