// Which words of a text to mark: only those the query means.
import { isCode } from './fit.js'
import { agreement } from './fold.js'
import { words } from './tokens.js'

/**
 * The ranges [at, end] of `text` to mark for the words of a query. A single syllable says little in
 * Vietnamese, so words count in runs of two that stand together in both, or alone where they are
 * the whole query, a number or an abbreviation.
 */
export function ranges(text, query) {
  const here = words(text)
  const content = query.filter((word) => !word.light)
  const hit = new Set()
  if (content.length === 1)
    here.forEach(
      (word, i) => (content[0].folded.length > 1 || word.folded.length === 1) && match(content[0], word) && hit.add(i),
    )
  if (here.length === 1 && content.some((word) => word.folded === here[0].folded && match(word, here[0]))) hit.add(0)
  query.forEach((typed, j) => {
    const after = following(query, j)
    const code = /\d/.test(typed.folded) || isCode(typed.folded)
    here.forEach((word, i) => {
      if (!match(typed, word)) return
      if (code && !typed.light) hit.add(i)
      if (here[i + 1] && after.some((next) => !(typed.light && next.light) && match(next, here[i + 1])))
        hit.add(i).add(i + 1)
    })
  })
  const found = []
  for (const i of [...hit].sort((one, other) => one - other)) {
    const before = found.at(-1)
    if (before && before.last === i - 1 && /^[\s\-,./&]*$/.test(text.slice(before.end, here[i].at)))
      Object.assign(before, { end: here[i].end, last: i })
    else found.push({ at: here[i].at, end: here[i].end, last: i })
  }
  return found.map(({ at, end }) => [at, end])
}

/** Whether a typed word is a word of the text, or its beginning. */
const match = (typed, word) =>
  (typed.folded === word.folded || (typed.open && word.folded.startsWith(typed.folded))) && agreement(typed, word) > 0

/** What may come after a word of a query in a text: the next word, or the next one that is no filler. */
function following(query, j) {
  const rest = query.slice(j + 1)
  return rest.slice(0, rest.findIndex((word) => !word.light) + 1 || rest.length)
}

/** About `size` letters of `text` around its first mark, cut between words: {text, before, after}. */
export function extract(text, query, size = 170) {
  const marks = ranges(text, query)
  if (text.length <= size) return { text, marks }
  const from = marks.length ? Math.max(0, marks[0][0] - Math.round(size / 4)) : 0
  const start = from ? text.indexOf(' ', from) + 1 : 0
  const cut = text.lastIndexOf(' ', start + size)
  const end = start + size >= text.length ? text.length : cut > start ? cut : start + size
  const shown = (start ? '… ' : '') + text.slice(start, end) + (end < text.length ? ' …' : '')
  const shift = (start ? 2 : 0) - start
  return {
    text: shown,
    marks: marks.filter(([at, to]) => at >= start && to <= end).map(([at, to]) => [at + shift, to + shift]),
  }
}
