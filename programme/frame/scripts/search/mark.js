// Which words of a text to mark: only those the query means.
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
  const last = query.at(-1)
  const match = (typed, word) => {
    if (typed.folded === word.folded) return agreement(typed, word) > 0.6
    return (
      typed === last && typed.folded.length > 1 && word.folded.startsWith(typed.folded) && agreement(typed, word) > 0.6
    )
  }
  const hit = new Set()
  if (content.length === 1) here.forEach((word, i) => match(content[0], word) && hit.add(i))
  here.forEach((word, i) => {
    query.forEach((typed, j) => {
      if (!match(typed, word)) return
      if (/\d/.test(typed.folded) || (!/[aeiouy]/.test(typed.folded) && typed.folded.length > 1)) hit.add(i)
      const after = query[j + 1]
      if (after && here[i + 1] && !(typed.light && after.light) && match(after, here[i + 1])) hit.add(i).add(i + 1)
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
