// How well one phrase (a name, a clause) answers the words of a query.
import { agreement } from './fold.js'
import { isSyllable } from './syllable.js'

/** Of a phrase, kept with it: its words' places, their weights and the sum of these, as of so many entries. */
function about(phrase, vocabulary) {
  const found = phrase.about
  if (found?.entries === vocabulary.entries) return found
  const places = found?.places || new Map()
  if (!found) {
    phrase.forEach(({ folded }, place) =>
      places.has(folded) ? places.get(folded).push(place) : places.set(folded, [place]),
    )
  }
  const weights = phrase.map((word) => vocabulary.weight(word.folded))
  const own = weights.reduce((sum, weight) => sum + weight, 0)
  return (phrase.about = { places, weights, own, entries: vocabulary.entries })
}

/** The words that one begins; one or two letters say so little that only words count that stand behind the one before. */
const begunBy = ({ folded }, before, vocabulary) =>
  vocabulary
    .beginning(folded)
    .filter((word) => folded.length > 2 || !before || vocabulary.pairs.has(`${before.folded} ${word}`))

/** Of a query, kept with it: its words that count, where each stands again, the words that its open last one begins. */
export function sought(query, vocabulary) {
  const last = query.at(-1)
  return (query.sought ||= {
    content: [...new Set(query.flatMap(({ light, folded }) => (light ? [] : [folded])))],
    again: query.map((word, i) => query.flatMap((other, k) => (k > i && other.folded === word.folded ? [k] : []))),
    begun: last?.open && !last.light ? begunBy(last, query.at(-2), vocabulary) : [],
  })
}

/** Of the words in `index` those that the last word of a query begins. */
export function begunIn(index, { begun }, last) {
  if (!begun.length) return begun
  if (begun.length < index.size) return begun.filter((word) => index.has(word))
  return [...index.keys()].filter((word) => word.length > last.folded.length && word.startsWith(last.folded))
}

/** How many neighbours of a query word stand beside a place of the phrase too. */
const ties = (query, i, phrase, place) =>
  Number(Boolean(query[i + 1]) && query[i + 1].folded === phrase[place + 1]?.folded) +
  Number(Boolean(query[i - 1]) && query[i - 1].folded === phrase[place - 1]?.folded)

/** Find each query word in a phrase, beside the one before where it can: [[place, agreement] or null]. */
function align(query, phrase, index, again, begun) {
  let before = -2
  const used = new Set()
  return query.map((word, i) => {
    const here = index.get(word.folded)
    const longer = word.open ? begun : []
    if (!here && !longer.length) {
      if (!word.light) before = -2
      return null
    }
    const next = query[i + 1]?.folded
    let best = null
    let most = 0
    const consider = (place, match) => {
      if (!match || used.has(place)) return
      if (again[i].some((k) => ties(query, k, phrase, place) > ties(query, i, phrase, place))) return
      const follows = next && next === phrase[place + 1]?.folded ? 0.3 : 0
      const score = match + (place === before + 1 ? 0.5 : 0) - (place < before ? 0.05 : 0) + follows
      if (score <= most) return
      most = score
      best = [place, match]
    }
    for (const place of here || []) consider(place, agreement(word, phrase[place]))
    for (const folded of longer) {
      const part = 0.55 + (0.35 * word.folded.length) / folded.length
      for (const place of index.get(folded)) consider(place, part * agreement(word, phrase[place]))
    }
    if (best) used.add(best[0])
    if (best || !word.light) before = best ? best[0] : -2
    return best
  })
}

/** What a word of a query counts: rare words more, words that say little here less. */
export const weightOf = (word, vocabulary) =>
  (word.weight ??= vocabulary.weight(word.folded) * (word.light ? 0.12 : word.share || 1))

const NOWHERE = { coverage: 0, precision: 0, beside: 0, places: [], shows: false }

/** How well one phrase (a name, a clause) answers the words of a query; `shows`: the words met are more than chance. */
export function fit(query, phrase, vocabulary) {
  const { places: index, weights, own } = about(phrase, vocabulary)
  const asked = sought(query, vocabulary)
  const begun = begunIn(index, asked, query.at(-1))
  if (!begun.length && !asked.content.some((word) => index.has(word))) return NOWHERE
  const places = align(query, phrase, index, asked.again, begun)
  let whole = 0
  let met = 0
  let beside = 0
  let content = 0
  let shows = false
  let before = -1
  let only = -1 // the place in the query of the only word that is no filler
  let filled = 0
  query.forEach((word, i) => {
    const weight = weightOf(word, vocabulary)
    whole += weight
    if (places[i]) {
      met += weight * places[i][1]
      filled += weights[places[i][0]]
      shows ||= !word.light && (word.code ??= isCode(word.folded))
    }
    if (word.light) return
    content++
    only = i
    const step = places[i] && places[before] ? places[i][0] - places[before][0] : 0
    if (step === 1 || (step > 1 && step === i - before && places.slice(before, i).every(Boolean))) beside++
    before = i
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
