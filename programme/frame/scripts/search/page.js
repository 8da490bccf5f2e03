// The page /tim-kiem: its address holds the query and the filter.
import { remember } from '../address.js'
import { showFacets, showFixes, showHits } from './answers.js'
import { openFor } from './load.js'
import { readState, writeState } from './state.js'
import { onTyping } from './typing.js'

const SHOWN = 20

export function startPage(root, base) {
  const input = root.querySelector('input')
  const status = document.getElementById('so-ket-qua')
  const list = document.getElementById('ket-qua')
  const fixes = document.getElementById('da-sua')
  const facetBar = document.getElementById('loc')
  const state = readState(location.search)
  let search = null

  document.querySelector('[data-no-search]').hidden = true
  root.hidden = false
  input.value = state.q
  if (document.activeElement === document.body) input.focus({ preventScroll: true })

  const write = (push) => remember(location.pathname, '?', writeState(state), push)

  /** Change the state by a button: a step that Back undoes. */
  function change(changes) {
    Object.assign(state, changes)
    write(true)
    show()
  }

  function show() {
    list.replaceChildren()
    list.hidden = true
    document.title = `${state.q ? `${state.q} – ` : ''}Tìm kiếm`
    if (!state.q.trim() || !search) {
      fixes.hidden = facetBar.hidden = true
      status.textContent = state.q.trim() ? 'Đang chuẩn bị tìm…' : ''
      return
    }
    const found = search.find(state.q, { asTyped: state.asTyped })
    const wanted = search.facets.indexOf(state.facet)
    const hits = wanted < 0 ? found.hits : found.hits.filter((hit) => hit.entry.facet === wanted)
    showFixes(fixes, found.fixes, () => {
      change({ asTyped: true })
      input.focus()
    })
    showFacets(facetBar, choices(found.hits), state.facet, (facet) => change({ facet }))
    status.textContent = hits.length
      ? `${hits.length} kết quả`
      : `Không tìm thấy “${state.q}”. Thử ít chữ hơn, hoặc xem các mục chính dưới đây.`
    showHits(list, hits, search.facets, base, state.all ? hits.length : SHOWN, () => {
      state.all = true
      show()
      list.children[SHOWN]?.querySelector('a')?.focus()
    })
    root.dataset.query = state.q
  }

  /** What can be filtered by: [label, count, facet]; a facet without hits only while it is chosen. */
  function choices(hits) {
    const counted = search.facets.map((facet, i) => [facet, hits.filter((hit) => hit.entry.facet === i).length, facet])
    return [['Tất cả', hits.length, ''], ...counted.filter(([facet, count]) => count || facet === state.facet)]
  }

  onTyping(input, {
    typed: () => Object.assign(state, { q: input.value, asTyped: false, all: false }),
    answer: show,
    answered: () => write(false),
  })
  root.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault()
    change({ q: input.value })
  })
  addEventListener('popstate', () => {
    Object.assign(state, readState(location.search))
    input.value = state.q
    show()
  })

  show()
  openFor({
    ready(opened) {
      search = opened
      show()
    },
    whole() {
      const reading = list.contains(document.activeElement)
      if (!reading) show()
      root.dataset.whole = ''
    },
    failed: () => (status.textContent = 'Không tải được dữ liệu tìm kiếm. Mời xem các mục chính dưới đây.'),
  })
}
