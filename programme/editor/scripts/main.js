// The page of the editor: what mouse, touch and keys mean.

import { filled, options } from './asking.js'
import { isOpen as isAsked, sure } from './dialog.js'
import { last } from './elements.js'
import { form } from './form.js'
import { listen } from './listening.js'
import { mendPages } from './mending.js'
import * as page from './page.js'
import * as panel from './panel.js'
import { openCell, openHeading, openRecord, openRow, openTable } from './parts.js'
import * as questions from './questions.js'
import { openSave, stepBy } from './saving.js'
import { openChosen, openMark, openSentence, retype } from './sentence.js'
import { get, knows, learn, post } from './server.js'
import { chosen, rangeOf, step } from './words.js'

const { main, now } = page
const OPENS = { sentence: openSentence, heading: openHeading, record: openRecord, table: openTable }
const openBlock = (block) => OPENS[block.dataset.what](block)

// -- mouse and touch -----------------------------------------------------------

const mayLeave = async () =>
  !panel.isBegun() || sure('Bỏ những gì vừa điền?', 'Chưa bấm Ghi thì chưa có gì được giữ.', 'Bỏ')

const pressed = async (event) => {
  if (event.target.closest('a, button, summary, textarea')) return
  const block = event.target.closest('.block')
  if (!block || now.typing || chosen()) return // words that are chosen are what is meant
  const cell = event.target.closest('[data-column]')
  const mark = event.target.closest('mark[data-i], li[data-i]')
  const ofRow = event.target.closest('.of-row[data-row]')
  if (!(await mayLeave())) return
  if (ofRow) openRow(block, +ofRow.dataset.row)
  else if (cell) openCell(block, +cell.dataset.row, +cell.dataset.column)
  else if (mark) openMark(block, +mark.dataset.i)
  else openBlock(block)
}

const selected = () => {
  const words = chosen()
  if (!words || now.typing || !main.contains(words.block)) return
  if (panel.isBegun()) return // they are for the form that is open
  const { block, start, end } = words
  if (now.stretch && block.id === now.at && start === now.stretch.start && end === now.stretch.end) return
  openChosen(block, { start, end })
}
let waiting
const selecting = () => {
  clearTimeout(waiting)
  waiting = setTimeout(selected, 250)
}

// -- keys ------------------------------------------------------------------------

const stepWords = (words, event) => {
  now.stretch = step(words.textContent, now.stretch, event.key === 'ArrowRight', event.shiftKey)
  page.choose(words.closest('.block'), now.stretch)
  const { start, end } = now.stretch
  page.say(`Đang chọn: “${words.textContent.slice(start, end)}”. Enter để đánh dấu.`)
  rangeOf(words, start, end).startContainer.parentElement.scrollIntoView({ block: 'nearest' })
}

const keyInBlock = (event, block) => {
  const all = page.blocks()
  const words = page.wordsOf(block)
  const go = (to) => {
    page.choose(null, null)
    page.rove(to ?? block)
  }
  const keys = {
    ArrowDown: () => go(all[all.indexOf(block) + 1]),
    ArrowUp: () => go(all[all.indexOf(block) - 1]),
    Home: () => go(all[0]),
    End: () => go(last(all)),
    Enter: () => {
      if (now.stretch && words) openChosen(block, now.stretch)
      else openBlock(block)
      document.querySelector('#panel button.first, #panel .families button, #panel h2')?.focus()
    },
    ...(words && {
      ArrowRight: () => stepWords(words, event),
      ArrowLeft: () => stepWords(words, event),
      s: () => retype(block),
      S: () => retype(block),
    }),
  }
  if (!keys[event.key]) return
  event.preventDefault()
  keys[event.key]()
}

const leave = () => {
  panel.shut()
  now.moving = null
  page.choose(null, null)
  getSelection().removeAllRanges()
  main.querySelector('.cell-chosen')?.classList.remove('cell-chosen')
  if (now.isStale) page.refresh()
  page.blockOf()?.focus()
}

const keyAnywhere = (event) => {
  const block = event.target.closest?.('.block')
  const isTyping = event.target.matches('input, textarea, select')
  if (event.key === 'Escape' && !isAsked() && !questions.isAsking()) mayLeave().then((may) => may && leave())
  else if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase()
    if (key === 's') openSave()
    else if (key === 'z' && !isTyping) stepBy(event.shiftKey ? 'again' : 'back')
    else return
    event.preventDefault()
  } else if (block === event.target && !event.altKey) keyInBlock(event, block)
}

// -- the rest ----------------------------------------------------------------------

const NAMED = { agencies: true, groups: true, documents: true, places: true }
const TO_BE_NAMED =
  'Phải có câu của Kế hoạch nhắc tới mục này. Câu ấy chưa có ở đây thì nên thêm câu trước, rồi bôi đen tên trong câu mà ' +
  'đánh dấu: mục mới thêm được ngay ở đó. Thêm ở đây trước thì trang xem chưa đổi, tới khi có câu ấy.'
const LIMITS = { sections: { without: ['kind'], taken: {} } } // a part of the plan stands in no project
const add = (event) => {
  const top = event.target.closest('button.new')?.dataset.top
  if (!top) return
  const { one, kind } = knows().lists[top]
  panel.create(
    `Thêm ${one}`,
    top in NAMED ? TO_BE_NAMED : '',
    form(kind, {}, { ...options(), limits: LIMITS[top], isNew: true }),
    async (read) => {
      await page.done(await post('do', { op: 'new', given: { top, value: filled(read) } }))
      await learn()
    },
  )
}

// The block that the address names.
const meet = () => {
  const meant = location.hash && page.blockOf(decodeURIComponent(location.hash.slice(1)))
  if (!meant) return
  if (meant.matches('.block')) page.rove(meant)
  const wrong = meant.querySelector('.finding')
  ;(wrong ?? meant).scrollIntoView({ block: 'center' })
}

const start = async () => {
  await learn()
  panel.onLeave(async () => (await mayLeave()) && leave())
  panel.shut()
  page.showState({})
  page.rove(page.blocks()[0], false)
  main.addEventListener('click', pressed)
  main.addEventListener('click', add)
  main.addEventListener('click', mendPages)
  document.addEventListener('selectionchange', selecting)
  document.addEventListener('keydown', keyAnywhere)
  document.getElementById('back').onclick = () => stepBy('back')
  document.getElementById('again').onclick = () => stepBy('again')
  document.getElementById('save').onclick = openSave
  document.getElementById('wrong').onclick = async (event) => {
    event.preventDefault()
    const where = await get('wrong')
    if (where.page) location.href = where.page
    meet()
  }
  window.addEventListener('hashchange', meet)
  window.addEventListener('beforeunload', (event) => now.typing && event.preventDefault())
  questions.start()
  meet()
  listen()
}
start()
