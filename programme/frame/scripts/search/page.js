// The page /tim-kiem: its address holds the query and the filter.
import { open } from './load.js'
import { render } from './show.js'

const SHOWN = 20

export async function startPage(base) {
  const root = document.querySelector('[data-search-page]')
  if (!root) return
  const input = root.querySelector('input')
  const status = document.getElementById('so-ket-qua')
  const list = document.getElementById('ket-qua')
  const fixes = document.getElementById('da-sua')
  const facetBar = document.getElementById('loc')
  const state = read()
  let composing = false
  let search = null

  document.querySelector('[data-no-search]').hidden = true
  root.hidden = false
  input.value = state.q
  if (document.activeElement === document.body) input.focus({ preventScroll: true })

  function read() {
    const asked = new URLSearchParams(location.search)
    return { q: asked.get('q') || '', facet: asked.get('loc') || '', asTyped: asked.get('nguyen') === '1', all: false }
  }

  function remember(push) {
    const asked = new URLSearchParams()
    if (state.q) asked.set('q', state.q)
    if (state.facet) asked.set('loc', state.facet)
    if (state.asTyped) asked.set('nguyen', '1')
    const address = `${location.pathname}${asked.size ? `?${asked}` : ''}`
    try {
      history[push ? 'pushState' : 'replaceState'](null, '', address)
    } catch {
      // some browsers keep no history on a USB stick; the answers stand all the same
    }
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
    const counts = search.facets.map((_, i) => found.hits.filter((hit) => hit.entry.facet === i).length)
    const wanted = search.facets.indexOf(state.facet)
    const hits = wanted < 0 ? found.hits : found.hits.filter((hit) => hit.entry.facet === wanted)
    showFixes(found.fixes)
    showFacets(counts, found.hits.length)
    status.textContent = hits.length
      ? `${hits.length} kết quả`
      : `Không tìm thấy “${state.q}”. Thử ít chữ hơn, hoặc xem các mục chính dưới đây.`
    for (const hit of hits.slice(0, state.all ? hits.length : SHOWN)) {
      const item = document.createElement('li')
      render(item, hit, search.facets, base)
      list.append(item)
    }
    list.hidden = !hits.length
    if (!state.all && hits.length > SHOWN) {
      const item = document.createElement('li')
      item.className = 'more'
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = `Xem cả ${hits.length} kết quả`
      button.onclick = () => {
        state.all = true
        show()
        list.children[SHOWN]?.querySelector('a')?.focus()
      }
      item.append(button)
      list.append(item)
    }
    root.dataset.query = state.q
  }

  function showFixes(made) {
    const focused = fixes.contains(document.activeElement)
    fixes.hidden = !made.length
    if (!made.length) return
    const said = made.map(({ from, to }) => `${from} thành ${to}`).join(', ')
    const undo = document.createElement('button')
    undo.type = 'button'
    undo.textContent = 'Tìm đúng như đã gõ'
    undo.onclick = () => {
      state.asTyped = true
      remember(true)
      show()
      input.focus()
    }
    fixes.replaceChildren(`Đã sửa: ${said}. `, undo)
    if (focused) undo.focus()
  }

  /** Make the buttons anew; the one that had the focus keeps it. */
  function showFacets(counts, total) {
    const focused = facetBar.contains(document.activeElement) ? document.activeElement.dataset.facet : null
    facetBar.replaceChildren()
    const choose = (label, count, facet) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = `${label} (${count})`
      button.dataset.facet = facet
      button.setAttribute('aria-pressed', String(state.facet === facet))
      button.onclick = () => {
        state.facet = facet
        remember(true)
        show()
      }
      facetBar.append(button)
    }
    choose('Tất cả', total, '')
    search.facets.forEach((facet, i) => (counts[i] || state.facet === facet) && choose(facet, counts[i], facet))
    facetBar.hidden = false
    if (focused !== null) [...facetBar.children].find((one) => one.dataset.facet === focused)?.focus()
  }

  let waiting = 0
  let cost = 0 // milliseconds that the last answer took: a slow device waits as long before the next
  function typed() {
    if (composing) return
    state.q = input.value
    state.asTyped = state.all = false
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      const start = performance.now()
      show()
      cost = performance.now() - start
      remember(false)
    }, Math.min(cost, 150))
  }
  input.addEventListener('compositionstart', () => (composing = true))
  input.addEventListener('compositionend', () => {
    composing = false
    typed()
  })
  input.addEventListener('input', typed)
  root.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault()
    state.q = input.value
    remember(true)
    show()
  })
  addEventListener('popstate', () => {
    Object.assign(state, read())
    input.value = state.q
    show()
  })

  show()
  try {
    const opened = await open()
    search = opened.search
    show()
    await opened.whole()
    const kept = document.activeElement?.closest?.('#ket-qua')
    if (!kept) show()
    root.dataset.whole = ''
  } catch {
    status.textContent = 'Không tải được dữ liệu tìm kiếm. Mời xem các mục chính dưới đây.'
  }
}
