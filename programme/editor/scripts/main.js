// The page of the editor: what is chosen, what is asked of the server, what it answered.

import { button, el } from './elements.js'
import * as panel from './panel.js'
import { fieldOf, fieldsOf, get, here, knows, learn, part, post } from './server.js'
import { chosen, paint, rangeOf, step, whole } from './words.js'

const main = document.getElementById('cau')
const status = document.getElementById('status')
const tools = Object.fromEntries(['back', 'again', 'save'].map((id) => [id, document.getElementById(id)]))
let state = JSON.parse(tools.back.dataset.state)
let at = null // the block that is chosen, by its id
let stretch = null // the words that are chosen in it
let moving = null // a phrase whose mark shall be on other words
let typing = null // what is typed in place
let isStale = false // something changed elsewhere while somebody was typing

const blockOf = (id = at) => (id ? document.getElementById(id) : null)
const spotOf = (block) => JSON.parse(block.dataset.at)
const valueOf = (block) => JSON.parse(block.dataset.value)
const wordsOf = (block) => block?.querySelector('.words')
const textOf = (block) => wordsOf(block).textContent
const blocks = () => [...main.querySelectorAll('.block')]

// -- the page as it is now -------------------------------------------------

const say = (words) => (status.textContent = words)

const showState = (now) => {
  if (now) state = now
  tools.back.disabled = !state.last
  tools.back.title = state.last ? `Lùi: ${state.last}` : ''
  tools.again.disabled = !state.next
  tools.again.title = state.next ? `Làm lại: ${state.next}` : ''
  tools.save.textContent = state.edited ? 'Lưu… (có chỗ chưa lưu)' : 'Lưu…'
  document.documentElement.classList.toggle('is-edited', state.edited)
}

const show = (answer) => {
  if (answer.state) showState(answer.state)
  if (answer.gone) return (location.href = '/__edit/toan-van')
  if (answer.main == null) return
  main.innerHTML = answer.main
  if (answer.title) document.getElementById('title').textContent = answer.title
  rove(blockOf() ?? blocks()[0], false)
}

const refresh = async () => {
  if (typing || panel.isOpen()) return (isStale = true)
  isStale = false
  show(await part())
}

// One stop for the Tab key: arrows lead from block to block.
const rove = (block, focus = true) => {
  for (const one of blocks()) one.tabIndex = one === block ? 0 : -1
  main.querySelector('.is-chosen')?.classList.remove('is-chosen')
  at = block?.id ?? null
  block?.classList.add('is-chosen')
  if (focus) block?.focus()
}

// -- asking the server -------------------------------------------------------

// A change of a block; `retry` asks again where it needs a yes.
const change = async (op, block, given, more = {}) => {
  const spot = spotOf(block)
  const answer = await post('do', { op, ...spot, given, ...more })
  return done(answer, () => change(op, block, given, { ...more, force: true }))
}

const done = async (answer, again) => {
  if (answer.done) {
    typing = null
    moving = null
    stretch = null
    paint()
    if (answer.block) at = answer.block
    if (answer.page && answer.page !== here) return (location.href = `/__edit/${answer.page}`)
    show(answer)
    tell(answer)
    panel.shut()
    const block = blockOf()
    block?.focus({ preventScroll: true })
    block?.scrollIntoView({ block: 'nearest' })
    return true
  }
  if (answer.why === 'clash') {
    show(answer)
    const words = [answer.said]
    if (answer.now) words.push(`Nay ở đó là: “${answer.now}”`)
    if (typing) words.push(`Bạn vừa gõ: “${typing.value}”`)
    panel.wrongIn(blockOf(answer.block) ?? main, words)
    typing = null
    return false
  }
  if (answer.why === 'ask') {
    if (
      await panel.ask('Chắc chưa?', answer.said, [
        ['Vẫn làm', true, 'danger'],
        ['Thôi', false, 'first'],
      ])
    )
      return again()
    return false
  }
  const words = [answer.said, ...(answer.told ?? []).map((one) => one.words)]
  panel.wrong(words, answer.may_force ? again : null)
  return false
}

const tell = (answer) => {
  status.replaceChildren(el('span', { textContent: answer.said }))
  for (const [what, old, now] of (answer.sums ?? []).slice(0, 4)) {
    status.append(' ', el('span', { className: 'sum', textContent: `${what}: ${old} → ${now}.` }))
  }
  for (const one of answer.told ?? []) {
    status.append(' ', el('span', { className: 'still', textContent: `Còn phải sửa: ${one.words}` }))
    if (one.page && one.page !== here)
      status.append(' ', el('a', { href: `/__edit/${one.page}`, textContent: 'Tới chỗ ấy' }))
  }
}

