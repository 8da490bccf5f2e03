// How well an entry answers a query, 0 to about 1.5.
import { agreement } from './fold.js'

/** Find each query word in a phrase, beside the one before where it can: [[place, agreement] or null]. */
function align(query, phrase) {
  let before = -2
  const used = new Set()
  return query.map((word, i) => {
    let best = null
    phrase.forEach((other, place) => {
      if (used.has(place)) return
      const match = meets(word, other, i === query.length - 1)
      if (!match) return
      const score = match + (place === before + 1 ? 0.5 : 0) - (place < before ? 0.05 : 0)
      if (!best || score > best.score) best = { place, match, score }
    })
    before = best ? best.place : -2
    if (!best) return null
    used.add(best.place)
    return [best.place, best.match]
  })
}

/** 1 for the same word, less for the beginning of one, 0 for another. */
function meets(typed, word, last) {
  if (typed.folded === word.folded) return agreement(typed, word)
  if (!word.folded.startsWith(typed.folded) || (/\d/.test(typed.folded) && (!last || typed.folded.includes('.'))))
    return 0
  const agree = agreement(typed, word)
  if (agree < 0.9) return 0
  const part = typed.folded.length / word.folded.length
  return (last ? 0.55 + 0.35 * part : 0.25 * part) * agree
}

/** What a word of a query counts: rare words more, words that say little here less. */
const weightOf = (word, vocabulary) => vocabulary.weight(word.folded) * (word.light ? 0.12 : 1)

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

/** How well one phrase (a name, a clause) answers the words of a query. */
export function fit(query, phrase, vocabulary) {
  const places = align(query, phrase)
  let whole = 0
  let met = 0
  let beside = 0
  let pairs = 0
  const covered = new Set()
  query.forEach((word, i) => {
    const weight = vocabulary.weight(word.folded) * (word.light ? 0.12 : 1)
    whole += weight
    if (places[i]) {
      met += weight * places[i][1]
      covered.add(places[i][0])
    }
    if (i && !word.light && !query[i - 1].light) {
      pairs++
      if (places[i] && places[i - 1] && places[i][0] === places[i - 1][0] + 1) beside++
    }
  })
  const weights = phrase.map((word) => vocabulary.weight(word.folded))
  const own = weights.reduce((sum, weight) => sum + weight, 0)
  const filled = weights.reduce((sum, weight, i) => sum + (covered.has(i) ? weight : 0), 0)
  return { coverage: met / whole, precision: own ? filled / own : 0, beside: pairs ? beside / pairs : 1, places }
}

/** 2 where matched words stand together in the query too, 1 where at least in order, else 0. */
function inOrder(places) {
  const met = places.map((place, i) => place && [i, place[0]]).filter(Boolean)
  const steps = met.slice(1).map(([i, place], n) => [i - met[n][0], place - met[n][1]])
  if (steps.every(([one, other]) => one === 1 && other === 1)) return 2
  return steps.every(([, other]) => other > 0) ? 1 : 0
}

/** For each query word, how well the names of an entry cover it: the best whole name counts. */
export function covers(entry, query, vocabulary) {
  const covered = query.map(() => 0)
  for (const phrase of entry.phrases) {
    const found = fit(query, phrase, vocabulary)
    if (found.precision > 0.9)
      found.places.forEach((place, i) => place && (covered[i] = Math.max(covered[i], place[1])))
  }
  return covered
}

/** The score of an entry with names; says which name was met best. */
export function scoreEntry(entry, variant, vocabulary, near) {
  const query = variant.words
  let best = { score: 0 }
  const covered = query.map(() => 0)
  const note = (places, factor) =>
    places.forEach((place, i) => {
      if (place) covered[i] = Math.max(covered[i], place[1] * factor)
    })
  entry.phrases.forEach((phrase, i) => {
    const found = fit(query, phrase, vocabulary)
    note(found.places, 0.8)
    let score = found.coverage * (0.55 + 0.25 * found.precision + 0.2 * found.beside)
    const whole = found.precision > 0.97
    const order = whole ? inOrder(found.places) : 0
    const idle = i > 0 && entry.weight <= 0.02 // a body without a duty, met by a short form
    // The whole name stands in a longer question, or is all of it.
    if (order === 2 && (phrase.length > 1 || entry.exact)) score += entry.exact ? 0.22 : 0.12
    if (whole && found.coverage > 0.97 && !idle) score += 0.1
    // The name is being typed from its beginning.
    if (query.length > 1 && found.places.every((place, n) => place && place[0] === n)) score += 0.06
    if (entry.exact) score *= order === 2 ? 1 : order ? 0.85 : 0.55
    score *= idle ? 0.88 : i === 0 ? 1 : i < entry.own ? 0.98 : 0.96
    if (score > best.score) best = { score, name: i, fit: found }
  })
  let section = null
  entry.sections.forEach((one) => {
    const found = fit(query, one.phrase, vocabulary)
    note(found.places, 0.75)
    if (found.precision > 0.6 && (!section || found.coverage > section.coverage))
      section = { ...one, coverage: found.coverage }
  })
  note(fit(query, entry.hintWords, vocabulary).places, 0.6)
  for (const id of entry.groups) near(id).forEach((share, i) => (covered[i] = Math.max(covered[i], 0.7 * share)))
  if (best.score) best.score += gain(query, covered, best.fit?.places, vocabulary, 0.55) + entry.weight
  best.score *= variant.factor
  return { ...best, section, variant }
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
  score = Math.max(score + gain(query, titled, inText.places, vocabulary, 0.3), 0.7 * inTitle.coverage)
  return { score: score * variant.factor, fit: inText, variant }
}
