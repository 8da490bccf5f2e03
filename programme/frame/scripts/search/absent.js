// What of a query stands nowhere: words and places that are said to be absent, and what makes sense with those alone.

const PLACES = new Set(['xa', 'huyen', 'tinh', 'phuong', 'thon', 'tran']) // kinds of places, by their last syllable
/** Whether a word is a kind of place: a name comes after it. */
export const isPlace = (word) => PLACES.has(word?.folded)

/** With what the names of places begin, among whole names as folded words. */
export const placeStarts = (names) =>
  new Set(
    names.map((name) => name.split(' ')).flatMap(([kind, one, , more]) => (PLACES.has(kind) && !more ? [one] : [])),
  )

const written = ({ text, folded }) => text || folded

/**
 * The words without the name of a place that is nowhere ("xã Nga Tiến"), which `absent` is told: its second half may be
 * half of another's. `pair(one, other)`: whether two words stand side by side somewhere; `starts`: with what names of
 * places begin.
 */
export function withoutPlace(typed, pair, isFiller, starts, absent) {
  const unknown = ([kind, one, other]) =>
    isPlace(kind) &&
    other &&
    !isFiller(one) &&
    (one.absent ||
      (other.absent && !pair(kind, one)) ||
      (starts.has(one.folded) && !other.light && !isFiller(other) && !pair(one, other)))
  const at = typed.findIndex((_, i) => unknown(typed.slice(i, i + 3)))
  if (at < 0) return typed
  const from = typed[at].folded === 'tran' && typed[at - 1]?.folded === 'thi' ? at - 1 : at
  const name = typed.slice(from, at + 3)
  absent.push({ kind: 'place', what: name.map(written).join(' ') })
  return [...typed.slice(0, from), ...typed.slice(at + 3)]
}

/** The variants that still mean something without their absent words, which `absent` is told; `names` are whole names. */
export function withoutAbsent(variants, pair, names, absent) {
  const kept = []
  for (const variant of variants) {
    const gone = variant.words.map((word) => Boolean(word.absent && !word.light))
    // A syllable beside one that is nowhere was half of a word with it, unless it makes one with its other neighbour.
    const alone = (word, i, list) => {
      if (gone[i] || !gone.some(Boolean) || word.light || word.meant || /\d/.test(word.folded)) return false
      if ((!gone[i - 1] && pair(list[i - 1], word)) || (!gone[i + 1] && pair(word, list[i + 1]))) return false
      return gone[i - 1] || gone[i + 1] || !names.has(word.folded)
    }
    const left = variant.words.filter((word, i, list) => !gone[i] && !alone(word, i, list))
    if (left.some((word) => !word.light)) kept.push({ ...variant, words: left })
  }
  for (const word of variants[0]?.words || []) {
    if (!word.absent || word.light) continue
    const used = ({ words }) => !words.some((one) => one.at === word.at && one.absent)
    if (!variants.some(used)) absent.push({ kind: 'word', what: written(word) })
  }
  return kept
}

/** Tell `absent` of words that only the site knows, where no hit is one for them. */
export function unmet(typed, hits, plan, absent) {
  for (const word of typed) {
    if (word.absent || word.open || /\d/.test(word.folded) || plan.knows(word)) continue
    const met = ({ variant, fit }) => {
      const at = variant.words.findIndex((one) => one.at === word.at && one.folded === word.folded)
      return at < 0 || variant.words[at].light || fit?.places[at]
    }
    if (hits.length && !hits.some(met)) absent.push({ kind: 'word', what: written(word) })
  }
}

const SUBJECTS = new Set(['document', 'project', 'clause'])
/** Whether the query asks only about what is not there: the rest of it says nothing without. */
export const isAbout = (absent, typed, isFiller) =>
  (absent.some(({ kind }) => SUBJECTS.has(kind)) && !typed.some(({ folded }) => /\d/.test(folded))) ||
  (absent.some(({ kind }) => kind === 'place') && typed.every(isFiller))
