// Cut a text into words. Numbers such as 3.2 and clauses such as III.2.b are one word.
import { spell } from './fold.js'

const WORD = /[ivx]+(?:\.[\p{L}\p{N}]+)+|\p{N}+(?:\.\p{N}+)+|\p{L}+|\p{N}+/giu

/** The words of a text: {at, end, folded, letters, tone}; a number has no leading zeros. */
export function words(text) {
  const composed = text.normalize('NFC')
  return Array.from(composed.matchAll(WORD), (found) => {
    const word = spell(found[0])
    if (/^0+\d/.test(word.folded)) word.folded = word.letters = word.folded.replace(/^0+/, '')
    return { at: found.index, end: found.index + found[0].length, ...word }
  })
}
