// What a query may mean: its words as typed, and again with everyday words in the plan's words.
import { agreement } from './fold.js'
import { isSyllable } from './syllable.js'

const BETWEEN = 2 // fillers that may stand between the words of an expression
const MOST = 5
const INSIDE = 0.8

/**
 * Variants of the query: [{words, factor, said}]. `everyday` maps the first word of what is said to [[spoken words,
 * plan's words]], `text` both as written; `said` are those that were replaced. Words that say little here are `light`.
 */
export function variants(query, everyday, fillers, vocabulary) {
  const weigh = (list) => {
    const light = lightness(list, fillers, vocabulary)
    const all = light.every(Boolean)
    return list.map((word, i) => ({ ...word, light: !all && light[i] }))
  }
  const typed = weigh(query)
  const met = []
  query.forEach((word, at) => {
    for (const pair of everyday.get(word.folded) || []) {
      const places = stands(typed, pair[0], at)
      if (places?.[0] === at && (places.length > 1 || stays(typed, at, vocabulary))) met.push({ pair, places })
    }
  })
  met.sort((one, other) => other.places.length - one.places.length)
  const taken = new Set()
  const whole = met.filter(({ places }) => {
    const free = !places.some((place) => taken.has(place))
    if (free) places.forEach((place) => taken.add(place))
    return free
  })
  const found = [{ words: typed, factor: 1, said: [] }]
  const chosen = [...(whole.length > 1 ? [whole] : []), ...met.map((one) => [one])].slice(0, MOST)
  for (const some of chosen) {
    const absent = (list) =>
      list.some((word) => word.absent && !some.some(({ places }) => places.includes(list.indexOf(word))))
    const words = query.flatMap((word, i) => {
      const one = some.find(({ places }) => places.includes(i))
      return !one
        ? [word]
        : one.places[0] === i
          ? one.pair[1].map((meant) => Object.assign({}, meant, { meant: true, share: shareOf(one.pair), at: word.at }))
          : []
    })
    found.push({
      words: weigh(words),
      factor: absent(query) ? 0.97 : some.some(({ places }) => isInside(typed, places, vocabulary)) ? INSIDE : 0.99,
      said: some.map(({ pair }) => pair.text),
    })
  }
  return found
}

/** Whether an expression is the beginning or end of a longer name ("khó khăn" of "xã đặc biệt khó khăn"). */
function isInside(list, places, vocabulary) {
  const named = (i) => {
    const [one, other] = [list[i], list[i + 1]]
    if (!one || !other || one.light || other.light) return false
    const ways = vocabulary.named.get(`${one.folded} ${other.folded}`)
    return Boolean(ways?.some((way) => agreement(one, way[0]) === 1 && agreement(other, way[1]) === 1))
  }
  return places.length > 1 && (named(places[0] - 1) || named(places[places.length - 1]))
}

/** What each word counts that is meant: many words for one do not outweigh the rest of the query. */
const shareOf = ([said, meant]) => Math.min(1, Math.sqrt(said.length / meant.length))

const apart = (word, beyond) => !word || word.light || word.absent || beyond

/**
 * Whether a syllable is a word by itself: its neighbours are none of it ("bầu" is no "bầu cử"). What is no syllable of
 * Vietnamese, or stands nowhere with these marks, is no part of a word of the plan.
 */
function stays(list, at, vocabulary) {
  if (!isSyllable(list[at]) || !vocabulary.knows(list[at])) return true
  const pair = (one, other) => one && other && vocabulary.pairs.has(`${one.folded} ${other.folded}`)
  const [first, before, word, after, last] = [at - 2, at - 1, at, at + 1, at + 2].map((i) => list[i])
  if (pair(before, word) || pair(word, after)) return false
  return apart(before, pair(first, before)) && apart(after, pair(after, last))
}

/**
 * Which words say little here. Typed without marks a filler may be another word ("dau" is "đâu" and
 * the "đầu" of "đầu tư"): one that stands beside its partner in some name is not light.
 */
function lightness(list, fillers, vocabulary) {
  const light = list.map((_, i) => small(list, i, vocabulary) || isUnit(list, i))
  list.forEach((word, at) => {
    for (const phrase of fillers.get(word.folded) || []) {
      if (!phrase.every((one, i) => list[at + i] && same(list[at + i], one))) continue
      phrase.forEach((_, i) => {
        light[at + i] = light[at + i] || phrase.length > 1 || !partnered(list, at, vocabulary)
      })
    }
  })
  return light.map((one, i) => one && !list[i].meant)
}

/** "triệu đồng" after a number: any amount has it. */
const isUnit = (list, i) =>
  i > 0 &&
  ['trieu', 'ty', 'nghin', 'dong'].includes(list[i].folded) &&
  (/^\d/.test(list[i - 1].folded) || (i > 1 && isUnit(list, i - 1)))

/** A number of one or two digits means nothing away from its neighbour ("4 tuổi" is no "dự án 4"). */
function small(list, i, vocabulary) {
  if (list.length === 1 || !/^\d{1,2}$/.test(list[i].folded)) return false
  const pair = (one, other) => one && other && vocabulary.pairs.has(`${one.folded} ${other.folded}`)
  return !pair(list[i - 1], list[i]) && !pair(list[i], list[i + 1])
}

function partnered(list, at, vocabulary) {
  const word = list[at]
  if (word.tone || word.letters !== word.folded) return false
  const pair = (one, other) => one && other && vocabulary.named.has(`${one.folded} ${other.folded}`)
  return Boolean(pair(list[at - 1], word) || pair(word, list[at + 1]))
}

/** The places where the words of a phrase stand, fillers between them, as typed with or without marks; or null. */
export function stands(query, phrase, from = 0) {
  for (let start = from; start < query.length; start++) {
    const places = []
    let at = start
    for (const word of phrase) {
      if (places.length) for (let n = 0; n < BETWEEN && query[at]?.light && !same(query[at], word); n++) at++
      if (!query[at] || !same(query[at], word)) break
      places.push(at++)
    }
    if (places.length === phrase.length) return places
  }
  return null
}

function same(typed, word) {
  if (typed.folded !== word.folded) return false
  const bare = typed.letters === typed.folded && !typed.tone
  return bare || (typed.letters === word.letters && typed.tone === word.tone)
}
