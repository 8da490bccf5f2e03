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
  const nowhere = sayAbsent(found.absent)
  parts.status.textContent = hits.length
    ? `${nowhere}${hits.length} kết quả${nowhere && ' cho phần còn lại'}`
    : `Không tìm thấy “${state.q}”. ${nowhere}Thử bớt từ, hoặc xem các mục chính dưới đây.`
  showHits(parts, hits, search.facets, state.all ? hits.length : SHOWN, all)
}

const NOWHERE = {
  word: (what) => `Không có chữ ${what.map((one) => `“${one}”`).join(', ')} trong Kế hoạch. `,
  amount: (what) => `Không có số tiền ${what.join(', ')} trong Kế hoạch. `,
  document: (what) => `Không có văn bản số ${what.join(', ')} trong Kế hoạch. `,
  project: (what) => `Kế hoạch không có ${what.join(', ')}. `,
  clause: (what) => `Kế hoạch không có mục ${what.join(', ')}. `,
  place: (what) => `Kế hoạch không nêu nơi nào tên “${what.join(', ')}”. `,
}

/** What was asked for and stands nowhere, in words; "" for nothing. */
export const sayAbsent = (absent) =>
  Object.entries(NOWHERE)
    .map(([kind, say]) => [say, absent.filter((one) => one.kind === kind).map(({ what }) => what)])
    .map(([say, what]) => (what.length ? say(what) : ''))
    .join('')

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
  bar.hidden = !counts[0][1] && !chosen
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
