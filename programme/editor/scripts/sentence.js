// What is done with a sentence: other words, marks on words of it, its place among others.

import { filled, mayReword, options, reason, why } from './asking.js'
import { every } from './every.js'
import * as forms from './forms.js'
import * as marks from './marks.js'
import { change, choose, now, rove, textOf, valueOf, wordsOf } from './page.js'
import * as panel from './panel.js'
import { pick } from './picking.js'
import { retype } from './retyping.js'
import { fieldsOf, offersOf } from './server.js'
import { chosen } from './words.js'

const NUMBERED = new Set(['money', 'indicator', 'output'])

// The server says what goes with it, and who names it; then it is asked for.
export const remove = (block, what, more = {}) => change('remove', block, { ask: true }, more, [`Xóa ${what}?`, 'Xóa'])

export const taking = (block) => (offers) => change('marks', block, { marks: offers })

// What is offered is asked for first: whoever is elsewhere by then is not called back.
export const offersHere = async (block, stretch) => {
  const offers = await offersOf(block, stretch)
  return now.at === block.id && block.isConnected && !now.typing ? offers : null
}

export const openSentence = async (block) => {
  choose(null, null)
  rove(block, false)
  const offers = await offersHere(block)
  if (!offers) return
  marks.sentence(valueOf(block), offers, {
    take: taking(block),
    words: () => retype(block),
    mark: (place) => openMark(block, place),
    every: () => every(valueOf(block), around(block), (sets) => change('every', block, { sets })),
    more: () => pick(block),
    markAll: () => openChosen(block, { start: 0, end: textOf(block).length }),
    own: () => openOwn(block),
    after: () => addAfter(block),
    item: () => addItem(block),
    part: () => panel.wrong(['Bôi đen chữ đầu của câu mới (hoặc chọn bằng phím →), rồi bấm “Tách câu từ đây”.']),
    join: () => change('join', block, {}),
    shift: (by) => change('shift', block, { by }),
    remove: () => remove(block, 'câu này'),
  })
}

// What forms of marks need of the sentence around them: what it says as a whole, and the way to it.
const around = (block) => ({ ...options(), whole: { own: ownOf(block), open: () => openOwn(block) } })

const addAfter = async (block) => {
  if (!(await mayReword())) return
  const write = (value) => change('after', block, { value }, { why: why() })
  panel.text('Câu mới, sau câu này', 'Lời của Kế hoạch', '', write, [], reason())
}

const addItem = async (block) => {
  if (!(await mayReword())) return
  const write = (value) => change('add', block, { key: 'items', value }, { why: why() })
  panel.text('Ý nhỏ trong câu này', 'Lời của Kế hoạch', '', write, [], reason())
}

const ownOf = (block) => (typeof valueOf(block) === 'string' ? {} : valueOf(block))

const openOwn = (block) => {
  const keys = fieldsOf('Paragraph')
    .filter((one) => one.widget !== 'sentences')
    .map((one) => one.key)
  const save = (given) => change('own', block, { sets: given })
  panel.record('Phần chung của cả câu', 'Paragraph', ownOf(block), { ...options(), keys }, save)
}

// Words were chosen: what do they mean?
export const openChosen = async (block, stretch) => {
  rove(block, false)
  choose(block, stretch)
  const text = textOf(block).slice(stretch.start, stretch.end)
  const offers = await offersHere(block, stretch)
  if (!offers || now.stretch !== stretch) return
  marks.chosenWords(text, offers, {
    take: taking(block),
    isMoving: now.moving !== null,
    move: () => change('move', block, { place: now.moving, ...stretch }),
    words: () => retype(block),
    whole: () => openSentence(block),
    part: () => change('part', block, { at: stretch.start }),
    family: (family) => {
      let meant = stretch
      const save = (read) => change('mark', block, { ...meant, sets: filled(read) })
      const widen = () => {
        const words = chosen()
        if (words?.block === block) meant = { start: words.start, end: words.end }
        choose(block, meant)
        return textOf(block).slice(meant.start, meant.end)
      }
      const given = Object.assign({}, ...offers.filter((one) => one.family === family[0]).map((one) => one.sets))
      forms.newMark(text, family, around(block), save, widen, given)
    },
  })
}

const lengthBefore = (words, node) => {
  const range = document.createRange()
  range.setStart(words, 0)
  range.setEndBefore(node)
  return range.toString().length
}

export const openMark = (block, place) => {
  const phrase = marks.phrasesOf(valueOf(block))[place]
  if (!phrase) return
  rove(block, false)
  const start = lengthBefore(wordsOf(block), wordsOf(block).querySelector(`[data-i="${place}"]`))
  choose(block, { start, end: start + phrase.text.length })
  const keys = marks.keysOf(phrase)
  const does = {
    write: async (text, given) => {
      const isReworded = text.trim() !== phrase.text
      if (isReworded && !(await mayReword())) return
      await change('change', block, { place, text, sets: given }, { why: isReworded ? why() : '' })
    },
    drop: () => change('change', block, { place, sets: Object.fromEntries(keys.map((key) => [key, null])) }),
    whole: () => openSentence(block),
    move: () => {
      now.moving = place
      panel.wrong(['Bôi đen các chữ mà dấu này phải ở, rồi bấm “Chuyển dấu tới các chữ này”.'])
    },
  }
  forms.mark(
    phrase,
    around(block),
    does,
    keys.some((key) => NUMBERED.has(key)),
  )
  wordsOf(block).querySelector(`[data-i="${place}"]`).scrollIntoView({ block: 'nearest' }) // also above the form, on a phone
}
