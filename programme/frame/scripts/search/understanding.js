// What a query says, once all texts are in: numbers and places as they are written here, slips mended, what is nowhere.
import { isAbout, unmet, withoutAbsent, withoutPlace } from './absent.js'
import { Reading } from './reading.js'
import { repair } from './repair.js'
import { words } from './tokens.js'

const MOST = 20 // words of a query that count

/** For a search that knows all its entries. */
export class Understanding {
  constructor(search) {
    this.search = search
    this.reading = new Reading(search.entries)
  }

  /** {typed, fixes, absent, nowhere}: the words, what was mended (nothing with `asTyped`), whether all of it is absent. */
  read(text, asTyped) {
    const { vocabulary, spoken, isFiller, pair } = this.search
    const { text: read, absent } = this.reading.read(text)
    const { words: all, fixes } = asTyped
      ? { words: words(read), fixes: [] }
      : repair(read, vocabulary, spoken, isFiller)
    const typed = withoutPlace(all.slice(0, MOST), pair, isFiller, this.reading.places, absent)
    const nowhere = isAbout(absent, typed, isFiller)
    return { typed, fixes: nowhere || !typed.length ? [] : fixes, absent, nowhere }
  }

  /** The variants that still mean something without their absent words, which `absent` is told. */
  meant(variants, absent) {
    return withoutAbsent(variants, this.search.pair, this.reading.names, absent)
  }

  /** Tell `absent` of words that only the site knows, where none of `hits` is one for them. */
  unmet(typed, hits, absent) {
    unmet(typed, hits, this.search.plan, absent)
  }
}
