// Shows an answer on the page /tim-kiem: what was mended, the filter, how many there are, the list.
import { make, makeButton } from '../elements.js'
import { render } from './show.js'
import { LONGEST } from './state.js'

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
  say(status, words, true)
}

/**
 * Show what `search` finds for a state; `cut` and `partly` say that the query is but the beginning of what was typed,
 * and that the plan's text is not there. The buttons call `undo()`, `filter(facet)` and `all()`.
 */
export function showAnswer(parts, search, state, { cut, partly }, { undo, filter, all }) {
  const found = search.find(state.q, { asTyped: state.asTyped })
  const facet = search.facets.includes(state.facet) ? state.facet : ''
  const within = (one) => found.hits.filter((hit) => !one || search.facets[hit.entry.facet] === one)
  const hits = within(facet)
  const counts = [['', found.hits.length], ...search.facets.map((one) => [one, within(one).length])]
  const offered = counts.filter(([one, count]) => !one || count || one === facet)
  const isFiltered = offered.length > 2 || (facet && hits.length < found.hits.length)
  showFixes(parts.fixes, found.fixes, undo)
  showFacets(parts.facets, found.hits.length && isFiltered ? offered : [], facet, filter)
  const nowhere = sayAbsent(found.absent, search.unfinished)
  const more = [
    cut && `Chữ quá dài: chỉ tìm theo ${LONGEST} ký tự đầu.`,
    partly && 'Chưa tải được lời Kế hoạch: chỉ tìm trong tên gọi.',
  ].filter(Boolean)
  const words = [counted(hits.length, found.hits.length, facet, cut ? '' : state.q, nowhere), ...more].join(' ')
  say(parts.status, words, parts.facets.hidden || !hits.length || nowhere || more.length)
  showHits(parts, hits, search.facets, state.all ? hits.length : SHOWN, all)
}

function counted(here, all, facet, q, nowhere) {
  if (here) return `${nowhere}${here} kết quả${nowhere && ' cho phần còn lại'}.`
  if (all) return `${nowhere}Không có kết quả nào thuộc “${facet}”; nơi khác có ${all}: chọn “Tất cả”.`
  return `Không tìm thấy${q && ` “${q}”`}. ${nowhere}Thử bớt từ, hoặc xem các mục chính dưới đây.`
}

/** Say it to a screen reader; `seen` where it is not written on the filter too. */
function say(status, words, seen) {
  status.textContent = words
  status.classList.toggle('only-read', !seen)
}

const NOWHERE = {
  word: (what) => `Không có chữ ${what.map((one) => `“${one}”`).join(', ')} trong Kế hoạch. `,
  amount: (what) => `Không có số tiền ${what.join(', ')} trong Kế hoạch. `,
  document: (what) => `Không có văn bản số ${what.join(', ')} trong Kế hoạch. `,
  project: (what) => `Kế hoạch không có ${what.join(', ')}. `,
  clause: (what) => `Kế hoạch không có mục ${what.join(', ')}. `,
  place: (what) => `Kế hoạch không nêu nơi nào tên “${what.join(', ')}”. `,
}

const UNFINISHED = 'Kế hoạch chưa được nhập đủ, nên điều không thấy ở đây vẫn có thể có. '

/** What was asked for and stands nowhere, in words; "" for nothing. Of a plan that is being entered nobody knows. */
export const sayAbsent = (absent, unfinished = false) =>
  unfinished ? (absent.length ? UNFINISHED : '') : sayNowhere(absent)

const sayNowhere = (absent) =>
  Object.entries(NOWHERE)
    .map(([kind, tell]) => [tell, absent.filter((one) => one.kind === kind).map(({ what }) => what)])
    .map(([tell, what]) => (what.length ? tell(what) : ''))
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

/**
 * Make the buttons of the filter anew, [facet, count] each, "" for all; the one that had the focus keeps it. It is a
 * toolbar: Tab stops once, on the pressed button, and arrows lead to the others.
 */
function showFacets(bar, counts, chosen, filter) {
  const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.facet : null
  bar.replaceChildren()
  for (const [facet, count] of counts) {
    const button = makeButton(`${facet || 'Tất cả'} (${count})`, '', () => filter(facet))
    button.dataset.facet = facet
    button.tabIndex = facet === chosen ? 0 : -1
    button.setAttribute('aria-pressed', String(chosen === facet))
    bar.append(button)
  }
  bar.hidden = !counts.length
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
