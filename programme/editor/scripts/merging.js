// One thing that stands in a list twice: all that names this record names the other from then on.

import { el } from './elements.js'
import { input } from './inputs.js'
import { change, valueOf } from './page.js'
import * as panel from './panel.js'
import { learn } from './server.js'

export const MERGED = { Agency: 'agencies', Group: 'groups', Place: 'places' }
export const merge = (block, list) => {
  const name = block.getAttribute('aria-label')
  const field = {
    key: 'to',
    name: 'Nhập vào',
    meaning: '',
    widget: 'thing',
    of: list,
    required: true,
    without: valueOf(block).id,
  }
  const made = input(field, null, {})
  const about =
    `Mọi chỗ đang nêu “${name}” sẽ nêu mục chọn ở dưới, cả trong câu hỏi còn chờ. Tên “${name}” thành cách viết khác ` +
    'của mục ấy, rồi mục này bị bỏ. Nhầm thì bấm “Lùi lại”.'
  const save = async () => {
    if (!made.read()) return panel.wrong(['Gõ vài chữ của tên, rồi chọn mục mà mục này nhập vào.'])
    return (await change('merge', block, { to: made.read() })) && learn()
  }
  const hint = el('p', { className: 'hint', textContent: about })
  const asked = el('form', { onsubmit: panel.submitted(save) }, made.element, hint, panel.sticky(panel.write()))
  panel.open(`Nhập “${name}” vào mục khác`, asked)
  made.element.querySelector('input').focus()
}
