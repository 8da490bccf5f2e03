// Shows an answer on the page /tim-kiem: what was mended, the filter, how many there are, the list.
import { make, makeButton } from '../elements.js'
import { render } from './show.js'

const SHOWN = 20

/** Where the answers are shown; `base` is the way to the site's root. */
export function readParts(base) {
  return {
    base,
    status: document.getElementById('so-ket-qua'),
    list: document.getElementById('ket-qua'),
    fixes: document.getElementById('da-sua'),
    facets: document.getElementById('loc'),
  }
}

/** Show no answer but a word about it. */
export function showNone({ status, list, fixes, facets }, words) {
  list.replaceChildren()
  list.hidden = fixes.hidden = facets.hidden = true
  status.textContent = words
}

/** Show what `search` finds for a state; the buttons call `undo()`, `filter(facet)` and `all()`. */
export function showAnswer(parts, search, state, { undo, filter, all }) {
  const found = search.find(state.q, { asTyped: state.asTyped })
  const within = (facet) => found.hits.filter((hit) => !facet || search.facets[hit.entry.facet] === facet)
  const hits = within(search.facets.includes(state.facet) ? state.facet : '')
  const counts = ['', ...search.facets].map((facet) => [facet, within(facet).length])
  showFixes(parts.fixes, found.fixes, undo)
  showFacets(parts.facets, counts, state.facet, filter)
  parts.status.textContent = hits.length
    ? `${hits.length} kết quả`
    : `Không tìm thấy “${state.q}”. Thử bớt từ, hoặc xem các mục chính dưới đây.`
  showHits(parts, hits, search.facets, state.all ? hits.length : SHOWN, all)
}

/** Say what was mended in the query, with a button to undo it; nothing where nothing was. */
function showFixes(bar, fixes, undo) {
  const focused = bar.contains(document.activeElement)
  bar.hidden = !fixes.length
  if (!fixes.length) return
  const said = fixes.map(({ from, to }) => `${from} thành ${to}`).join(', ')
  const button = makeButton('Tìm đúng như đã gõ', '', undo)
  bar.replaceChildren(`Đã sửa: ${said}. `, button)
  if (focused) button.focus()
}

/** Make the buttons of the filter anew, [facet, count] each, "" for all; the one that had the focus keeps it. */
function showFacets(bar, counts, chosen, filter) {
  const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.facet : null
  bar.replaceChildren()
  for (const [facet, count] of counts) {
    if (facet && !count && facet !== chosen) continue
    const button = makeButton(`${facet || 'Tất cả'} (${count})`, '', () => filter(facet))
    button.dataset.facet = facet
    button.setAttribute('aria-pressed', String(chosen === facet))
    bar.append(button)
  }
  bar.hidden = false
  if (focused !== null) [...bar.children].find((one) => one.dataset.facet === focused)?.focus()
}

/** List the first `shown` hits, with a button for all where there are more: the focus goes to the first new one. */
function showHits({ list, base }, hits, facets, shown, all) {
  list.replaceChildren()
  for (const hit of hits.slice(0, shown)) render(make('li', '', list), hit, facets, base)
  list.hidden = !hits.length
  if (hits.length <= shown) return
  const more = makeButton(`Xem cả ${hits.length} kết quả`, '', () => {
    all()
    list.children[shown]?.querySelector('a')?.focus()
  })
  make('li', 'more', list).append(more)
}
