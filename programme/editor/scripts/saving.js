// Steps back and again, what is not saved yet, saving and publishing.

import { ask } from './dialog.js'
import { el } from './elements.js'
import { lead, say, show, showState, stateNow, tell } from './page.js'
import { get, here, post } from './server.js'

export const stepBy = async (name) => {
  const answer = await post(name)
  show(answer)
  tell(answer)
  if (answer.done && answer.page && answer.page !== here) lead(answer.page)
}

const list = (lines) => el('ul', { className: 'changes' }, ...lines.map((one) => el('li', { textContent: one })))
const AFTER = 'Sau khi lưu, trang Nhật ký thay đổi kể các chỗ này với ngày hôm nay.'
const NONE = 'Mỗi lần bấm Ghi, máy đã ghi ngay vào tệp; Lưu là đưa các chỗ sửa vào lịch sử.'

export const openSave = async () => {
  const { changes } = await get('unsaved')
  const choices = changes.length ? [['Lưu vào lịch sử', 'save', 'first']] : []
  if (stateNow().publish) choices.push(['Phát hành trang', 'publish'], ['Quay về bản phát hành trước', 'unpublish'])
  const picked = await ask(
    changes.length ? 'Những chỗ chưa lưu' : 'Mọi chỗ sửa đã lưu',
    changes.length ? [AFTER, list(changes)] : NONE,
    [...choices, ['Đóng', null]],
  )
  if (!picked) return
  say(picked === 'save' ? 'Đang lưu…' : 'Đang làm, có thể mất một hai phút…')
  const answer = await post(picked)
  showState(answer.state)
  const said = answer.done ? (picked === 'save' ? 'Đã lưu vào lịch sử' : 'Xong') : 'Chưa xong'
  say(`${said}.`)
  await ask(said, [list([answer.said].flat())], [['Đóng', null, 'first']])
}
