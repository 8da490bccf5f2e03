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

/**
 * What is shown of a hit, without an element: {title, text, marks, why}. `why` says what its words do not: another name
 * that was met, what an everyday word is called in the plan, for whom a project is; {label, text, marks} each.
 */
export function describe({ entry, variant, name, group, section }, short) {
  const query = variant.words
  const marked = (label, text) => ({ label, text, marks: ranges(text, query) })
  const title = { text: entry.title, marks: ranges(entry.title, query) }
  const extracted = extract(entry.clause ? entry.text : entry.hint, query)
  const why = variant.said.map(([said, meant]) => ({ label: `“${said}” gọi là “${meant}”`, text: '', marks: [] }))
  if (name > 0 && !title.marks.length) why.push(marked(entry.exact ? 'Hay hỏi: ' : 'Còn gọi: ', entry.names[name]))
  const seen = [title, extracted, ...why].some((part) => part.marks.length)
  if (group && !seen) why.push(marked('Dành cho: ', group.title))
  else if (section && !seen && short) why.push(marked('Phần ', section.heading))
  const needed = !short || (!title.marks.length && !why.length)
  return { title, text: needed ? extracted : null, why }
}

/** Fill `element` with a hit; links if `base` is given. */
export function render(element, hit, facets, base, short) {
  const shown = describe(hit, short)
  const title = make(base === null ? 'span' : 'a', 'hit-title', element)
  if (base !== null) title.href = base + hit.entry.url
  write(title, shown.title.text, shown.title.marks)
  make('span', 'hit-facet', element).textContent = facets[hit.entry.facet]
  for (const { label, text, marks } of shown.why) {
    const why = make('span', 'hit-alias', element)
    why.append(label)
    if (text) write(make('span', '', why), text, marks)
  }
  if (shown.text?.text) write(make('span', 'hit-text', element), shown.text.text, shown.text.marks)
  if (hit.section && base !== null && hit.section.coverage > 0.15) {
    const section = make('a', 'hit-section', element)
    section.href = `${base}${hit.entry.url.split('#')[0]}#${hit.section.anchor}`
    section.textContent = `Tới phần “${hit.section.heading}”`
  }
}
