// What is asked of a person on the way: whether words of the plan may change, what a new body is.

import { ask, entered } from './dialog.js'
import { button, el, fold, isGiven, last } from './elements.js'
import { blockOf, now, say, showState, textOf } from './page.js'
import { knows, learn, post } from './server.js'
import { chosen } from './words.js'

const KINDS = { agencies: 'Agency', groups: 'Group', documents: 'Document', places: 'Place' }

export const filled = (read) => Object.fromEntries(Object.entries(read).filter(([, one]) => isGiven(one)))

// The words of the plan are those of the document: why they are changed is asked once, stands beside "Ghi" from then on,
// and goes with each change.
const WHY = { copy: 'trang chép sai', changed: 'văn bản đã được sửa đổi' }
export const why = () => sessionStorage.getItem('asked') ?? ''

export const reason = () => {
  if (!why()) return null
  const words = el('span', { textContent: WHY[why()] })
  const other = async () => {
    await askWhy()
    words.textContent = WHY[why()]
  }
  return el('p', { className: 'reason' }, 'Lý do sửa lời: ', words, ' · ', button('Đổi', other, { className: 'link' }))
}

export const mayReword = async () => Boolean(why()) || askWhy()

const askWhy = async () => {
  const answer = await ask(
    'Đây là lời của Kế hoạch',
    'Lời trên trang phải đúng từng chữ như văn bản đã ký. Vì sao sửa?',
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

// A place whose name begins with its kind: which it is, and that it is part of the plan's own place if such places are.
const within = (name) => {
  const begins = (label) => label.split(', ').some((word) => fold(name).startsWith(`${fold(word)} `))
  const kind = knows().terms.PlaceKind.find(([, label]) => begins(label))?.[0]
  const { of, kinds } = knows().inner
  return { kind, part_of: of && kinds.includes(kind) ? of : null }
}

// A new body, group, document or place, made while something else is being entered; gives its id.
const makeThing = async (list, typed) => {
  let given =
    list === 'documents' ? { number: typed } : { name: called(list, typed), ...(list === 'places' && within(typed)) }
  let wrong = ''
  for (;;) {
    given = await entered(`Thêm ${knows().lists[list].one}`, wrong, KINDS[list], given, {})
    if (!given) return null
    const answer = await post('do', { op: 'new', given: { top: list, value: filled(given) } })
    if (answer.done) {
      showState(answer.state)
      say(`${answer.said} Các chữ thì chưa đánh dấu: chọn tiếp những gì cần, rồi bấm Ghi.`)
      await learn()
      return last(knows().things[list]).value
    }
    wrong = answer.said
  }
}

const wordsChosen = () => {
  if (now.stretch) return textOf(blockOf()).slice(now.stretch.start, now.stretch.end)
  const words = chosen()
  return words ? textOf(words.block).slice(words.start, words.end) : ''
}

// What was typed, as the words that are chosen have it: with marks, capital letters.
const asOnPage = (typed) => {
  const words = wordsChosen().normalize('NFC')
  const at = fold(words).indexOf(fold(typed))
  return at < 0 ? typed : words.slice(at, at + typed.length)
}

// A body, a group begins with a capital letter wherever it stands in a sentence; a place as its kind is written ("ấp A").
const called = (list, typed) => {
  const name = asOnPage(typed)
  return list === 'places' ? name : name.charAt(0).toUpperCase() + name.slice(1)
}

export const options = () => ({ words: wordsChosen, make: makeThing, reason })
