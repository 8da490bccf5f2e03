// From what was typed to rows: the place first, then names in its plans; without a place, names of all plans.
import { fold } from '../search/fold.js'
import { mendKnown, mendUnknown } from './mend.js'
import { shard, under } from './shards.js'

const WORD = /[a-z]+|[0-9]+(?:\.[0-9]+)*/g
const MOST_WORDS = 12
const MOST_PLACES = 4 // whose plans are looked through
const MOST = 60
// said around a name, and part of none that one looks for
const FILLERS = new Set(
  'chu tri ai co quan nao cua o tai la gi bao nhieu tien kinh phi nam ke hoach xa huyen tinh'.split(' '),
)

/** The words of a text, folded: "Dự án 3.2" is ["du", "an", "3.2"]. */
export const words = (text) => fold(text).match(WORD) || []

/**
 * {rows, fixes}: the best rows first, [kind, title, hint, link], and the words {from, to} that were mended for them; null
 * where what it needs did not come. `soon(rows)` is told those of the places that were named before names of all plans
 * are looked through.
 */
export async function find(text, soon = () => {}) {
  const typed = words(text).slice(0, MOST_WORDS)
  if (!typed.length) return { rows: [], fixes: [] }
  const index = await shard('muc')
  if (!index) return null
  try {
    const unknown = await mendUnknown(typed, index.words, FILLERS)
    const rows = await rowsOf(unknown.words, index, soon)
    if (rows.length || unknown.fixes.length) return { rows, fixes: unknown.fixes }
    const known = await mendKnown(typed, index.words, FILLERS) // a word of another name, by a wrong letter
    return known.fixes.length
      ? { rows: await rowsOf(known.words, index, soon), fixes: known.fixes }
      : { rows, fixes: [] }
  } catch {
    return null
  }
}

async function rowsOf(typed, index, soon) {
  const places = await findPlaces(typed, index)
  const found = await findIn(places, typed)
  for (const { row, score } of places) found.push({ row: ['Nơi', row[0], row[2], row[3]], score })
  if (found.length) soon(ordered(found))
  found.push(...(await findNames(typed, index)))
  return ordered(found)
}

/** Rows by their scores, each once. */
function ordered(found) {
  const rows = new Map()
  for (const { row } of [...found].sort((one, other) => other.score - one.score)) {
    const said = row.join('\n')
    if (!rows.has(said)) rows.set(said, row)
  }
  return [...rows.values()].slice(0, MOST)
}

/** Places whose name stands in what was typed, or begins with all of it: {row, used, score}. */
async function findPlaces(typed, index) {
  const lists = await Promise.all(placeKeys(typed, index.kinds).map((key) => under('noi', index.noi, ...key)))
  const found = []
  for (const row of new Set(lists.flat())) {
    const name = words(row[1])
    const kind = index.kinds.find((one) => fold(row[0]).startsWith(`${one} `)) || ''
    const place = placeIn(typed, name, kind ? words(kind) : [])
    if (place) found.push({ row, used: place.used, score: place.score + (row[4] ? 1 : 0) })
  }
  return found.sort((one, other) => other.score - one.score).slice(0, 30)
}

/** [key, whether it is open]: two words that follow each other; one where it is all, or a kind of place stands before. */
function placeKeys(typed, kinds) {
  const last = typed.length - 1
  if (!last) return [[typed[0], true]]
  const pairs = typed.slice(0, -1).map((word, at) => [`${word} ${typed[at + 1]}`, at + 1 === last])
  const ends = new Set(kinds.map((kind) => words(kind).pop()))
  const single = typed.filter((word, at) => at && ends.has(typed[at - 1])).map((word) => [word, false])
  return [...pairs, ...single]
}

/** Where a name stands in what was typed, and how well; null where it does not. */
function placeIn(typed, name, kind) {
  const last = typed.length - 1
  for (let at = 0; at + name.length <= typed.length; at++) {
    if (!name.every((word, i) => same(word, typed[at + i], at + i === last))) continue
    const said = kind.length > 0 && kind.every((word, i) => word === typed[at - kind.length + i])
    const from = said ? at - kind.length : at
    const used = new Set(Array.from({ length: at + name.length - from }, (_, i) => from + i))
    const alone = used.size === typed.length
    if (name.length === 1 && !said && !alone) continue // "Hạ" is a place only where something says so
    const exact = name.every((word, i) => word === typed[at + i])
    return { used, score: 10 * name.length + (said ? 4 : 0) + (exact ? 2 : 0) + (alone ? 100 : 0) }
  }
  const begun = typed.length < name.length && typed.every((word, i) => same(name[i], word, i === last))
  return begun ? { used: new Set(typed.keys()), score: 5 } : null
}

/** Names in the plans of the places that were asked for: all further words stand in them. */
async function findIn(places, typed) {
  const found = []
  const seen = new Set()
  for (const { row, used, score } of places) {
    const rest = typed.filter((word, at) => !used.has(at))
    if (!row[4] || seen.has(row[4]) || !wanted(rest).length) continue
    seen.add(row[4])
    if (seen.size > MOST_PLACES) break
    for (const [kind, title, more, hint, link] of (await shard(`o-${row[4]}`)) || []) {
      const fits = fit(rest, `${title} ${more}`, hint)
      const all = [kind, title, `${row[0]}, ${hint}`, link]
      if (fits) found.push({ row: all, score: 200 + score + fits + (kind === 'Dự án' ? 2 : 0) })
    }
  }
  return found
}

/** Names of all plans with all the words that were typed. */
async function findNames(typed, index) {
  const asked = wanted(typed)
  if (!asked.length) return []
  const last = typed[typed.length - 1]
  const rarest = [...asked].sort((one, other) => other.length - one.length)[0]
  const rows = await under('ten', index.ten, rarest, rarest === last && rarest.length > 1)
  const found = []
  for (const row of rows) {
    const fits = fit(typed, row[1], row[2])
    if (fits) found.push({ row, score: 50 + fits + (row[0] === 'Dự án' ? 2 : 0) })
  }
  return found
}

/** What is looked for, without what is only said around it; all of it where nothing else was typed. */
function wanted(typed) {
  const rest = typed.filter((word) => !FILLERS.has(word))
  return rest.length ? rest : typed.length > 1 ? typed : []
}

/** How well words agree with a title; 0 where one that is wanted is neither in it nor in the hint. */
function fit(typed, title, hint) {
  const inTitle = words(title)
  const inHint = words(hint)
  const last = typed.length - 1
  let score = 0
  const asked = new Set(wanted(typed))
  for (const [at, word] of typed.entries()) {
    if (inTitle.some((one) => same(one, word, at === last))) score += asked.has(word) ? 3 : 1
    else if (inHint.some((one) => same(one, word, at === last))) score += 1
    else if (asked.has(word)) return 0
  }
  const phrase = wanted(typed).join(' ')
  return score + (inTitle.join(' ').includes(phrase) ? 6 : 0) - inTitle.length / 20
}

const same = (word, typed, open) => word === typed || (open && typed.length > 1 && word.startsWith(typed))
