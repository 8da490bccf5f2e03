// Mend words that the site does not know, and only where the result is surely better: input method off, glued or cut
// words, typing errors.
import { isPlace } from './absent.js'
import { agreement, spell } from './fold.js'
import { isSyllable } from './syllable.js'
import { nearest, nearestShort, write } from './nearest.js'
import { decode } from './telex.js'
import { words } from './tokens.js'

const VOWEL = /[aeiouy]/
const OFTEN = 3 // names in which a pair stands
const isMarked = (word) => Boolean(word.tone) || word.letters !== word.folded

/** Replace unknown words; `spoken` are everyday words, `light(word)` says which are fillers. Gives {words, fixes: [{from, to}]}; a word that stays unknown carries `absent`. */
export function repair(query, vocabulary, spoken, light) {
  const out = []
  const fixes = []
  const telex = (text) => typedAs(text, vocabulary, spoken)
  const tokens = tokensOf(query, vocabulary, telex)
  const known = (word, last) =>
    vocabulary.knows(word) || spoken.knows(word) || (last && !/\d/.test(word.folded) && vocabulary.begins(word))
  const means = (typed, form) => agreement(typed, form) === (vocabulary.writes(typed) ? 1 : agreement(typed, form) || 1)
  const waysOf = (one, other) => [vocabulary, spoken].flatMap(({ named }) => named.get(`${one} ${other}`) || [])
  const decoded = tokens.map(({ text, typed }) => typed || telex(text))

  tokens.forEach((word, i) => {
    const last = i === tokens.length - 1
    const put = (text) => {
      fixes.push({ from: word.text, to: text })
      out.push(...words(text))
    }
    const before = out.at(-1)
    const next = tokens[i + 1]
    // A neighbour that was typed with marks is the one of the name; a filler stands beside anything.
    const named = (folded) =>
      (before && !light(before) && waysOf(before.folded, folded).some(([one]) => means(before, one))) ||
      (next && !light(next) && waysOf(folded, next.folded).some(([, other]) => means(next, other)))
    const beside = (folded, pairs) =>
      pairs ? pairs(before?.folded, folded) || pairs(folded, next?.folded) : named(folded)
    if (word.typed) return put(word.typed.text)
    const isNamed = isPlace(before) && isSyllable(word) && isMarked(word) // what a place is called, perhaps another one
    if (known(word, last)) {
      const meant = !isNamed && !light(word) && otherMarks(word, before, next, vocabulary)
      return meant ? put(meant) : out.push(word)
    }
    const typed = decoded[i]
    if (typed) {
      const after = decoded[i + 1]?.folded
      const sure =
        beside(typed.folded) ||
        waysOf(typed.folded, after).length > 0 ||
        word.text.endsWith('j') ||
        !VOWEL.test(typed.folded) ||
        word.text.length - typed.text.length > 1
      if (sure) return put(typed.text)
    }
    const close = () =>
      VOWEL.test(word.folded) ? nearest(word, beside, vocabulary, before, next) : nearestShort(word, vocabulary)
    const better = isNamed ? null : split(word, vocabulary) || close()
    if (better) put(better)
    else out.push({ ...word, absent: !/^[\d.]+$/.test(word.folded) || !vocabulary.has(word.folded) })
  })
  return { words: out, fixes }
}

/** The words of a query with their letters as `text`; of keys of VNI, `typed`: one word, however many it looks. */
function tokensOf(query, vocabulary, telex) {
  const raw = query.normalize('NFC').toLowerCase()
  return rejoin(raw.match(/[\p{L}\p{N}.,&\-/]+/gu) || [], vocabulary).flatMap((text) => {
    const typed = /^[a-z]+\d[a-z\d]*$/.test(text) && telex(text)
    if (typed) return [{ ...spell(text), text, typed }]
    return words(text).map((word) => Object.assign({ text: text.slice(word.at, word.end) }, word))
  })
}

/** The known word that keys make with the input method off, or nothing. */
function typedAs(text, vocabulary, spoken) {
  const keys = decode(text)
  const word = keys && spell(keys)
  if (!word || !(isSyllable(word) || !VOWEL.test(word.folded))) return null
  const forms = [vocabulary, spoken].flatMap(({ written }) => written.get(word.folded) || [])
  const ways = new Set(forms.filter((form) => agreement(word, form)).map(write))
  return ways.size ? { ...word, text: ways.size > 1 ? keys : [...ways][0] } : null
}

/** Short forms that were cut ("LĐ-TB&XH", "U.B.N.D", "lđ tb xh") are one word again, where the site writes one. */
function rejoin(raw, vocabulary) {
  const out = []
  for (let i = 0; i < raw.length; i++) {
    let end = i + 1
    while (end < raw.length && end < i + 5 && !VOWEL.test(spell(raw[end]).folded)) end++
    for (; end > i; end--) {
      const joined = raw.slice(i, end).join('')
      const bare = joined.replace(/[.&\-/]/g, '')
      const short = bare.length < 12 && bare !== raw[i] && !/\d/.test(bare) && !VOWEL.test(spell(bare).folded.slice(1))
      const cut = end === i + 2 && !vocabulary.has(spell(raw[i]).folded) && vocabulary.has(spell(joined).folded)
      if ((short && vocabulary.has(spell(bare).folded)) || cut) {
        out.push(cut ? joined : bare)
        i = end - 1
        break
      }
    }
    if (end === i) out.push(raw[i])
  }
  return out
}

/** A word typed with marks that its pair in a name has otherwise ("đạo tạo" for "đào tạo"), or nothing. */
function otherMarks(word, before, next, vocabulary) {
  if (!isMarked(word)) return null
  let meant = null
  for (const [pair, at] of [
    [before && [before, word], 1],
    [next && [word, next], 0],
  ]) {
    const key = pair && `${pair[0].folded} ${pair[1].folded}`
    const ways = vocabulary.named.get(key)
    if (!ways && vocabulary.pairs.has(key)) return null // written so in the text, for all that is known
    if (!ways || ways.length < OFTEN) continue
    if (ways.some((way) => agreement(word, way[at]))) return null
    meant = ways.find((way) => agreement(pair[1 - at], way[1 - at]))?.[at] || meant
  }
  return meant && write(meant)
}

/** "ubmttq" as "ub mttq", "hongheo" as "ho ngheo": into known words that stand side by side. */
function split(word, vocabulary) {
  const text = word.folded
  if (text.length < 5 || isSyllable(word)) return null
  let best = null
  const walk = (from, parts) => {
    if (from === text.length && parts.length > 1 && (!best || parts.length < best.length)) best = parts
    if (from === text.length || parts.length === 8) return
    for (let to = from + 2; to <= Math.min(text.length, from + 7); to++) {
      const part = text.slice(from, to)
      if (vocabulary.has(part) && (!from || vocabulary.pairs.has(`${parts.at(-1)} ${part}`))) walk(to, [...parts, part])
    }
  }
  walk(0, [])
  const way = (one, other, at) => vocabulary.named.get(`${one} ${other}`)?.[0][at]
  return best
    ?.map((part, i) => write(way(best[i - 1], part, 1) || way(part, best[i + 1], 0) || vocabulary.commonest(part)))
    .join(' ')
}
