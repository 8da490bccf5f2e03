// Cut a text into words. Numbers such as 3.2 and clauses such as III.2.b are one word.
import { spell } from './fold.js'

// Latin letters by range: \p{L} costs a phone ten milliseconds before its first word.
const LETTER = 'A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff'
const RUN = new RegExp(`[${LETTER}0-9.]+`, 'g')
const WORD = new RegExp(`[ivxIVX]+(?:\\.[${LETTER}0-9]+)+|[0-9]+(?:\\.[0-9]+)+|[${LETTER}]+|[0-9]+`, 'g')
const cut = new Map() // the same runs of letters come again and again

/** The words of a text: {at, end, folded, letters, tone}; a number has no leading zeros. */
export function words(text) {
  const composed = text.normalize('NFC')
  const found = []
  RUN.lastIndex = 0
  for (let run = RUN.exec(composed); run; run = RUN.exec(composed)) {
    for (const { at, end, folded, letters, tone } of pieces(run[0])) {
      found.push({ at: run.index + at, end: run.index + end, folded, letters, tone })
    }
  }
  return found
}

function pieces(run) {
  let known = cut.get(run)
  if (!known) {
    known = Array.from(run.matchAll(WORD), (word) => {
      const plain = /^0+\d/.test(word[0]) ? word[0].replace(/^0+/, '') : word[0]
      return { at: word.index, end: word.index + word[0].length, ...spell(plain) }
    })
    cut.set(run, known)
  }
  return known
}
