// Something that can be found: what has a name, and the clauses of the plan.
import { words } from './tokens.js'

const LOOKUP = 4 // the facet of what answers otherwise

/** What only ranking needs is cut into words when it is ranked. */
export class Entry {
  constructor(id, facet, url, phrases) {
    Object.assign(this, { id, facet, url, phrases })
  }

  /** From a row of `names.js`. */
  static named(id, [facet, url, title, names, own, hint, weight, headings, exact, groups]) {
    const entry = new Entry(id, facet, url, [title, ...names].map(words))
    const about = { title, names: [title, ...names], own: own + 1, hint, weight: weight / 100 }
    return Object.assign(entry, about, { headings, exact: Boolean(exact), groups })
  }

  /** From a row of `text.js`; one with a facet of its own is `aside`: the site's words, not the plan's. */
  static clause(id, [url, title, text, facet], facets) {
    const entry = new Entry(id, facet ?? facets.length - 1, url, [words(title)])
    return Object.assign(entry, { title, text, words: words(text), clause: true, aside: facet !== undefined })
  }

  /** Whether it is a page about the whole plan. */
  get isOverview() {
    return this.facet === LOOKUP && !this.url.includes('#')
  }

  /** Whether it is a place or a term: seldom what is asked, often what it is asked about. */
  get isPlain() {
    return this.facet === LOOKUP && !this.isOverview && !this.exact
  }

  get sections() {
    return (this.cutSections ||= this.headings.map(([anchor, heading]) => ({
      anchor,
      heading,
      phrase: words(heading),
    })))
  }

  /** Folded word -> which of its phrases hold it. */
  get holding() {
    if (this.held) return this.held
    this.held = new Map()
    this.phrases.forEach((phrase, i) => {
      for (const { folded } of phrase) {
        const list = this.held.get(folded)
        if (!list) this.held.set(folded, [i])
        else if (list.at(-1) !== i) list.push(i)
      }
    })
    return this.held
  }

  get hintWords() {
    return (this.cutHint ||= words(this.hint))
  }
}
