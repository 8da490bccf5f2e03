// How well one phrase (a name, a clause) answers the words of a query.
import { agreement } from './fold.js'
import { isSyllable } from './syllable.js'

const indexes = new WeakMap() // phrase -> Map of folded word -> its places

function indexOf(phrase) {
  let index = indexes.get(phrase)
  if (!index) {
    index = new Map()
    phrase.forEach(({ folded }, place) =>
      index.has(folded) ? index.get(folded).push(place) : index.set(folded, [place]),
    )
    indexes.set(phrase, index)
  }
  return index
}

/** How many neighbours of a query word stand beside a place of the phrase too. */
const ties = (query, i, phrase, place) =>
  Number(Boolean(query[i + 1]) && query[i + 1].folded === phrase[place + 1]?.folded) +
  Number(Boolean(query[i - 1]) && query[i - 1].folded === phrase[place - 1]?.folded)

/** Find each query word in a phrase, beside the one before where it can: [[place, agreement] or null]. */
function align(query, phrase) {
  const index = indexOf(phrase)
  let before = -2
  const used = new Set()
  return query.map((word, i) => {
    let best = null
    const again = query.slice(i + 1).map((other, n) => other.folded === word.folded && i + 1 + n)
    const later = (place) => again.some((k) => k && ties(query, k, phrase, place) > ties(query, i, phrase, place))
    const consider = (place, match) => {
      if (!match || used.has(place) || later(place)) return
      const score = match + (place === before + 1 ? 0.5 : 0) - (place < before ? 0.05 : 0)
      if (!best || score > best.score) best = { place, match, score }
    }
    for (const place of index.get(word.folded) || []) consider(place, agreement(word, phrase[place]))
    if (word.open) {
      for (const [folded, places] of index) {
        if (folded.length <= word.folded.length || !folded.startsWith(word.folded)) continue
        const part = 0.55 + (0.35 * word.folded.length) / folded.length
        for (const place of places) consider(place, part * agreement(word, phrase[place]))
      }
    }
    if (best) used.add(best.place)
    if (best || !word.light) before = best ? best.place : -2
    return best && [best.place, best.match]
  })
}

/** What a word of a query counts: rare words more, words that say little here less. */
export const weightOf = (word, vocabulary) => vocabulary.weight(word.folded) * (word.light ? 0.12 : 1)

const NOWHERE = { coverage: 0, precision: 0, beside: 0, places: [], shows: false }

/** How well one phrase (a name, a clause) answers the words of a query; `shows`: the words met are more than chance. */
export function fit(query, phrase, vocabulary) {
  const index = indexOf(phrase)
  if (!query.some((word) => word.open || index.has(word.folded))) return NOWHERE
  const places = align(query, phrase)
  let whole = 0
  let met = 0
  let beside = 0
  let content = 0
  let shows = false
  let before = -1
  let only = -1 // the place in the query of the only word that is no filler
  const covered = new Set()
  query.forEach((word, i) => {
    const weight = weightOf(word, vocabulary)
    whole += weight
    if (places[i]) {
      met += weight * places[i][1]
      covered.add(places[i][0])
      shows ||= !word.light && isCode(word.folded)
    }
    if (word.light) return
    content++
    only = i
    const step = places[i] && places[before] ? places[i][0] - places[before][0] : 0
    if (step === 1 || (step > 1 && step === i - before && places.slice(before, i).every(Boolean))) beside++
    before = i
  })
  let own = 0
  let filled = 0
  phrase.forEach((word, i) => {
    const weight = vocabulary.weight(word.folded)
    own += weight
    if (covered.has(i)) filled += weight
  })
  const precision = own ? filled / own : 0
  const coverage = met / whole
  const name = precision > 0.97 && (phrase.length > 1 || coverage > 0.34) && inOrder(query, places) === 2
  const touches = (i) => places[i] && Math.abs(places[i][0] - places[only][0]) === 1
  const lone =
    content <= 1 && coverage > 0.5 && (query.length === 1 || only < 0 || touches(only - 1) || touches(only + 1))
  shows ||= beside > 0 || lone || name
  return { coverage, precision, beside: content > 1 ? beside / (content - 1) : 1, places, shows }
}

/** A number or a short form: it means the same wherever it stands. */
export const isCode = (folded) => (/\d/.test(folded) ? folded.length > 1 : folded.length > 2 && !isSyllable({ folded }))

/** 2 where matched words stand together in the query too (but for fillers), 1 where at least in order, else 0. */
export function inOrder(query, places) {
  const met = []
  let n = 0
  places.forEach((place, i) => {
    if (place) met.push([n, place[0]])
    if (place || !query[i].light) n++
  })
  const steps = met.slice(1).map(([i, place], at) => [i - met[at][0], place - met[at][1]])
  if (steps.every(([one, other]) => one === 1 && other === 1)) return 2
  return steps.every(([, other]) => other > 0) ? 1 : 0
}
