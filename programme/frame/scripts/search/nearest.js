// The known word that one with a typing error surely means.
import { isSyllable } from './syllable.js'
import { accent } from './telex.js'

const VOWEL = /[aeiouy]/

/** A word with its tone in its place. */
export const write = ({ letters, tone }) => accent([...letters], tone).normalize('NFC')

const SOUNDS = [
  [/^x/, 's'],
  [/^tr/, 'ch'],
  [/^(gi(?=[aeou])|r|v)/, 'd'],
  [/^l/, 'n'],
  [/y$/, 'i'],
  [/t$/, 'c'],
  [/ng$/, 'n'],
  [/^k/, 'c'],
  [/^ngh/, 'ng'],
  [/^gh/, 'g'],
]
const sound = (folded) => SOUNDS.reduce((text, [from, to]) => text.replace(from, to), folded)

/** Whether someone who typed marks may have meant a form: "đ" is no "d", nor is a right syllable of another tone. */
const mayMean = (word, form) => form.tone === word.tone && (form.letters[0] === 'đ') === (word.letters[0] === 'đ')

/** The known word at an edit distance of 1 (2 from seven letters) that is surely meant, or nothing. */
export function nearest(word, beside, vocabulary, before, next) {
  const text = word.folded
  const right = isSyllable(word)
  if (text.length < 3 && !(right && vocabulary.has(text))) return null
  const marked = word.tone || word.letters !== text // who types marks seldom errs by a letter and meets another word
  const limit = text.length >= 7 ? 2 : 1
  const inText = (one, other) => vocabulary.pairs.has(`${one} ${other}`)
  const heard = sound(text)
  const found = []
  for (const [candidate, forms] of vocabulary.written) {
    if (Math.abs(candidate.length - text.length) > limit || /\d/.test(candidate) || !isSyllable(forms[0])) continue
    const distance = edits(text, candidate, limit)
    if (right && marked && candidate !== text && !forms.some((form) => mayMean(word, form))) continue
    const alike = sound(candidate) === heard // "xoát" for "soát": written as it sounds somewhere
    const same = alike || [...candidate].sort().join('') === [...text].sort().join('') ? 0.6 : 0
    const other = distance && !same && candidate.length === text.length // another letter in the place of one
    if (distance > limit || (right && distance && !same && (other || marked || text.length < 4))) continue
    const pair = beside(candidate) ? 2 : !right && beside(candidate, inText) ? 1 : 0
    if (!pair && (right || other || distance > 1 || text.length < 5 || candidate[0] !== text[0])) continue
    const start = candidate[0] === text[0] ? 0.7 : 0
    const score = pair * 2 - distance * 1.5 + start + same + Math.log(vocabulary.counts.get(candidate) || 1) * 0.25
    found.push({ candidate, pair, score })
  }
  found.sort((one, other) => other.score - one.score)
  if (!found.length || (!found[0].pair && found.length > 1)) return null
  const [{ candidate }] = found
  const way = [
    [`${before?.folded} ${candidate}`, 1],
    [`${candidate} ${next?.folded}`, 0],
  ].find(([pair]) => vocabulary.named.has(pair))
  return write(way ? vocabulary.named.get(way[0])[0][way[1]] : vocabulary.commonest(candidate))
}

/** The only short form ("ldtbxh") at a distance of 1 from one of four letters or more that begins so, or nothing. */
export function nearestShort({ folded }, vocabulary) {
  if (folded.length < 4 || /\d/.test(folded)) return null
  const found = [...vocabulary.written.keys()].filter(
    (one) => one[0] === folded[0] && one.length > 2 && !VOWEL.test(one) && edits(folded, one, 1) === 1,
  )
  return found.length === 1 ? write(vocabulary.commonest(found[0])) : null
}

/** Edit distance with neighbours swapped as one edit; anything above `limit` is `limit + 1`. */
export function edits(one, two, limit) {
  const rows = [Array.from({ length: two.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= one.length; i++) {
    rows[i] = [i]
    let least = i
    for (let j = 1; j <= two.length; j++) {
      const cost = one[i - 1] === two[j - 1] ? 0 : 1
      let value = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost)
      if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1])
        value = Math.min(value, rows[i - 2][j - 2] + 1)
      rows[i][j] = value
      least = Math.min(least, value)
    }
    if (least > limit) return limit + 1
  }
  return rows[one.length][two.length]
}
