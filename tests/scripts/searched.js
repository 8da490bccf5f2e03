// What the tests of the search share: words, a vocabulary, a search that has taken in a small site.
import { Search } from '#scripts/search/engine.js'
import { words } from '#scripts/search/tokens.js'
import { Understanding } from '#scripts/search/understanding.js'
import { Vocabulary } from '#scripts/search/vocabulary.js'

export const vocabulary = (...phrases) => {
  const made = new Vocabulary()
  for (const phrase of phrases) made.add([words(phrase)], true)
  return made
}
export const under = (list, key) => new Map(list.map((one) => [key(one), [one]]))
export const texts = (list) => list.map((word) => word.folded).join(' ')

const row = ([url, title, aliases = [], hint = '', facet = 0]) => [facet, url, title, aliases, 0, hint, 8, [], 0, []]

/** A search of names [[link, title, aliases, hint]], clauses [[link, title, text]], everyday words [[means, said ...]]. */
export async function opened(names, clauses = [], everyday = []) {
  const search = new Search()
  await search.addNames({ facets: ['Dự án', 'Toàn văn'], fillers: ['có', 'không', 'ít'], entries: names.map(row) })
  await search.addTexts({ everyday, entries: clauses }, Understanding)
  return search
}
export const links = (found) => found.hits.map((hit) => hit.entry.url)
