// How well an entry answers a query, 0 to about 1.5, and whether it can show why.
import { begunIn, fit, inOrder, sought, weightOf } from './fit.js'

const PROJECT = 0 // the facet

const agreed = (place) => place?.[1] || 0

/** `share` of what is covered of the words of a query beyond the places where they were met already. */
function gain(query, covered, places, vocabulary, share) {
  let whole = 0
  let more = 0
  query.forEach((word, i) => {
    const weight = weightOf(word, vocabulary)
    whole += weight
    more += weight * Math.max(0, covered[i] - agreed(places?.[i]))
  })
  return (share * more) / whole
}

/** Which phrases of an entry hold most words of a query that count, or at least half as many. */
function touched({ phrases, holding }, query, vocabulary) {
  if (phrases.length < 3) return phrases.keys()
  const asked = sought(query, vocabulary)
  const held = new Map()
  for (const word of [...asked.content, ...begunIn(holding, asked, query.at(-1))])
    for (const i of holding.get(word) || []) held.set(i, (held.get(i) || 0) + 1)
  const most = Math.max(...held.values())
  return [...held.keys()].filter((i) => held.get(i) >= most / 2)
}

/** For each query word, how well the names of an entry cover it: the best whole name counts. */
export function covers(entry, query, vocabulary) {
  const covered = query.map(() => 0)
  for (const i of touched(entry, query, vocabulary)) {
    const found = fit(query, entry.phrases[i], vocabulary)
    if (found.precision > 0.9)
      found.places.forEach((place, n) => place && (covered[n] = Math.max(covered[n], place[1])))
  }
  return covered
}

const isNumber = (word) => /^\d{1,2}$/.test(word.folded)
/** Whether a name has a short number that a query lacks, though the query has one ("Tiểu dự án 2 Dự án 4" for "dự án 4"). */
const isOther = (query, phrase, places) =>
  query.some(isNumber) && phrase.some((word, at) => isNumber(word) && !places.some((place) => place?.[0] === at))

const CLAUSE = /^[ivx]+(\.|$)/
const SUBJECT = 0.7
/** What is added where a query names a clause ("mục III.4") and a name begins with it: who gives the number means it. */
function clauseNamed(query, phrases) {
  const at = query.findIndex((word, i) => query[i - 1]?.folded === 'muc' && CLAUSE.test(word.folded))
  return at > 0 && phrases.some(([muc, ref]) => muc?.folded === 'muc' && ref?.folded === query[at].folded) ? SUBJECT : 0
}

/** The score of an entry with names; says which name was met best, and `shows` whether the hit can be explained. */
export function scoreEntry(entry, variant, vocabulary, near) {
  const query = variant.words
  let best = { score: 0 }
  let shows = false
  const covered = query.map(() => 0)
  const note = (found, factor) => {
    shows ||= found.shows
    found.places.forEach((place, i) => {
      if (place) covered[i] = Math.max(covered[i], place[1] * factor)
    })
  }
  for (const i of touched(entry, query, vocabulary)) {
    const phrase = entry.phrases[i]
    const found = fit(query, phrase, vocabulary)
    if (!found.coverage) continue
    note(found, 0.8)
    let score = found.coverage * (0.55 + 0.25 * found.precision + 0.2 * found.beside)
    const whole = found.precision > 0.97
    const order = whole ? inOrder(query, found.places) : 0
    const idle = i > 0 && entry.weight <= 0.02 // a body without a duty, met by a short form
    // The whole name stands in a longer question, or is all of it.
    if (order === 2 && (phrase.length > 1 || entry.exact)) score += entry.exact ? 0.22 : 0.12
    if (found.coverage > 0.97 && !idle) score += whole ? 0.1 : found.beside === 1 && query.length > 2 ? 0.06 : 0
    // Another number is another project.
    if (entry.facet === PROJECT && isOther(query, phrase, found.places)) score *= 0.8
    // The name is being typed from its beginning.
    if (query.length > 1 && found.places.every((place, n) => place && place[0] === n)) score += 0.06
    if (entry.exact) score *= order === 2 ? 1 : order ? 0.85 : 0.55
    score *= idle ? 0.88 : i === 0 ? 1 : i < entry.own ? 0.98 : 0.96
    if (score > best.score) best = { score, name: i, fit: found, called: order === 2 }
  }
  let section = null
  entry.sections.forEach((one) => {
    const found = fit(query, one.phrase, vocabulary)
    if (found.shows) note(found, 0.75)
    const better = (found.precision > 0.6 ? 1 : 0) + found.coverage
    if ((found.shows || found.precision > 0.6) && better > (section?.better || 0))
      section = { ...one, coverage: found.coverage, better }
  })
  const hint = fit(query, entry.hintWords, vocabulary)
  note(hint, 0.6)
  const group = { id: null, met: 0 } // for whom it is, as far as the query says so
  for (const id of entry.groups) {
    let met = 0
    near(id).forEach((share, n) => {
      if (share > 0.9 && !query[n].light) met++
      covered[n] = Math.max(covered[n], 0.7 * share)
    })
    if (met > group.met) Object.assign(group, { id, met })
  }
  if (best.score) best.score += gain(query, covered, best.fit?.places, vocabulary, 0.55) + entry.weight
  else if (hint.shows) best = { score: 0.6 * hint.coverage * (0.6 + 0.4 * hint.beside), name: 0, fit: hint }
  if (best.score) best.score += clauseNamed(query, entry.phrases)
  best.score *= variant.factor
  return { ...best, section, variant, group: group.id, shows: shows || group.met > 1 }
}

/** The score of a clause: below an entity of the same words, above one that lacks them. */
export function scoreText(entry, variant, vocabulary) {
  const query = variant.words
  const inText = fit(query, entry.words, vocabulary)
  const inTitle = fit(query, entry.phrases[0], vocabulary)
  const content = query.filter((word) => !word.light).length
  let score = inText.coverage * (0.42 + 0.3 * inText.beside)
  if (inText.coverage > 0.93 && inText.beside === 1 && content > 2) score += 0.15
  const titled = inTitle.places.map(agreed)
  score = Math.max(
    score +
      gain(
        query,
        query.map((_, i) => titled[i] || 0),
        inText.places,
        vocabulary,
        0.3,
      ),
    0.7 * inTitle.coverage,
  )
  if (entry.aside) score *= 0.8 // the site's own words
  score += clauseNamed(query, entry.phrases)
  return { score: score * variant.factor, fit: inText, variant, shows: inText.shows || inTitle.shows }
}
