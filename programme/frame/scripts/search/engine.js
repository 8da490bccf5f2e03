// The search: takes in names first and the plan's text second, answers queries. Knows no page.
import MiniSearch from 'minisearch'
import { variants } from './plan.js'
import { covers, scoreEntry, scoreText } from './rank.js'
import { repair } from './repair.js'
import { words } from './tokens.js'
import { Vocabulary } from './vocabulary.js'

const SLICE = 24 // milliseconds of work before the page may breathe
const CANDIDATES = 90
const LEAST = 0.3 // below this, an entry does not answer
const NEAR = 0.34 // of the best score: less is noise

/** Something that can be found. What only ranking needs is cut into words when it is ranked. */
class Entry {
  constructor(id, facet, url, phrases) {
    Object.assign(this, { id, facet, url, phrases })
  }

  get sections() {
    return (this.cutSections ||= this.headings.map(([anchor, heading]) => ({
      anchor,
      heading,
      phrase: words(heading),
    })))
  }

  get hintWords() {
    return (this.cutHint ||= words(this.hint))
  }
}

export class Search {
  constructor() {
    this.vocabulary = new Vocabulary()
    this.entries = []
    this.names = index()
    this.texts = index()
    this.everyday = []
    this.fillers = []
    this.light = new Set()
    this.facets = []
  }

  /** Take in `names.js`: see programme/built/search_index.py for its shape. */
  async addNames(part) {
    this.facets = part.facets
    this.everyday = part.everyday.map(([said, meant]) => [words(said), words(meant)])
    this.fillers = part.fillers.map(words)
    this.light = new Set(this.fillers.flat().map((word) => word.folded))
    for (const [said, meant] of this.everyday) this.vocabulary.add([said, meant])
    await slices(part.entries, ([facet, url, title, names, own, hint, weight, sections, exact, groups]) => {
      const phrases = [title, ...names].map(words)
      const entry = new Entry(this.entries.length, facet, url, phrases)
      Object.assign(entry, {
        title,
        names: [title, ...names],
        own: own + 1,
        hint,
        weight: weight / 100,
        headings: sections,
        exact: Boolean(exact),
        groups,
      })
      this.entries.push(entry)
      this.vocabulary.add(phrases, true)
      this.names.add({ id: entry.id, words: terms(phrases) })
    })
  }

  /** Take in `text.js`: the clauses of the plan. */
  async addTexts(part) {
    await slices(part.entries, ([url, title, text]) => {
      const entry = new Entry(this.entries.length, this.facets.length - 1, url, [words(title)])
      Object.assign(entry, { title, text, words: words(text), clause: true })
      this.entries.push(entry)
      this.vocabulary.add([entry.words])
      this.texts.add({ id: entry.id, words: terms([entry.words, entry.phrases[0]]) })
    })
  }

  /**
   * Answer a query: {hits, fixes, total}. A hit is {entry, section, query}; `query` are the words to
   * mark. With `asTyped`, nothing is mended.
   */
  find(text, { asTyped = false } = {}) {
    const typed = asTyped ? { words: words(text), fixes: [] } : repair(text, this.vocabulary, this.light)
    if (!typed.words.length) return { hits: [], fixes: [], words: [] }
    const plan = variants(typed.words, this.everyday, this.fillers, this.vocabulary)
    const found = new Map()
    for (const variant of plan) {
      const near = this.nearGroups(variant)
      for (const id of this.candidates(variant.words)) {
        const entry = this.entries[id]
        const hit = entry.clause
          ? scoreText(entry, variant, this.vocabulary)
          : scoreEntry(entry, variant, this.vocabulary, near)
        const before = found.get(id)
        if (!before || hit.score > before.score) found.set(id, { ...hit, entry })
      }
    }
    const hits = [...found.values()].filter((hit) => hit.score > LEAST)
    hits.sort((one, other) => other.score - one.score || one.entry.id - other.entry.id)
    const best = hits.length ? hits[0].score : 0
    return { hits: spread(hits.filter((hit) => hit.score > NEAR * best)), fixes: typed.fixes, words: plan[0].words }
  }

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
    const wanted = query.filter((word) => !word.light)
    const terms = [...new Set((wanted.length ? wanted : query).map((word) => word.folded))].join(' ')
    const options = {
      prefix: (term) => term === last.folded || term.length > 2,
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

/** Each word once: how often does not matter to who is a candidate. */
const terms = (phrases) => [...new Set(phrases.flatMap((phrase) => phrase.map((word) => word.folded)))].join(' ')

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