// -- words of the plan are asked for once ------------------------------------

const mayReword = async () => {
  if (sessionStorage.getItem('asked')) return true
  const answer = await panel.ask(
    'Đây là lời của Kế hoạch',
    ['Lời trên trang phải đúng từng chữ như văn bản đã ký. Vì sao sửa?'],
    [
      ['Trang chép sai, sửa cho đúng văn bản', 'copy', 'first'],
      ['Văn bản đã được sửa đổi', 'changed'],
      ['Thôi', null],
    ],
  )
  if (answer) sessionStorage.setItem('asked', answer)
  if (answer === 'changed') say('Nhớ thêm văn bản sửa đổi ở mục Văn bản, và đổi bản gốc kèm theo nếu có.')
  return Boolean(answer)
}

// -- a sentence ----------------------------------------------------------------

const sets = (read) => Object.fromEntries(Object.entries(read).filter(([, one]) => one != null))

const options = () => ({
  words: () =>
    stretch
      ? textOf(blockOf()).slice(stretch.start, stretch.end)
      : chosen() && textOf(chosen().block).slice(chosen().start, chosen().end),
  make: makeThing,
})

const KINDS = { agencies: 'Agency', groups: 'Group', documents: 'Document', places: 'Place' }

// A new body, group, document or place, made while something else is being entered.
const makeThing = async (list, typed) => {
  const first = list === 'documents' ? { number: typed } : { name: typed }
  let entered = first
  let wrong = ''
  for (;;) {
    entered = await panel.asked(
      `Thêm: ${knows().lists[list].one}${wrong ? ` – ${wrong}` : ''}`,
      KINDS[list],
      entered,
      {},
    )
    if (!entered) return null
    const answer = await post('do', { op: 'new', given: { top: list, value: sets(entered) } })
    if (answer.done) {
      if (answer.state) showState(answer.state)
      say(answer.said)
      await learn()
      return answer.made ?? knows().things[list].at(-1).value
    }
    wrong = answer.said
  }
}

const openSentence = (block) => {
  stretch = null
  paint()
  rove(block, false)
  panel.sentence(block, valueOf(block), {
    words: () => retype(block),
    mark: (place) => openMark(block, place),
    markAll: () => openChosen(block, { start: 0, end: textOf(block).length }),
    own: () => openOwn(block),
    after: async () => {
      if (await mayReword())
        panel.text('Câu mới, sau câu này', 'Lời của Kế hoạch', '', (value) => change('after', block, { value }))
    },
    part: () => partSentence(block),
    join: () => change('join', block, {}),
    shift: (by) => change('shift', block, { by }),
    remove: () => remove(block),
  })
}

const remove = async (block, more = {}, what = 'câu này') => {
  const yes = await panel.ask(`Xóa ${what}?`, 'Bấm “Lùi lại” để lấy lại nếu xóa nhầm.', [
    ['Xóa', true, 'danger'],
    ['Thôi', false, 'first'],
  ])
  if (yes) await change('remove', block, {}, more)
}

const openOwn = (block) => {
  const value = valueOf(block)
  const keys = fieldsOf('Paragraph')
    .map((one) => one.key)
    .filter((key) => key !== 'phrases')
  const own = typeof value === 'string' ? {} : value
  panel.record('Phần chung của cả câu', 'Paragraph', own, { ...options(), keys }, (given) =>
    change('own', block, { sets: given }),
  )
}

