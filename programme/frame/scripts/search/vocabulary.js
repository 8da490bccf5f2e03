// The words that the site knows: how many entries hold each, and which stand side by side.

export class Vocabulary {
  constructor() {
    this.counts = new Map()
    this.pairs = new Set()
    this.named = new Set()
    this.written = new Map()
    this.entries = 0
    this.sorted = null
  }

  /** Take in the words of one entry, phrase by phrase; `name` where they are names, not text. */
  add(phrases, name = false) {
    this.entries++
    this.sorted = null
    const seen = new Set()
    for (const phrase of phrases) {
      phrase.forEach((word, i) => {
        if (!seen.has(word.folded)) {
          seen.add(word.folded)
          this.counts.set(word.folded, (this.counts.get(word.folded) || 0) + 1)
        }
        if (!this.written.has(word.folded)) this.written.set(word.folded, new Map())
        const forms = this.written.get(word.folded)
        const form = word.letters + word.tone
        forms.set(form, (forms.get(form) || 0) + 1)
        if (i) {
          const pair = `${phrase[i - 1].folded} ${word.folded}`
          this.pairs.add(pair)
          if (name) this.named.add(pair)
        }
      })
    }
  }

  has(folded) {
    return this.counts.has(folded)
  }

  /** Whether the word stands somewhere with these very marks; `open` if it may go on. */
  writes(word, open) {
    const forms = this.written.get(word.folded)
    if (forms?.has(word.letters + word.tone)) return true
    return open && !forms && this.begins(word.folded)
  }

  /** Whether some word begins so. */
  begins(folded) {
    this.sorted ||= [...this.counts.keys()].sort()
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.sorted[middle] < folded) low = middle + 1
      else high = middle
    }
    return low < this.sorted.length && this.sorted[low].startsWith(folded)
  }

  /** Rare words weigh more: 1 for a word of one entry, towards 0.25 for one that is everywhere. */
  weight(folded) {
    const share = Math.log(1 + (this.counts.get(folded) || 0)) / Math.log(2 + this.entries)
    return Math.max(0.25, 1 - 0.75 * share)
  }
}
