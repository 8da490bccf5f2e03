// Vietnamese letters: without marks, and with the tone moved out of its place.

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const MARKS = /[\u0300-\u036f]/g

/** "Đất" is "dat". đ has no decomposition, so it is named. */
export const fold = (text) => text.toLowerCase().normalize('NFD').replace(MARKS, '').replace(/đ/g, 'd')

/** A word taken apart: "hoá" and "hóa" are both {folded: "hoa", letters: "hoa", tone: "\u0301"}. */
export function spell(word) {
  const open = word.toLowerCase().normalize('NFD')
  const tone = (open.match(TONES) || [''])[0]
  return { folded: fold(word), letters: open.replace(TONES, '').normalize('NFC'), tone }
}

/** How well a typed word agrees with a word of the same (or a longer) folded form: 1, 0.95 where marks are left out,
 * 0 where a mark was typed that the word has not, or where the very word is known (`exact`). */
export function agreement(typed, word) {
  if (typed.letters === word.letters && typed.tone === word.tone) return 1
  if (typed.exact || (typed.tone && typed.tone !== word.tone)) return 0
  const plain = typed.folded
  for (let i = 0; i < typed.letters.length; i++) {
    if (typed.letters[i] !== plain[i] && typed.letters[i] !== word.letters[i]) return 0
  }
  return 0.95
}
