// What a query may mean: its words as typed, and again with everyday words in the plan's words.
import { agreement } from './fold.js'
import { isSyllable } from './syllable.js'

const BETWEEN = 2 // fillers that may stand between the words of an expression
const MOST = 3
const INSIDE = 0.8

/**
 * Variants of the query: [{words, factor, said}]. `everyday` maps the first word of what is said to [[spoken words,
 * plan's words]], `text` both as written; `said` are those that were replaced. Words that say little here are `light`.
 */
export function variants(query, everyday, fillers, vocabulary) {
  const weigh = (list) => {
    const light = lightness(list, fillers, vocabulary, isMarked(query))
    const all = light.every(Boolean)
    return list.map((word, i) => ({ ...word, light: !all && light[i] }))
  }
  const typed = weigh(query)
  const met = expressions(typed, everyday, fillers, vocabulary)
  const taken = new Set()
  const whole = met.filter(({ places }) => {
    const free = !places.some((place) => taken.has(place))
    if (free) places.forEach((place) => taken.add(place))
    return free
  })
  const found = [{ words: typed, factor: 1, said: [] }]
  const chosen = [...(whole.length > 1 ? [whole] : []), ...met.map((one) => [one])].slice(0, MOST)
  for (const some of chosen) {
    const absent = query.some((word, i) => word.absent && !some.some(({ places }) => places.includes(i)))
    const inside = some.some(({ places }) => isInside(typed, places, vocabulary))
    found.push({
      words: weigh(query.flatMap((word, i) => meantAt(word, i, some))),
      factor: absent ? 0.97 : inside ? INSIDE : 0.99,
      said: some.map(({ pair }) => pair.text),
    })
  }
  return found
}

/** The everyday expressions of a query, the longest first: [{pair, places}]; none that is but part of a longer one. */
function expressions(typed, everyday, fillers, vocabulary) {
  const met = []
  const strict = isMarked(typed)
  const bound = boundBy(typed, fillers)
  const here = new Set(typed.map(({ folded }) => folded))
  typed.forEach((word, at) => {
    for (const pair of everyday.get(word.folded) || []) {
      if (!pair[0].every(({ folded }) => here.has(folded))) continue
      const places = stands(typed, pair[0], at, strict)
      if (places?.[0] !== at || (places.length === 1 && !stays(typed, at, vocabulary))) continue
      if (bound.every((phrase) => !phrase.some((i) => places.includes(i)) || phrase.every((i) => places.includes(i))))
        met.push({ pair, places })
    }
  })
  met.sort((one, other) => other.places.length - one.places.length)
  return met.filter(
    ({ places }, n) =>
      !met
        .slice(0, n)
        .some((longer) => longer.places.length > places.length && places.every((i) => longer.places.includes(i))),
  )
}

/** What stands for a word once expressions are replaced: it, what the one that begins here means (once), or nothing. */
function meantAt(word, i, some) {
  const one = some.find(({ places }) => places.includes(i))
  if (!one) return [word]
  const again = some.find(({ pair }) => pair[1] === one.pair[1] || pair.text?.[1] === one.pair.text?.[1]) !== one
  if (one.places[0] !== i || again) return []
  const about = { meant: true, share: shareOf(one.pair), at: word.at }
  return one.pair[1].map((meant) => Object.assign({}, meant, about))
}

/** Whether a query was typed with marks: then a word without any has none. */
const isMarked = (list) =>
  list.filter(({ tone, letters, folded }) => tone || letters !== folded).length > list.length / 2

/** The places of fillers of several words ("cho hỏi"): their words belong together. */
const boundBy = (list, fillers) =>
  list.flatMap((word, at) =>
    (fillers.get(word.folded) || [])
      .filter((phrase) => phrase.length > 1 && phrase.every((one, i) => list[at + i] && same(list[at + i], one)))
      .map((phrase) => phrase.map((_, i) => at + i)),
  )

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
function lightness(list, fillers, vocabulary, strict) {
  const light = list.map((_, i) => small(list, i, vocabulary) || isUnit(list, i))
  list.forEach((word, at) => {
    for (const phrase of fillers.get(word.folded) || []) {
      if (!phrase.every((one, i) => list[at + i] && writes(list[at + i], one, strict))) continue
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
export function stands(query, phrase, from = 0, strict = false) {
  const is = (typed, word) => writes(typed, word, strict)
  for (let start = from; start < query.length; start++) {
    const places = []
    let at = start
    for (const word of phrase) {
      if (places.length) for (let n = 0; n < BETWEEN && skips(query[at]) && !is(query[at], word); n++) at++
      if (!query[at] || !is(query[at], word)) break
      places.push(at++)
    }
    if (places.length === phrase.length) return places
  }
  return null
}

/** Whether a word was typed: with its marks, or without any; in a query with marks (`strict`) only with its own. */
const writes = (typed, word, strict) => (strict ? agreement(typed, word) === 1 : same(typed, word))

/** A filler; a number is none here. */
const skips = (word) => Boolean(word?.light) && !/\d/.test(word.folded)

function same(typed, word) {
  if (typed.folded !== word.folded) return false
  const bare = typed.letters === typed.folded && !typed.tone
  return bare || (typed.letters === word.letters && typed.tone === word.tone)
}
