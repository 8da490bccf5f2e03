// Steps back and again, what is not saved yet, saving and publishing.

import { ask } from './dialog.js'
import { el } from './elements.js'
import { lead, now, say, show, showState, stateNow, tell } from './page.js'
import { get, here, part, post } from './server.js'

export const stepBy = async (name) => {
  const answer = await post(name, { later: now.later })
  show(answer)
  tell(answer)
  if (answer.done && answer.page && answer.page !== here) lead(answer.page)
}

// What changed, by the part of the plan it is of: what it was, what it is now.
const side = (label, words, tag) => el('p', {}, `${label}: `, el(tag, { textContent: words }))
const told = ({ what, old, new: next }) =>
  el('li', {}, what, old ? side('Trước', old, 'del') : null, next ? side('Nay', next, 'ins') : null)
const parts = (changes) =>
  [...new Set(changes.map((one) => one.name))].flatMap((name) => [
    el('h3', { textContent: name }),
    el('ul', { className: 'changes' }, ...changes.filter((one) => one.name === name).map(told)),
  ])

const list = (lines) => el('ul', { className: 'changes' }, ...lines.map((one) => el('li', { textContent: one })))
const AFTER = {
  true: 'Sau khi lưu, trang Nhật ký thay đổi kể các chỗ này với ngày hôm nay.',
  false:
    'Trang chưa phát hành lần nào, nên người đọc không thấy các chỗ này đã đổi: Nhật ký thay đổi chỉ kể từ lần phát hành đầu.',
}
const KEPT = {
  true: 'Các chỗ sửa nay có trong lịch sử và ở trang Nhật ký thay đổi.',
  false: 'Các chỗ sửa nay có trong lịch sử. Nhật ký thay đổi của trang bắt đầu kể từ lần phát hành đầu.',
}
const NO_ADDRESS =
  'Trang chưa có địa chỉ, nên bản in không có mã QR, máy tìm kiếm không được chỉ tới các trang. Có địa chỉ rồi thì bấm ' +
  '“Lưu…”, rồi “Ghi địa chỉ của trang…”.'
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
  'Muốn chép trang vào USB thì không cần phát hành: nhờ người quản trị gõ make offline.',
]
const ADDRESS =
  'Địa chỉ mà mọi người gõ để mở trang, ví dụ https://giam-ngheo.example/. Có địa chỉ thì bản in có mã QR, máy tìm kiếm ' +
  'tìm thấy trang. Chỉ chép vào thư mục chia sẻ, không có địa chỉ thì để trống.'

// Where the site is published and its address: asked for once, they stand in the settings from then on.
const place = async (held, wrong = '') => {
  const boxes = {}
  const field = (key, id, label, hint, placeholder) => {
    boxes[key] = el('input', { type: 'text', id, value: held[key], placeholder, 'aria-describedby': `${id}-y` })
    const about = el('p', { className: 'hint', id: `${id}-y`, textContent: hint })
    return el('div', { className: 'field' }, el('label', { htmlFor: id, textContent: label }), about, boxes[key])
  }
  const fields = [
    field('folder', 'noi-phat-hanh', 'Thư mục', 'Ghi cả đường dẫn.', '/srv/giam-ngheo'),
    field('address', 'dia-chi-trang', 'Địa chỉ trang trên mạng', ADDRESS, 'https://'),
  ]
  const words = wrong ? [el('p', { className: 'wrong', role: 'alert', textContent: wrong })] : PLACE
  const picked = await ask(
    'Nơi phát hành',
    [...words, ...fields],
    [
      ['Ghi', true, 'first'],
      ['Thôi', null],
    ],
  )
  if (!picked) return null
  const given = { folder: boxes.folder.value, address: boxes.address.value }
  const answer = await post('publish-to', given)
  showState(answer.state ?? {})
  if (!answer.done) return place(given, answer.said)
  say(answer.said)
  return openSave()
}

const SAVED = 'Mọi chỗ sửa đã lưu'
const PUBLISH = ['Phát hành trang', 'publish']
const PLACED = ['Đặt nơi phát hành…', 'publish-to']

// What can be done with the site, beside saving; what is edited is saved on the way.
const sites = (held, isEdited) => {
  if (!stateNow().may_publish) return []
  if (!held.folder) return [PLACED]
  const publish = isEdited ? ['Lưu rồi phát hành', 'save publish'] : PUBLISH
  const change = [held.address ? 'Đổi nơi, địa chỉ…' : 'Ghi địa chỉ của trang…', 'publish-to']
  const back = held.may_go_back ? [['Quay về bản phát hành trước', 'unpublish']] : []
  return [publish, ...back, change]
}

const openWrong = async (wrong) => {
  const where = await get('wrong')
  const words = `Còn ${wrong} chỗ phải sửa, nên chưa lưu được. Những gì đã ghi vẫn còn nguyên.`
  const to = where.page ? [['Tới chỗ phải sửa', 'go', 'first']] : []
  if (await ask('Chưa lưu được', words, [...to, ['Đóng', null]])) location.href = where.page
}

export const openSave = async () => {
  const { wrong, edited, others } = stateNow()
  const held = await get('unsaved')
  if (wrong && edited) return openWrong(wrong)
  const { changes, reasons, logged } = held
  const choices = changes.length ? [['Lưu vào lịch sử', 'save', 'first']] : []
  choices.push(...sites(held, changes.length > 0))
  if (others && !changes.length) choices.push(['Trao đổi với máy khác', 'exchange', 'first'])
  const picked = await ask(
    changes.length ? 'Những chỗ chưa lưu' : SAVED,
    changes.length ? [AFTER[logged], ...parts(changes), ...reasons.map((one) => `Lý do sửa lời: ${one}.`)] : NONE,
    [...choices, ['Đóng', null]],
  )
  return picked && chose(picked, held)
}

const DOING = { save: 'Đang lưu…' }

// What was chosen in the box, one after the other; what came of it is told, with what may be done next.
const chose = async (picked, held) => {
  if (picked === 'exchange') return exchange({})
  if (picked === 'publish-to') return place(held)
  let answer
  for (const one of picked.split(' ')) {
    say(DOING[one] ?? 'Đang làm, có thể mất một hai phút…')
    answer = await post(one)
    showState(answer.state ?? {})
    if (!answer.done) break
  }
  const isSaved = answer.done && picked === 'save'
  const said = answer.done ? (isSaved ? 'Đã lưu vào lịch sử' : 'Xong') : 'Chưa xong'
  say(`${said}.`)
  const words = isSaved && held.changes.length ? [KEPT[held.logged]] : [list([answer.said].flat())]
  if (answer.done && picked.split(' ').includes('publish') && !held.address) words.push(NO_ADDRESS)
  const next = isSaved ? sites(held, false).filter(([, to]) => to !== 'unpublish') : []
  const [first, ...rest] = [...next, ['Đóng', null]]
  const then = await ask(said, words, [[...first, 'first'], ...rest])
  return then && chose(then, { ...held, changes: [] })
}
