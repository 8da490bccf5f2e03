// In which order hits are listed, beyond their scores.

const CLOSE = 0.7 // of the best score
const LEAST = 0.3
const NUMBER = /\d{2}/
const LONG_NUMBER = /\d{3}/
const GROUP = 2 // the facet of whom it is for

/** The words of the query that a hit's name was met by, by their places in it. */
const metAt = ({ fit, variant }) => variant.words.flatMap((word, i) => (fit?.places[i] && !word.light ? [word.at] : []))

/** Whether a number of the query was met. */
const numbered = ({ variant, fit }, number = NUMBER) =>
  variant.words.some((word, i) => fit?.places[i] && number.test(word.folded))

/**
 * A long number is what a query is about: without it the rest is another answer ("chuẩn nghèo 2027" and that of 2026).
 * Whom something is for is asked beside what it is: a group gives way to an answer that is named by other words; and a
 * page about the whole plan ("ai lo …") to what else the query is about.
 */
export function subjectFirst(hits) {
  const [first] = hits
  if (first && !numbered(first, LONG_NUMBER)) {
    const other = hits.find((hit) => numbered(hit, LONG_NUMBER) && hit.score > LEAST * first.score)
    if (other) return [other, ...hits.filter((hit) => hit !== other)]
  }
  const isGroup = first?.entry.facet === GROUP
  if (!first?.called || !(isGroup || (first.entry.isOverview && first.name > 0))) return hits
  const said = metAt(first)
  const others = (hit) => !metAt(hit).some((at) => said.includes(at))
  const isSubject = (hit) => {
    const { entry, called, fit, score } = hit
    if (isGroup || entry.isOverview) return isGroup && entry.exact && called && others(hit)
    if (entry.clause) return fit.beside > 0 && score > CLOSE * first.score && others(hit)
    return numbered(hit) || (called && !entry.exact && others(hit))
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
    const page = hit.entry.url.split('#')[0]
    const again = pages.has(page) && hit.entry.url.includes('#')
    pages.add(page)
    ;(again ? rest : first).push(hit)
  }
  return [...first, ...rest]
}
