// Cut a text into words. Numbers such as 3.2 and clauses such as III.2.b are one word.
import { spell } from './fold.js'

// Latin letters by range: \p{L} costs a phone ten milliseconds before its first word.
const LETTER = 'A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff'
const RUN = new RegExp(`[${LETTER}0-9.,]+`, 'g')
const WORD = new RegExp(`[ivxIVX]+(?:\\.[${LETTER}0-9]+)+|[0-9]+(?:[.,][0-9]+)+|[${LETTER}]+|[0-9]+`, 'g')
const cut = new Map() // the same runs of letters come again and again

/** "4.017" is "4017", "0,5" is "0.5", "09" is "9"; what is no number stays. */
export function plain(number) {
  if (/^[1-9]\d{0,2}([.,]\d{3})+$/.test(number)) return number.replace(/[.,]/g, '')
  return number.replace(/^0+(?=\d)/, '').replace(',', '.')
}

/** The words of a text: {at, end, folded, letters, tone}. */
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
    known = Array.from(run.matchAll(WORD), ({ 0: word, index: at }) => ({
      at,
      end: at + word.length,
      ...spell(plain(word)),
    }))
    cut.set(run, known)
  }
  return known
}
