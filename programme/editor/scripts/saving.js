// Steps back and again, what is not saved yet, saving and publishing.

import { ask } from './dialog.js'
import { el } from './elements.js'
import { lead, say, show, showState, stateNow, tell } from './page.js'
import { get, here, part, post } from './server.js'

export const stepBy = async (name) => {
  const answer = await post(name)
  show(answer)
  tell(answer)
  if (answer.done && answer.page && answer.page !== here) lead(answer.page)
}

// What changed, by the part of the plan it is of: what it was, what it is now.
const side = (label, words, tag) => el('p', {}, `${label}: `, el(tag, { textContent: words }))
const told = ({ what, old, new: now }) =>
  el('li', {}, what, old ? side('Trước', old, 'del') : null, now ? side('Nay', now, 'ins') : null)
const parts = (changes) =>
  [...new Set(changes.map((one) => one.name))].flatMap((name) => [
    el('h3', { textContent: name }),
    el('ul', { className: 'changes' }, ...changes.filter((one) => one.name === name).map(told)),
  ])

const list = (lines) => el('ul', { className: 'changes' }, ...lines.map((one) => el('li', { textContent: one })))
const AFTER = 'Sau khi lưu, trang Nhật ký thay đổi kể các chỗ này với ngày hôm nay.'
const NONE = 'Mỗi lần bấm Ghi, máy đã giữ ngay; Lưu là đưa các chỗ sửa vào lịch sử.'

const SIDES = [
  ['Giữ của tôi', 'mine'],
  ['Lấy của người kia', 'theirs'],
]

// What others saved comes, what was saved here goes; where both changed the same, it is asked for one by one.
const exchange = async (chosen) => {
  say('Đang trao đổi với máy khác…')
  const answer = await post('exchange', { chosen })
  showState(answer.state ?? {})
  if (!answer.clashes?.length) {
    say(answer.said)
    show(await part())
    await ask(answer.done ? 'Xong' : 'Chưa xong', answer.said, [['Đóng', null, 'first']])
    return
  }
  const next = { ...chosen }
  for (const one of answer.clashes) {
    const words = [`Trước: “${one.old}”`, `Của bạn: “${one.mine}”`, `Của người kia: “${one.theirs}”`]
    const picked = await ask('Hai người cùng sửa chỗ này', words, [...SIDES, ['Thôi, để sau', null]])
    if (!picked) return
    next[one.id] = picked
  }
  await exchange(next)
}

const PLACE = [
  'Trang phát hành được chép vào một thư mục để mọi người xem: thư mục của máy chủ web, hay thư mục chia sẻ trong cơ quan. ' +
    'Không rõ thì hỏi người quản trị.',
  'Đặt rồi thì hộp Lưu có nút “Phát hành trang”. Muốn chép trang vào USB thì không cần: nhờ người quản trị gõ make offline.',
]

// Where the site is published: asked for once, it stands in the settings from then on.
const place = async (wrong = '') => {
  const box = el('input', { type: 'text', id: 'noi-phat-hanh', placeholder: '/srv/giam-ngheo' })
  const label = el('label', { htmlFor: box.id, textContent: 'Thư mục, ghi cả đường dẫn' })
  const field = el('div', { className: 'field' }, label, box)
  const words = wrong ? [el('p', { className: 'wrong', role: 'alert', textContent: wrong })] : PLACE
  const picked = await ask(
    'Nơi phát hành',
    [...words, field],
    [
      ['Ghi', true, 'first'],
      ['Thôi', null],
    ],
  )
  if (!picked) return
  const answer = await post('publish-to', { folder: box.value })
  showState(answer.state ?? {})
  if (!answer.done) return place(answer.said)
  say(answer.said)
  await openSave()
}

export const openSave = async () => {
  const { changes, reasons } = await get('unsaved')
  const { wrong, edited } = stateNow()
  if (wrong && edited) {
    const where = await get('wrong')
    const words = `Còn ${wrong} chỗ phải sửa, nên chưa lưu được. Những gì đã ghi vẫn còn nguyên.`
    const to = where.page ? [['Tới chỗ phải sửa', 'go', 'first']] : []
    if (await ask('Chưa lưu được', words, [...to, ['Đóng', null]])) location.href = where.page
    return
  }
  const choices = changes.length ? [['Lưu vào lịch sử', 'save', 'first']] : []
  if (stateNow().publish) choices.push(['Phát hành trang', 'publish'], ['Quay về bản phát hành trước', 'unpublish'])
  else if (stateNow().may_publish) choices.push(['Đặt nơi phát hành…', 'publish-to'])
  if (stateNow().others && !changes.length) choices.push(['Trao đổi với máy khác', 'exchange', 'first'])
  const picked = await ask(
    changes.length ? 'Những chỗ chưa lưu' : 'Mọi chỗ sửa đã lưu',
    changes.length ? [AFTER, ...parts(changes), ...reasons.map((one) => `Lý do sửa lời: ${one}.`)] : NONE,
    [...choices, ['Đóng', null]],
  )
  if (!picked) return
  if (picked === 'exchange') {
    await exchange({})
    return
  }
  if (picked === 'publish-to') {
    await place()
    return
  }
  say(picked === 'save' ? 'Đang lưu…' : 'Đang làm, có thể mất một hai phút…')
  const answer = await post(picked)
  showState(answer.state)
  const said = answer.done ? (picked === 'save' ? 'Đã lưu vào lịch sử' : 'Xong') : 'Chưa xong'
  say(`${said}.`)
  const count = `${changes.length} chỗ sửa nay có trong lịch sử và ở trang Nhật ký thay đổi.`
  const words = answer.done && picked === 'save' && changes.length ? count : list([answer.said].flat())
  await ask(said, words, [['Đóng', null, 'first']])
}
