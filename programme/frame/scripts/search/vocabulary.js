// The words that the site knows: how many entries hold each, how they are written, which stand side by side.
import { agreement } from './fold.js'

export class Vocabulary {
  constructor() {
    this.counts = new Map()
    this.pairs = new Set()
    this.named = new Map() // pairs in names, with the ways in which they are written
    this.written = new Map()
    this.weights = new Map()
    this.entries = 0
    this.sorted = null
  }

  /** Take in the words of one entry, phrase by phrase; `name` where they are names, not text. */
  add(phrases, name = false) {
    this.entries++
    this.sorted = null
    this.weights.clear()
    const seen = new Set()
    for (const phrase of phrases) {
      phrase.forEach((word, i) => {
        const { folded } = word
        if (!seen.has(folded)) {
          seen.add(folded)
          this.counts.set(folded, (this.counts.get(folded) || 0) + 1)
        }
        const forms = this.written.get(folded)
        const same = forms?.find((one) => one.letters === word.letters && one.tone === word.tone)
        if (same) same.times++
        else if (forms) forms.push({ ...word, times: 1 })
        else this.written.set(folded, [{ ...word, times: 1 }])
        if (!i) return
        const pair = `${phrase[i - 1].folded} ${folded}`
        this.pairs.add(pair)
        if (!name) return
        if (this.named.has(pair)) this.named.get(pair).push([phrase[i - 1], word])
        else this.named.set(pair, [[phrase[i - 1], word]])
      })
    }
  }

  has(folded) {
    return this.counts.has(folded)
  }

  /** Whether the word stands somewhere, with these very marks or with more than were typed. */
  knows(word) {
    return Boolean(this.written.get(word.folded)?.some((form) => agreement(word, form)))
  }

  /** Whether a word was typed with its tone and stands somewhere with these very ones: then no others are meant. */
  writes({ folded, letters, tone }) {
    if (!tone) return false
    return Boolean(this.written.get(folded)?.some((form) => form.letters === letters && form.tone === tone))
  }

  /** How the site mostly writes a word. */
  commonest(folded) {
    return this.written.get(folded).reduce((one, other) => (other.times > one.times ? other : one))
  }

  /** The longer words that begin so. */
  beginning(folded) {
    this.sorted ||= [...this.counts.keys()].sort()
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.sorted[middle] <= folded) low = middle + 1
      else high = middle
    }
    const end = this.sorted.findIndex((word, at) => at >= low && !word.startsWith(folded))
    return this.sorted.slice(low, end < 0 ? undefined : end)
  }

  /** Whether some word begins so. */
  begins(word) {
    return [word.folded, ...this.beginning(word.folded)].some((one) => this.knows({ ...word, folded: one }))
  }

  /** Rare words weigh more: 1 for a word of one entry, towards 0.25 for one that is everywhere. */
  weight(folded) {
    if (!this.weights.has(folded)) {
      const share = Math.log(1 + (this.counts.get(folded) || 0)) / Math.log(2 + this.entries)
      this.weights.set(folded, Math.max(0.25, 1 - 0.75 * share))
    }
    return this.weights.get(folded)
  }
}
