// Results as elements: text only, never markup from data.
import { make } from '../elements.js'
import { extract, ranges } from './mark.js'

/** Put `text` into `parent`, with <mark> around the ranges. */
function write(parent, text, marks) {
  let from = 0
  for (const [at, end] of marks) {
    parent.append(text.slice(from, at))
    make('mark', '', parent).textContent = text.slice(at, end)
    from = end
  }
  parent.append(text.slice(from))
}

/** The parts of a hit that are shown: what it is, its title, another name that was met, an extract. */
function describe(hit, facets) {
  const { entry } = hit
  const query = hit.variant.words
  const alias = !entry.clause && hit.name > 0 && !ranges(entry.title, query).length ? entry.names[hit.name] : ''
  return { facet: facets[entry.facet], title: entry.title, alias, text: entry.clause ? entry.text : entry.hint, query }
}

/** Fill `element` with a hit; links if `base` is given. */
export function render(element, hit, facets, base, short) {
  const shown = describe(hit, facets)
  const title = make(base === null ? 'span' : 'a', 'hit-title', element)
  if (base !== null) title.href = base + hit.entry.url
  write(title, shown.title, ranges(shown.title, shown.query))
  const kind = make('span', 'hit-facet', element)
  kind.textContent = shown.facet
  if (shown.alias) {
    const alias = make('span', 'hit-alias', element)
    alias.append('Còn gọi: ')
    const name = make('span', '', alias)
    write(name, shown.alias, ranges(shown.alias, shown.query))
  }
  if (shown.text && !short) {
    const found = extract(shown.text, shown.query)
    write(make('span', 'hit-text', element), found.text, found.marks)
  }
  if (hit.section && base !== null && hit.section.coverage > 0.15) {
    const section = make('a', 'hit-section', element)
    section.href = `${base}${hit.entry.url.split('#')[0]}#${hit.section.anchor}`
    section.textContent = `Tới phần “${hit.section.heading}”`
  }
}
