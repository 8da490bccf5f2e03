// The parts of the page of answers: what was mended, the filter, the list.
import { make, makeButton } from '../elements.js'
import { render } from './show.js'

/** Say what was mended in the query, with a button to `undo` it; nothing where nothing was. */
export function showFixes(bar, fixes, undo) {
  const focused = bar.contains(document.activeElement)
  bar.hidden = !fixes.length
  if (!fixes.length) return
  const said = fixes.map(({ from, to }) => `${from} thành ${to}`).join(', ')
  const button = makeButton('Tìm đúng như đã gõ', undo)
  bar.replaceChildren(`Đã sửa: ${said}. `, button)
  if (focused) button.focus()
}

/** Make the buttons of the filter anew, [label, count, facet] each; the one that had the focus keeps it. */
export function showFacets(bar, choices, chosen, choose) {
  const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.facet : null
  bar.replaceChildren()
  for (const [label, count, facet] of choices) {
    const button = makeButton(`${label} (${count})`, () => choose(facet))
    button.dataset.facet = facet
    button.setAttribute('aria-pressed', String(chosen === facet))
    bar.append(button)
  }
  bar.hidden = false
  if (focused !== null) [...bar.children].find((one) => one.dataset.facet === focused)?.focus()
}

/** List the first `shown` of the hits, with a button that asks for `all` where there are more. */
export function showHits(list, hits, facets, base, shown, all) {
  for (const hit of hits.slice(0, shown)) {
    const item = make('li')
    render(item, hit, facets, base)
    list.append(item)
  }
  list.hidden = !hits.length
  if (hits.length > shown) make('li', 'more', list).append(makeButton(`Xem cả ${hits.length} kết quả`, all))
}
