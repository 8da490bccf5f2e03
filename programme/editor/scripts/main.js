// The page of the editor: what mouse, touch and keys mean.

import { add } from './adding.js'
import { isOpen as isAsked, sure } from './dialog.js'
import { last } from './elements.js'
import { listen } from './listening.js'
import { mendPages } from './mending.js'
import * as page from './page.js'
import * as panel from './panel.js'
import { openCell, openHeading, openRecord, openRow, openTable } from './parts.js'
import { isPicking, pick, stopPicking } from './picking.js'
import * as questions from './questions.js'
import { openSave, stepBy } from './saving.js'
import { retype } from './retyping.js'
import { openChosen, openMark, openSentence } from './sentence.js'
import { get, learn } from './server.js'
import { chosen, rangeOf, step } from './words.js'

const { main, now } = page
const OPENS = { sentence: openSentence, heading: openHeading, record: openRecord, table: openTable }
const openBlock = (block) => OPENS[block.dataset.what](block)

// -- mouse and touch -----------------------------------------------------------

const mayLeave = async () => {
  await page.written()
  return !panel.isBegun() || sure('Bỏ những gì vừa điền?', 'Chưa bấm Ghi thì chưa có gì được giữ.', 'Bỏ')
}

const pressed = async (event) => {
  if (event.target.closest('a, button, summary, textarea')) return
  const block = event.target.closest('.block')
  if (!block || chosen() || (now.typing && !page.isWriting())) return // words that are chosen are what is meant
  const cell = event.target.closest('[data-column]')
  const mark = event.target.closest('mark[data-i], li[data-i]')
  const ofRow = event.target.closest('.of-row[data-row]')
  if (!(await mayLeave()) || now.typing) return
  const there = page.asNow(block)
  if (!there) return
  const isMore = event.ctrlKey || event.metaKey || (isPicking() && !panel.isBegun())
  if (isMore && there.dataset.what === 'sentence') pick(there)
  else if (ofRow) openRow(there, +ofRow.dataset.row)
  else if (cell) openCell(there, +cell.dataset.row, +cell.dataset.column)
  else if (mark) openMark(there, +mark.dataset.i)
  else openBlock(there)
}

const selected = () => {
  const words = chosen()
  if (!words || now.typing || !main.contains(words.block)) return
  if (panel.isBegun() || page.isWriting()) return // they are for the form that is open
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
    Enter: async () => {
      await (now.stretch && words ? openChosen(block, now.stretch) : openBlock(block))
      document.querySelector('#panel .first, #panel .families button, #panel h2')?.focus()
    },
    ...(words && {
      ArrowRight: () => stepWords(words, event),
      ArrowLeft: () => stepWords(words, event),
      ' ': () => pick(block),
      s: () => retype(block),
      S: () => retype(block),
    }),
  }
  if (!keys[event.key]) return
  event.preventDefault()
  keys[event.key]()
}

const leave = () => {
  stopPicking()
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