// The sentence is typed where it stands.
const retype = async (block) => {
  if (!(await mayReword())) return
  const words = wordsOf(block)
  const box = el('textarea', { className: 'retype', value: words.textContent, 'aria-label': 'Lời của câu' })
  const write = () => change('words', block, { text: box.value })
  const end = async () => {
    typing = null
    bar.remove()
    box.replaceWith(words)
    if (isStale) await refresh()
    blockOf(block.id)?.focus()
  }
  const bar = el('p', { className: 'buttons' }, button('Ghi', write, { className: 'first' }), button('Thôi', end))
  box.onkeydown = (event) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      write()
    } else if (event.key === 'Escape') end()
    event.stopPropagation()
  }
  const fit = () => {
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight + 4}px`
  }
  box.oninput = fit
  words.replaceWith(box)
  box.after(bar)
  typing = box
  panel.shut()
  fit()
  box.focus()
}

const partSentence = (block) => {
  if (stretch) return change('part', block, { at: stretch.start })
  panel.wrong(['Bôi đen chữ đầu của câu mới (hoặc chọn bằng phím →), rồi bấm Tách câu.'])
}

// Words were chosen: what do they mean?
const openChosen = (block, words) => {
  rove(block, false)
  stretch = words
  paint(wordsOf(block), stretch)
  const text = textOf(block).slice(stretch.start, stretch.end)
  panel.chosenWords(text, {
    moving,
    move: () => change('move', block, { place: moving.place, ...stretch }),
    words: () => retype(block),
    whole: () => openSentence(block),
    family: (keys, label) =>
      panel.newMark(text, keys, label, options(), (read) => change('mark', block, { ...stretch, sets: sets(read) })),
  })
}

const openMark = (block, place) => {
  rove(block, false)
  const phrase = panel.phrasesOf(valueOf(block))[place]
  if (!phrase) return
  const mark = wordsOf(block).querySelector(`[data-i="${place}"]`)
  const start = textBefore(wordsOf(block), mark)
  stretch = { start, end: start + phrase.text.length }
  paint(wordsOf(block), stretch)
  const marks = Object.keys(phrase).filter((key) => key !== 'text')
  const amount = marks.some((key) => ['money', 'indicator', 'output'].includes(key))
  panel.mark(
    phrase,
    options(),
    {
      write: async (text, given) => {
        if (text.trim() !== phrase.text && !(await mayReword())) return
        await change('change', block, { place, text, sets: given })
      },
      drop: () => change('change', block, { place, sets: Object.fromEntries(marks.map((key) => [key, null])) }),
      move: () => {
        moving = { place }
        panel.wrong(['Bôi đen các chữ mà dấu này phải ở, rồi bấm “Chuyển dấu tới các chữ này”.'])
      },
    },
    amount,
  )
}

const textBefore = (words, node) => {
  const range = document.createRange()
  range.setStart(words, 0)
  range.setEndBefore(node)
  return range.toString().length
}

// -- headings, records, tables -------------------------------------------------

const openHeading = (block) => {
  const { kind } = spotOf(block)
  rove(block, false)
  const below = fieldsOf(kind).filter((one) => (knows().structure[kind] ?? []).includes(one.key) && one.many)
  const actions = below.map((field) => [`Thêm: ${field.name.toLowerCase()}`, () => addTo(block, field)])
  if (block.hasAttribute('data-listed')) {
    actions.push(
      ['Chuyển lên', () => change('shift', block, { by: -1 })],
      ['Chuyển xuống', () => change('shift', block, { by: 1 })],
    )
  }
  if (block.hasAttribute('data-listed') || kind === 'Project') {
    actions.push(['Xóa cả mục', () => remove(block, {}, 'cả mục này với mọi câu trong đó'), 'danger'])
  }
  const value = valueOf(block)
  panel.record(
    'Tiêu đề và phần chung',
    kind,
    value,
    options(),
    (given) => change('set', block, { sets: given }),
    actions,
  )
}

const addTo = async (block, field) => {
  const write = (value) => change('add', block, { key: field.key, value })
  if (field.widget === 'sentences') {
    if (await mayReword()) panel.text(`Thêm: ${field.name.toLowerCase()}`, 'Lời của Kế hoạch', '', write)
  } else if (field.of === 'Table') write({})
  else panel.create(`Thêm: ${field.name.toLowerCase()}`, field.of, {}, options(), (read) => write(sets(read)))
}

const openRecord = (block) => {
  const { kind } = spotOf(block)
  rove(block, false)
  const actions = block.hasAttribute('data-listed')
    ? [
        ['Chuyển lên', () => change('shift', block, { by: -1 })],
        ['Chuyển xuống', () => change('shift', block, { by: 1 })],
        ['Xóa mục này', () => remove(block, {}, 'mục này'), 'danger'],
      ]
    : []
  const title = block.getAttribute('aria-label')
  panel.record(title, kind, valueOf(block), options(), (given) => change('set', block, { sets: given }), actions)
}

const openTable = (block) => {
  rove(block, false)
  panel.record(
    'Bảng',
    'Table',
    valueOf(block),
    { ...options(), keys: ['caption', 'unit_line', 'restates'] },
    (given) => change('set', block, { sets: given }),
    [
      ['Sửa từng ô', () => openCell(block, 0, 0)],
      ['Thêm ghi chú dưới bảng', () => addTo(block, fieldOf('Table', 'notes'))],
      ['Chuyển lên', () => change('shift', block, { by: -1 })],
      ['Chuyển xuống', () => change('shift', block, { by: 1 })],
      ['Xóa bảng', () => remove(block, {}, 'cả bảng'), 'danger'],
    ],
  )
}

const openCell = (block, row, column) => {
  rove(block, false)
  const value = valueOf(block)
  const isHead = row < 0
  const held = isHead ? value.columns[column].text : (value.rows[row].cells[column] ?? '')
  main.querySelector('.cell-chosen')?.classList.remove('cell-chosen')
  block.querySelector(`[data-row="${row}"][data-column="${column}"]`)?.classList.add('cell-chosen')
  const inner = isHead ? ['columns', column] : ['rows', row]
  const kind = isHead ? 'Column' : 'Row'
  const skip = isHead ? 'text' : 'cells'
  const keys = fieldsOf(kind)
    .map((one) => one.key)
    .filter((key) => key !== skip)
  const own = () =>
    panel.record(
      isHead ? `Cột “${held}”` : 'Hàng này nói gì',
      kind,
      isHead ? value.columns[column] : value.rows[row],
      { ...options(), keys },
      (given) => change('set', block, { sets: given }, { inner }),
    )
  const rows = [
    ['Thêm hàng sau', () => change('after', block, { value: {} }, { inner: ['rows', Math.max(row, 0)] })],
    ['Hàng lên', () => change('shift', block, { by: -1 }, { inner })],
    ['Hàng xuống', () => change('shift', block, { by: 1 }, { inner })],
    ['Xóa hàng', () => remove(block, { inner }, 'hàng này'), 'danger'],
  ]
  const columns = [
    [
      'Thêm cột sau',
      () => panel.text('Cột mới', 'Tên cột', '', (text) => change('column', block, { column: column + 1, text })),
    ],
    [
      'Xóa cột',
      async () => {
        if (
          await panel.ask('Xóa cột này?', 'Mọi ô của cột mất theo.', [
            ['Xóa', true, 'danger'],
            ['Thôi', false, 'first'],
          ])
        ) {
          await change('no-column', block, { column })
        }
      },
      'danger',
    ],
  ]
  const next = (by) => {
    const width = value.columns.length
    const to = (row + 1) * width + column + by
    if (to >= 0 && to < (value.rows.length + 1) * width) openCell(block, Math.floor(to / width) - 1, to % width)
  }
  panel.text(
    isHead ? 'Tên cột' : `Ô ở cột “${value.columns[column]?.text ?? ''}”`,
    'Lời của Kế hoạch',
    held,
    async (text) => {
      if (text !== held && !(await mayReword())) return
      await change('cell', block, { row, column, text })
    },
    [
      ['Ô trước', () => next(-1)],
      ['Ô sau', () => next(1)],
      [isHead ? 'Cột này nói gì' : 'Hàng này nói gì', own],
      ...(isHead ? columns : [...rows, ...columns]),
    ],
  )
}

const openBlock = (block) => {
  const opens = { sentence: openSentence, heading: openHeading, record: openRecord, table: openTable }
  opens[block.dataset.what](block)
}

// -- mouse, touch, keyboard ----------------------------------------------------

main.addEventListener('click', (event) => {
  if (event.target.closest('a, button, summary, textarea')) return
  const block = event.target.closest('.block')
  if (!block) return
  if (chosen()) return // the words chosen are what is meant
  if (typing) return
  const cell = event.target.closest('[data-column]')
  const mark = event.target.closest('[data-i]')
  if (cell) openCell(block, +cell.dataset.row, +cell.dataset.column)
  else if (mark && block.dataset.what === 'sentence' && (mark.matches('mark') || mark.matches('li')))
    openMark(block, +mark.dataset.i)
  else openBlock(block)
})

let waiting
document.addEventListener('selectionchange', () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    const words = chosen()
    if (!words || typing || !main.contains(words.block)) return
    if (stretch && words.block.id === at && words.start === stretch.start && words.end === stretch.end) return
    openChosen(words.block, { start: words.start, end: words.end })
  }, 250)
})

main.addEventListener('keydown', (event) => {
  const block = event.target.closest('.block')
  if (!block || event.target !== block || event.altKey || event.ctrlKey || event.metaKey) return
  const all = blocks()
  const place = all.indexOf(block)
  const words = wordsOf(block)
  const { key } = event
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    stretch = null
    paint()
    rove(all[place + (key === 'ArrowDown' ? 1 : -1)] ?? block)
  } else if (key === 'Home' || key === 'End') rove(key === 'Home' ? all[0] : all.at(-1))
  else if ((key === 'ArrowRight' || key === 'ArrowLeft') && words) {
    stretch = step(words.textContent, stretch, key === 'ArrowRight', event.shiftKey)
    paint(words, stretch)
    say(`Đang chọn: “${words.textContent.slice(stretch.start, stretch.end)}”. Enter để đánh dấu.`)
    rangeOf(words, stretch.start, stretch.end).startContainer.parentElement.scrollIntoView({ block: 'nearest' })
  } else if (key === 'Enter') {
    if (stretch && words) {
      const held = whole(words.textContent, stretch.start, stretch.end)
      openChosen(block, held)
    } else openBlock(block)
    document.querySelector('#panel button.first, #panel ul button, #panel h2')?.focus()
  } else if (key.toLowerCase() === 's' && words) retype(block)
  else return
  event.preventDefault()
})

const leave = () => {
  panel.shut()
  stretch = null
  moving = null
  paint()
  getSelection().removeAllRanges()
  main.querySelector('.cell-chosen')?.classList.remove('cell-chosen')
  if (isStale) refresh()
  blockOf()?.focus()
}
panel.onLeave(leave)

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !document.getElementById('dialog').open) leave()
  const isEdit = event.target.matches('input, textarea, select')
  if ((event.ctrlKey || event.metaKey) && !isEdit && event.key.toLowerCase() === 'z') {
    event.preventDefault()
    stepBy(event.shiftKey ? 'again' : 'back')
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
    event.preventDefault()
    openSave()
  }
})

// -- steps, saving, publishing -------------------------------------------------

const stepBy = async (name) => {
  const answer = await post(name)
  show(answer)
  if (answer.done && answer.page && answer.page !== here) {
    tell(answer)
    status.append(' ', el('a', { href: `/__edit/${answer.page}`, textContent: 'Xem chỗ ấy' }))
  } else tell(answer)
}
tools.back.onclick = () => stepBy('back')
tools.again.onclick = () => stepBy('again')

const listOf = (lines) => el('ul', { className: 'changes' }, ...lines.map((one) => el('li', { textContent: one })))

const openSave = async () => {
  const { changes } = await get('unsaved')
  const choices = changes.length ? [['Lưu vào lịch sử', 'save', 'first']] : []
  if (state.publish) choices.push(['Phát hành trang', 'publish'], ['Quay về bản phát hành trước', 'unpublish'])
  const title = changes.length ? 'Những chỗ chưa lưu' : 'Mọi chỗ sửa đã lưu'
  const words = changes.length
    ? ['Sau khi lưu, trang Nhật ký thay đổi kể các chỗ này với ngày hôm nay.', listOf(changes)]
    : ['Mỗi lần bấm Ghi, máy đã ghi ngay vào tệp; Lưu là đưa các chỗ sửa vào lịch sử.']
  const picked = await panel.ask(title, words, [...choices, ['Đóng', null]])
  if (!picked) return
  say(picked === 'save' ? 'Đang lưu…' : 'Đang làm, có thể mất một hai phút…')
  const answer = await post(picked)
  if (answer.state) showState(answer.state)
  const lines = [answer.said].flat()
  say(answer.done ? (picked === 'save' ? 'Đã lưu vào lịch sử.' : 'Xong.') : 'Chưa xong.')
  await panel.ask(answer.done ? 'Xong' : 'Chưa xong', [listOf(lines)], [['Đóng', null, 'first']])
}
tools.save.onclick = openSave

main.addEventListener('click', async (event) => {
  const top = event.target.closest('#new')?.dataset.top
  if (!top) return
  const { one, kind } = knows().lists[top]
  panel.create(`Thêm ${one}`, kind, {}, options(), async (read) => {
    await done(await post('do', { op: 'new', given: { top, value: sets(read) } }))
    await learn()
  })
})

// -- what others change ----------------------------------------------------------

const listen = () => {
  const events = new EventSource('/__editor/events')
  events.onmessage = ({ data }) => {
    if (+data !== state.version) {
      state.version = +data
      refresh()
    }
  }
}

window.addEventListener('beforeunload', (event) => {
  if (typing && typing.value !== typing.defaultValue) event.preventDefault()
})

await learn()
panel.shut()
showState()
rove(blocks()[0], false)
if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
listen()
