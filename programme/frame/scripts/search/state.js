// What the page of answers shows, as its address says it: "?q=hộ nghèo&loc=Dự án&nguyen=1".

/** {q, facet, asTyped, all}: the query, the filter, whether nothing is mended, whether all hits are listed. */
export function readState(asked) {
  const said = new URLSearchParams(asked)
  return { q: said.get('q') || '', facet: said.get('loc') || '', asTyped: said.get('nguyen') === '1', all: false }
}

/** The state as it stands in the address; that all hits are listed is not kept. */
export function writeState({ q, facet, asTyped }) {
  const said = new URLSearchParams()
  if (q) said.set('q', q)
  if (facet) said.set('loc', facet)
  if (asTyped) said.set('nguyen', '1')
  return said
}
