// What the page of answers shows, as its address says it: "?q=hộ nghèo&loc=Dự án&nguyen=1".

/** Letters of a query; more would hold up a phone, and nobody asks so much. */
export const LONGEST = 200
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu // soft hyphens, spaces of no width, marks of direction …

/** What is searched for of what was typed: without signs that nobody sees, and not more than `LONGEST` letters. */
export const queryOf = (typed) => lettersOf(typed).slice(0, LONGEST).join('')

/** Whether the query of what was typed is only its beginning. */
export const isCut = (typed) => lettersOf(typed).length > LONGEST

/** Cut before it is read: a whole book may have been pasted. */
const lettersOf = (typed) => Array.from(typed.slice(0, 20 * LONGEST).replace(UNSEEN, ''))

/** What stands in the field for an address: the query, uncut, so that the page can say that it cuts it. */
export const readTyped = (asked) => (new URLSearchParams(asked).get('q') || '').slice(0, 20 * LONGEST)

/** {q, facet, asTyped, all}: the query, the filter, whether nothing is mended, whether all hits are listed. */
export function readState(asked) {
  const said = new URLSearchParams(asked)
  return { q: queryOf(readTyped(asked)), facet: said.get('loc') || '', asTyped: said.get('nguyen') === '1', all: false }
}

/** The state as it stands in the address; that all hits are listed is not kept. */
export function writeState({ q, facet, asTyped }) {
  const said = new URLSearchParams()
  if (q) said.set('q', q)
  if (facet) said.set('loc', facet)
  if (asTyped) said.set('nguyen', '1')
  return said
}
