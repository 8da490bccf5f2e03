// In which order hits are listed, beyond their scores.

const CLOSE = 0.7 // of the best score
const SIBLING = 0.4 // on the same page
const NUMBER = /\d{2}/
const LONG_NUMBER = /\d{3}/
const [PROJECT, GROUP] = [0, 2] // facets

const pageOf = (hit) => hit.entry.url.split('#')[0]

/** The words of the query that a hit's name was met by, by their places in it. */
const metAt = ({ fit, variant }) => variant.words.flatMap((word, i) => (fit?.places[i] && !word.light ? [word.at] : []))

/** Whether a number of the query was met. */
const numbered = ({ variant, fit }) => variant.words.some((word, i) => fit?.places[i] && NUMBER.test(word.folded))

/** Whether a name of the entry has a long number of the query. */
const hasNumber = ({ variant, entry }) =>
  variant.words.some(
    ({ folded }) =>
      LONG_NUMBER.test(folded) && entry.phrases.some((phrase) => phrase.some((word) => word.folded === folded)),
  )

/**
 * A long number is what a query is about: without it the rest is another answer ("chuẩn nghèo 2027" and that of 2026).
 * Whom something is for is asked beside what it is: a group gives way to an answer that is named by other words; and a
 * page about the whole plan ("ai lo …") to what else the query is about.
 */
export function subjectFirst(hits) {
  const [first] = hits
  if (first && !hasNumber(first)) {
    const near = (hit) => hit.score > (pageOf(hit) === pageOf(first) ? SIBLING : CLOSE) * first.score
    const other = hits.find((hit) => !hit.entry.clause && hasNumber(hit) && near(hit))
    if (other) return [other, ...hits.filter((hit) => hit !== other)]
  }
  const isGroup = first?.entry.facet === GROUP || first?.entry.isPlain
  if (!first?.called || !(isGroup || (first.entry.isOverview && first.name > 0))) return hits
  const said = metAt(first)
  const others = (hit) => !metAt(hit).some((at) => said.includes(at))
  const isSubject = (hit) => {
    const { entry, called, fit, score } = hit
    if (isGroup || entry.isOverview) return isGroup && entry.exact && called && others(hit)
    if (entry.clause) return fit.beside > 0 && score > CLOSE * first.score && others(hit)
    return numbered(hit) || (called && entry.facet === PROJECT && others(hit))
  }
  const subject = hits.find(isSubject)
  return subject ? [subject, ...hits.filter((hit) => hit !== subject)] : hits
}

/** The best hit of each page first; further hits of the same pages after the first ten. */
export function spread(hits) {
  const pages = new Set()
  const first = []
  const rest = []
  for (const hit of hits) {
    const page = pageOf(hit)
    const again = pages.has(page) && hit.entry.url.includes('#')
    pages.add(page)
    ;(again ? rest : first).push(hit)
  }
  return [...first, ...rest]
}
