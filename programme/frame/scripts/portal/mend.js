// A word with one letter wrong, missing, too much or in its neighbour's place becomes the one that was surely meant.
import { edits } from '../search/nearest.js'
import { isSyllable } from '../search/syllable.js'
import { shard } from './shards.js'

const MOST = 2 // words of a query that are mended: where more are wrong, something else was meant
const SHORTEST = 4 // letters of a word that is mended though none of its neighbours says what was meant
const PAIR = 2
const SAME = 0.6 // the same letters in another order
const START = 0.7 // the same first letter
const OFTEN = 0.25

/** Words that no name has; `all` are those of all names, with a space between, `said` such as stand around names. */
export async function mendUnknown(typed, all, said) {
  const known = new Set(all.split(' '))
  const begins = (word, at) => at === typed.length - 1 && all.includes(` ${word}`)
  const wrong = [...typed.keys()].filter((at) => {
    const word = typed[at]
    return /^[a-z]+$/.test(word) && !known.has(word) && !said.has(word) && !begins(word, at)
  })
  const follows = wrong.length && wrong.length <= MOST && (await successions(all))
  const words = [...typed]
  for (const at of follows ? wrong : []) {
    const ways = close(at, words, known, follows)
    const best = ways.find((way) => way.beside || isSure(way, ways))
    if (best) words[at] = best.to
  }
  return { words, fixes: fixes(typed, words) }
}

/** One word that some name has, but no name beside its neighbours here. */
export async function mendKnown(typed, all, said) {
  const known = new Set(all.split(' '))
  const follows = await successions(all)
  const words = [...typed]
  const ways = [...typed.keys()].flatMap((at) => {
    const word = typed[at]
    if (!follows || word.length < 3 || !known.has(word) || said.has(word) || beside(word, at, typed, follows)) return []
    return close(at, typed, known, follows).filter((way) => way.beside && (way.same || way.to[0] === word[0]))
  })
  const [best] = ways.sort(byScore)
  if (best) words[best.at] = best.to
  return { words, fixes: fixes(typed, words) }
}

const fixes = (typed, words) => typed.flatMap((from, at) => (from === words[at] ? [] : [{ from, to: words[at] }]))

/** Whether a word of a name comes straight after another somewhere: (one, other) -> true; null where it is not known. */
async function successions(all) {
  const lines = await shard('cap')
  if (!lines) return null
  const places = new Map(all.split(' ').map((word, at) => [word, at]))
  const after = (one) => lines[places.get(one)] ?? ''
  const follows = (one, other) => places.has(other) && ` ${after(one)} `.includes(` ${places.get(other).toString(36)} `)
  follows.count = (one) => after(one).split(' ').length
  return follows
}

/** The words that are one letter from that at `at`, the likeliest first: {at, to, beside, same, score}. */
function close(at, words, known, follows) {
  const word = words[at]
  const letters = [...word].sort().join('')
  const found = []
  for (const to of known) {
    if (to === word || Math.abs(to.length - word.length) > 1 || edits(word, to, 1) > 1) continue
    const near = beside(to, at, words, follows)
    const same = [...to].sort().join('') === letters
    const score =
      near * PAIR + (same ? SAME : 0) + (to[0] === word[0] ? START : 0) + OFTEN * Math.log(1 + follows.count(to))
    found.push({ at, to, beside: near, same, score, from: word })
  }
  return found.sort(byScore)
}

const byScore = (one, other) => other.score - one.score

/** With how many of its two neighbours a word stands in names. */
const beside = (word, at, words, follows) =>
  (at > 0 && follows(words[at - 1], word) ? 1 : 0) + (at + 1 < words.length && follows(word, words[at + 1]) ? 1 : 0)

/** Whether it is meant though its neighbours do not say so: no right syllable was typed, and nothing else is as near. */
function isSure({ from, to, same }, ways) {
  if (from.length < SHORTEST || from[0] !== to[0] || isSyllable({ folded: from, tone: '' })) return false
  return ways.length === 1 || (same && ways.filter((way) => way.same).length === 1)
}
