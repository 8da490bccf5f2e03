// The line on /ho-tro over the sentences that are for others.
import { reasons } from './rules.js'

const NOT_MINE = new Set(['untold', 'no'])
const LISTED = 3 // how many of those that a project is for besides are named in its line

const lowerFirst = (words) => (/^.\p{Lu}/u.test(words) ? words : words[0].toLowerCase() + words.slice(1))

/**
 * ": 2 câu, dành cho người ở xã …; …, ưu tiên …": what keeps the family from the sentences that are for others, the
 * surest reason first; whom some of these put first.
 */
export function others(sentences, profile) {
  const named = new Set()
  const before = new Set()
  for (const { items } of sentences) {
    for (const { parts, support } of items) {
      const found = reasons(support, profile)
      const part = missing(found)
      const words = parts[part]?.textContent
      if (words) (support.priority ? before : named).add(part === 'who' ? lowerFirst(words) : `người ${words}`)
    }
  }
  return `: ${sentences.length} câu${few('dành cho', [...named])}${few(
    'ưu tiên',
    [...before].filter((one) => !named.has(one)),
  )}`
}

/** ", dành cho …; … và 2 điều kiện khác"; nothing of none. */
function few(label, words) {
  const more = words.length > LISTED ? ` và ${words.length - LISTED} điều kiện khác` : ''
  return words.length ? `, ${label} ${words.slice(0, LISTED).join('; ')}${more}` : ''
}

/** The condition that keeps a family from a support, the surest first; nothing where none does. */
const missing = (found) => ['place', 'of', 'age', 'who'].find((key) => NOT_MINE.has(found[key]))
