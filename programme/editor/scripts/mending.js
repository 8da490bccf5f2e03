// Pages of the site that are missing, or that nothing of the data is left for.

import { ask, sure } from './dialog.js'
import { el } from './elements.js'
import { leading } from './leads.js'
import { show, tell } from './page.js'
import { post } from './server.js'

const MANY = 5
const LOST =
  'Nhiều trang thừa một lúc thường là do dữ liệu bị mất mục. Nếu vậy thì đừng xóa: lấy lại dữ liệu trước, các trang này ' +
  'lại có nội dung.'

const LEADS = 'Địa chỉ cũ dẫn tới đâu?'
const WRITE = [
  ['Ghi', true, 'first'],
  ['Thôi', false],
]

// What is deleted is asked about once, all of it named.
export const mendPages = async (event) => {
  const button = event.target.closest('button.pages')
  if (!button) return
  const orphans = JSON.parse(button.dataset.orphans)
  const names = el('ul', { className: 'changes' }, ...orphans.map(([, name]) => el('li', { textContent: name })))
  const leads = leading(JSON.parse(button.dataset.leads))
  const words = [orphans.length < MANY ? '' : LOST, names, leads.element, 'Nhầm thì bấm “Lùi lại”.'].filter(Boolean)
  if (orphans.length && !(await sure(`Xóa ${orphans.length} trang thừa?`, words, 'Xóa'))) return
  if (!orphans.length && leads.element.childElementCount && !(await ask(LEADS, words, WRITE))) return
  const answer = await post('pages', { orphans: orphans.map(([file]) => file), leads: leads.read() })
  show(answer)
  tell(answer)
}
