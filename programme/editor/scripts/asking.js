// What is asked of a person on the way: whether words of the plan may change, what a new body is.

import { ask, entered } from './dialog.js'
import { isGiven, last } from './elements.js'
import { blockOf, now, say, showState, textOf } from './page.js'
import { knows, learn, post } from './server.js'
import { chosen } from './words.js'

const KINDS = { agencies: 'Agency', groups: 'Group', documents: 'Document', places: 'Place' }

export const filled = (read) => Object.fromEntries(Object.entries(read).filter(([, one]) => isGiven(one)))

// The words of the plan are those of the document: asked once.
export const mayReword = async () => {
  if (sessionStorage.getItem('asked')) return true
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

// A new body, group, document or place, made while something else is being entered; gives its id.
const makeThing = async (list, typed) => {
  let given = list === 'documents' ? { number: typed } : { name: typed }
  let wrong = ''
  for (;;) {
    given = await entered(`Thêm ${knows().lists[list].one}`, wrong, KINDS[list], given, {})
    if (!given) return null
    const answer = await post('do', { op: 'new', given: { top: list, value: filled(given) } })
    if (answer.done) {
      showState(answer.state)
      say(answer.said)
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

export const options = () => ({ words: wordsChosen, make: makeThing })
