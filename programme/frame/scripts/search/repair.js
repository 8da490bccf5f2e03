// Mend words that the site does not know: input method off, glued or cut words, typing errors.
import { agreement, spell } from './fold.js'
import { decode } from './telex.js'
import { words } from './tokens.js'

/** Replace unknown words. Returns the words and what was changed: [{from, to}]. */
export function repair(query, vocabulary, fillers) {
  const out = []
  const fixes = []
  const mended = (from, to) => {
    fixes.push({ from, to })
    out.push(...words(to))
  }
  const raw =
    query
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}.]+/gu) || []
  for (let i = 0; i < raw.length; i++) {
    const last = i === raw.length - 1
    const own = words(raw[i])
    const unknown = own.filter((word) => !known(word, vocabulary, fillers, last))
    if (!unknown.length) {
      out.push(...own)
      continue
    }
    const typed = decode(raw[i])
    if (typed && vocabulary.writes(spell(typed), last)) {
      mended(raw[i], typed)
      continue
    }
    const joined = !last && raw[i] + raw[i + 1]
    if (joined && vocabulary.has(spell(joined).folded)) {
      out.push(...words(joined))
      i++
      continue
    }
    for (const word of own) {
      if (!unknown.includes(word)) {
        out.push(word)
        continue
      }
      const before = out.at(-1)?.folded
      const next = !last && words(raw[i + 1])[0]?.folded
      const better = split(word, vocabulary) || nearest(word, before, next, vocabulary) || (own.length === 1 && typed)
      if (better) mended(raw[i].slice(word.at, word.end), better)
      else out.push(word)
    }
  }
  return { words: out, fixes }
}

function known(word, vocabulary, fillers, last) {
  if (/^\d|\./.test(word.folded) || vocabulary.has(word.folded) || fillers.has(word.folded)) return true
  return last && vocabulary.begins(word.folded)
}

/** "ubmttq" as "ub mttq", "hongheo" as "ho ngheo": into two or three known words that stand together. */
function split(word, vocabulary) {
  const text = word.folded
  if (text.length < 5) return null
  let best = null
  const walk = (from, parts) => {
    if (from === text.length) {
      const pairs = parts.slice(1).filter((part, i) => vocabulary.pairs.has(`${parts[i]} ${part}`)).length
      const score = pairs * 2 - parts.length
      if (parts.length > 1 && pairs === parts.length - 1 && (!best || score > best.score)) best = { parts, score }
      return
    }
    if (parts.length === 8) return
    for (let to = from + 1; to <= Math.min(text.length, from + 7); to++) {
      const part = text.slice(from, to)
      if (vocabulary.has(part) && (part.length > 1 || /\d/.test(part))) walk(to, [...parts, part])
    }
  }
  walk(0, [])
  return best && best.parts.map((part) => commonest(part, vocabulary)).join(' ')
}

/** The known word at an edit distance of 1 (2 from seven letters) that fits best between its neighbours. */
function nearest(word, before, next, vocabulary) {
  const text = word.folded
  if (text.length < 2) return null
  const limit = text.length >= 7 ? 2 : 1
  let best = null
  for (const [candidate, count] of vocabulary.counts) {
    if (Math.abs(candidate.length - text.length) > limit || /\d/.test(candidate)) continue
    const distance = edits(text, candidate, limit)
    if (distance > limit) continue
    const pairs =
      Number(vocabulary.pairs.has(`${before} ${candidate}`)) + Number(vocabulary.pairs.has(`${candidate} ${next}`))
    const forms = [...vocabulary.written.get(candidate).keys()]
    const agree =
      candidate.length === text.length ? Math.max(...forms.map((form) => agreement(word, spell(form)))) : 0.9
    const start = candidate[0] === text[0] ? 0.7 : 0
    const same = [...candidate].sort().join('') === [...text].sort().join('') ? 0.6 : 0
    const score = pairs * 2 - distance * 1.5 + start + same + agree * 0.3 + Math.log(1 + count) * 0.25
    if (!best || score > best.score) best = { candidate, score }
  }
  return best && commonest(best.candidate, vocabulary)
}

/** How the site mostly writes a word. */
function commonest(folded, vocabulary) {
  const forms = [...vocabulary.written.get(folded)]
  const [form] = forms.reduce((one, other) => (other[1] > one[1] ? other : one))
  const tone = form.match(/[\u0300-\u036f]$/)
  return (tone ? place(form.slice(0, -1), tone[0]) : form).normalize('NFC')
}

function place(letters, tone) {
  const at = letters.search(/[âêôăơư](?!.*[âêôăơư])/)
  if (at >= 0) return letters.slice(0, at + 1) + tone + letters.slice(at + 1)
  const start = /^(qu|gi(?=[aeiouy]))/.test(letters) ? 2 : 0
  const found = letters.slice(start).match(/[aeiouy]+/)
  if (!found) return letters + tone
  const first = start + found.index
  const long = found[0].length > 1 && (first + found[0].length < letters.length || found[0].length > 2)
  const spot = first + (long ? 1 : 0)
  return letters.slice(0, spot + 1) + tone + letters.slice(spot + 1)
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
