// The search: takes in names first and the plan's text second, answers queries. Knows no page.
import MiniSearch from 'minisearch'
import { isAbout, unmet, withoutAbsent, withoutPlace } from './absent.js'
import { Entry } from './entry.js'
import { agreement } from './fold.js'
import { variants } from './plan.js'
import { covers, scoreEntry, scoreText } from './rank.js'
import { Reading } from './reading.js'
import { repair } from './repair.js'
import { words } from './tokens.js'
import { Vocabulary } from './vocabulary.js'

const SLICE = 24 // milliseconds of work before the page may breathe
const CANDIDATES = 90
const LEAST = 0.3 // below this, an entry does not answer
const NEAR = 0.34 // of the best score: less is noise
const CLOSE = 0.7
const NUMBER = /\d{2}/
const GROUP = 2 // the facet of whom it is for
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
    this.whole = false
  }

  /** Take in `names.js`: see programme/built/search_index.py for its shape. */
  async addNames(part) {
    this.facets = part.facets
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
    this.reading = new Reading(this.entries)
  }

  /** Take in `text.js`: everyday words, the clauses of the plan, and what the site says of its own. */
  async addTexts(part) {
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
    this.reading = new Reading(this.entries)
    this.whole = true
  }

  /**
   * Answer a query: {hits, fixes, absent}. A hit is {entry, section, variant, name, group}; the words of `variant` are
   * those to mark. `absent`: [{kind, what}], what was asked for and is nowhere. Nothing is mended with `asTyped`, nor
   * anything said to be absent before all texts are in.
   */
  find(text, { asTyped = false } = {}) {
    const { text: read, absent } = this.reading.read(text, this.whole)
    const { vocabulary, spoken, fillers, isFiller, pair } = this
    const mend = !asTyped && this.whole
    const { words: all, fixes } = mend ? repair(read, vocabulary, spoken, isFiller) : { words: words(read), fixes: [] }
    const typed = withoutPlace(all.slice(0, MOST), pair, isFiller, this.reading.places, absent)
    if (
      !typed.length ||
      isAbout(absent, typed) ||
      (absent.some(({ kind }) => kind === 'place') && typed.every(isFiller))
    )
      return { hits: [], fixes: [], absent }
    const last = typed.at(-1)
    last.open = !/\d/.test(last.folded) && !last.tone && typed.at(-2)?.folded !== 'muc' // a tone ends a word
    typed.forEach((word, i) => Object.assign(word, { at: i, exact: vocabulary.writes(word) }))
    const plan = withoutAbsent(variants(typed, this.everyday, fillers, vocabulary), pair, this.reading.names, absent)
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
    const long = Math.max(1, plan[0]?.words.filter((word) => !word.light).length / 5)
    const hits = [...found.values()].filter((hit) => hit.score > LEAST / long)
    hits.sort((one, other) => other.score - one.score || one.entry.id - other.entry.id)
    if (this.whole) unmet(typed, hits.slice(0, 10), this.plan, absent)
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
    const terms = [...new Set((wanted.length ? wanted : query).map((word) => word.folded))].join(' ')
    const options = {
      prefix: (term) => last.open && term === last.folded,
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

/** The words of the query that a hit's name was met by, by their places in it. */
const metAt = ({ fit, variant }) => variant.words.flatMap((word, i) => (fit?.places[i] && !word.light ? [word.at] : []))

/**
 * Whom something is for is asked beside what it is: a group gives way to an answer that is named by other words; and a
 * page about the whole plan ("ai lo …") to what else the query is about.
 */
function subjectFirst(hits) {
  const [first] = hits
  const isGroup = first?.entry.facet === GROUP
  if (!first?.called || !(isGroup || (first.entry.isOverview && first.name > 0))) return hits
  const said = metAt(first)
  const others = (hit) => !metAt(hit).some((at) => said.includes(at))
  const numbered = ({ variant, fit }) => variant.words.some((word, i) => fit?.places[i] && NUMBER.test(word.folded))
  const isSubject = (hit) => {
    const { entry, called, fit, score } = hit
    if (isGroup || entry.isOverview) return isGroup && entry.exact && called && others(hit)
    if (entry.clause) return fit.beside > 0 && score > CLOSE * first.score && others(hit)
    return numbered(hit) || (called && !entry.exact && others(hit))
  }
  const subject = hits.find(isSubject)
  return subject ? [subject, ...hits.filter((hit) => hit !== subject)] : hits
}

/** The best hit of each page first; further hits of the same pages after the first ten. */
function spread(hits) {
  const pages = new Set()
  const first = []
  const rest = []
  for (const hit of hits) {
    const page = hit.entry.url.split('#')[0]
    const again = pages.has(page) && hit.entry.url.includes('#')
    pages.add(page)
    ;(again ? rest : first).push(hit)
  }
  return [...first, ...rest]
}

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
