// The search: takes in names first and the plan's text second, answers queries. Knows no page.
import MiniSearch from 'minisearch'
import { Entry } from './entry.js'
import { sought } from './fit.js'
import { agreement } from './fold.js'
import { variants } from './plan.js'
import { spread, subjectFirst } from './order.js'
import { covers, scoreEntry, scoreText } from './rank.js'
import { words } from './tokens.js'
import { Vocabulary } from './vocabulary.js'

const SLICE = 24 // milliseconds of work before the page may breathe
const CANDIDATES = 24
const LEAST = 0.3 // below this, an entry does not answer
const LONG = 5 // words that count; in a longer question less of it has to be met
const NEAR = 0.34 // of the best score: less is noise
const MOST = 20 // words of a query that count

export class Search {
  constructor() {
    this.vocabulary = new Vocabulary()
    this.spoken = new Vocabulary()
    this.plan = new Vocabulary() // the words of the plan itself
    this.entries = []
    this.names = index()
    this.texts = index()
    this.everyday = new Map()
    this.fillers = new Map()
    this.facets = []
    this.unfinished = false
    this.understanding = null
  }

  /** Take in `names.js`: see programme/built/search_index.py for its shape. */
  async addNames(part) {
    this.facets = part.facets
    this.unfinished = Boolean(part.unfinished)
    for (const phrase of part.fillers.map(words)) {
      under(this.fillers, phrase[0].folded, phrase)
      this.spoken.add([phrase])
    }
    await slices(part.entries, (row) => {
      const entry = Entry.named(this.entries.length, row)
      this.entries.push(entry)
      this.vocabulary.add(entry.phrases, true)
      this.names.add({ id: entry.id, words: terms(entry.phrases) })
    })
  }

  /** Take in `text.js`: everyday words, the clauses of the plan, and what the site says of its own; then queries are understood. */
  async addTexts(part, Understanding) {
    const named = this.entries.filter((entry) => entry.hint)
    await slices(part.everyday, ([means, ...all]) => {
      const meant = words(means)
      const pairs = all.map((said) => Object.assign([words(said), meant], { text: [said, means] }))
      pairs.forEach((pair) => under(this.everyday, pair[0][0].folded, pair))
      for (const [said] of pairs) this.spoken.add([said], true)
    })
    await slices(part.entries, (row) => {
      const entry = Entry.clause(this.entries.length, row, this.facets)
      this.entries.push(entry)
      this.vocabulary.add([entry.words, entry.phrases[0]])
      if (!entry.aside) this.plan.add([entry.words, entry.phrases[0]])
      this.texts.add({ id: entry.id, words: terms([entry.words, entry.phrases[0]]) })
    })
    await slices(named, (entry) => {
      this.vocabulary.add([entry.hintWords])
      this.texts.add({ id: entry.id, words: terms([entry.hintWords]) })
    })
    this.understanding = new Understanding(this)
  }

  /**
   * Answer a query: {hits, fixes, absent}. A hit is {entry, section, variant, name, group}; the words of `variant` are
   * those to mark. `absent`: [{kind, what}], what was asked for and is nowhere. Nothing is mended with `asTyped`, nor
   * anything said to be absent before all texts are in.
   */
  find(text, { asTyped = false } = {}) {
    const { vocabulary, fillers, understanding } = this
    const asked = understanding
      ? understanding.read(text, asTyped)
      : { typed: words(text).slice(0, MOST), fixes: [], absent: [] }
    const { typed, fixes, absent } = asked
    if (!typed.length || asked.nowhere) return { hits: [], fixes, absent }
    const last = typed.at(-1)
    last.open = !/\d/.test(last.folded) && !last.tone && typed.at(-2)?.folded !== 'muc' // a tone ends a word
    typed.forEach((word, i) => Object.assign(word, { at: i, exact: vocabulary.writes(word) }))
    const all = variants(typed, this.everyday, fillers, vocabulary)
    const plan = understanding ? understanding.meant(all, absent) : all
    const found = new Map()
    for (const variant of plan) {
      const near = this.nearGroups(variant)
      for (const id of this.candidates(variant.words)) {
        const entry = this.entries[id]
        const hit = entry.clause ? scoreText(entry, variant, vocabulary) : scoreEntry(entry, variant, vocabulary, near)
        const before = found.get(id)
        if (hit.shows && (!before || hit.score > before.score))
          found.set(id, { ...hit, entry, group: this.entries[hit.group] })
      }
    }
    const length = plan[0]?.words.filter((word) => !word.light).length || 0
    const hits = [...found.values()].filter((hit) => hit.score > LEAST * Math.min(1, LONG / length))
    hits.sort((one, other) => other.score - one.score || one.entry.id - other.entry.id)
    understanding?.unmet(typed, hits.slice(0, 10), absent)
    const near = hits.filter((hit) => hit.score > NEAR * hits[0].score)
    return { hits: spread(subjectFirst(near)), fixes, absent }
  }

  /** Whether a word says little by itself, as typed. */
  isFiller = (word) =>
    Boolean(this.fillers.get(word.folded)?.some((one) => one.length === 1 && agreement(word, one[0])))

  pair = (one, other) => Boolean(one && other && this.vocabulary.pairs.has(`${one.folded} ${other.folded}`))

  /** What a group's names cover of the query, worked out once for all projects that are for it. */
  nearGroups(variant) {
    const known = new Map()
    return (id) => {
      if (!known.has(id)) known.set(id, covers(this.entries[id], variant.words, this.vocabulary))
      return known.get(id)
    }
  }

  candidates(query) {
    const last = query.at(-1)
    const meant = query.filter((word) => word.meant) // where none of these stands, the words as typed say as much
    const wanted = meant.length ? meant : query.filter((word) => !word.light)
    const { begun } = sought(query, this.vocabulary)
    const terms = [...new Set((wanted.length ? wanted : query).map((word) => word.folded))].join(' ')
    const options = {
      prefix: (term) => begun.length > 0 && term === last.folded,
      combineWith: 'OR',
      weights: { prefix: 0.4, fuzzy: 0 },
    }
    return [this.names, this.texts].flatMap((one) =>
      one
        .search(terms, options)
        .slice(0, CANDIDATES)
        .map((hit) => hit.id),
    )
  }
}

function index() {
  return new MiniSearch({ fields: ['words'], tokenize: (text) => text.split(' '), processTerm: (term) => term })
}

const under = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]))

/** Each word once: how often does not matter to who is a candidate. */
const terms = (phrases) => [...new Set(phrases.flatMap((phrase) => phrase.map((word) => word.folded)))].join(' ')

/** Do the work in slices, so that typing is never held up. */
async function slices(list, work) {
  let start = performance.now()
  for (const one of list) {
    work(one)
    if (performance.now() - start > SLICE) {
      await new Promise((go) => setTimeout(go))
      start = performance.now()
    }
  }
}
