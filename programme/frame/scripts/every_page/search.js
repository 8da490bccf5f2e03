// Turns the link to the search into a box; fetches the search when someone goes to it.
import { make } from '../elements.js'
import { base, fetchScript } from './files.js'
import { onSlash } from './slash.js'

const SENT = 201 // letters: one more than are searched for, so that the page can say that there were more
const parts = {}
/** Shared with scripts that are fetched later: they put here what they bring (see search.js and programme/built). */
window.timKiem = { fetchScript, parts, names: (part) => (parts.names = part), text: (part) => (parts.text = part) }

let fetching = null

/** The search, fetched once; tried anew when it did not arrive. */
function fetchSearch() {
  fetching ||= Promise.all([fetchScript('search.js'), fetchScript('search/names.js')]).then(() => window.timKiem)
  fetching.catch(() => (fetching = null))
  return fetching
}

const notFetched = () =>
  navigator.onLine === false ? 'Đang mất mạng, chưa tìm được; chữ đã gõ vẫn còn.' : 'Chưa tải được phần tìm kiếm.'

/**
 * Gives a function that fetches the search and hands it to `start`, once; until it has come each call tries anew, and
 * so does the network's return. `failed(words)` says why not.
 */
function fetcher(start, failed) {
  let state = ''
  function fetchOnce() {
    if (state) return
    state = 'asked for'
    fetchSearch().then(start, () => {
      state = ''
      failed(notFetched())
      addEventListener('online', fetchOnce, { once: true })
    })
  }
  return fetchOnce
}

export function startSearch() {
  const page = document.querySelector('[data-search-page]')
  const link = document.querySelector('.search-link')
  if (page) startPage(page)
  else if (link) {
    const { form, input } = makeBox(link.href)
    link.replaceWith(form)
    onSlash(input)
  }
}

/** The page of answers: its form stands there from the first; until its script has come, Enter fetches it anew. */
function startPage(page) {
  const status = page.querySelector('[role=status]')
  let arrived = false
  const fetchOnce = fetcher(
    (search) => {
      arrived = true
      search.startPage(page, base)
    },
    (words) => (status.textContent = `${words} Nhấn “Tìm” để thử lại, hoặc xem các mục chính dưới đây.`),
  )
  page.querySelector('form').addEventListener('submit', (event) => {
    if (arrived) return
    event.preventDefault()
    fetchOnce()
  })
  onSlash(page.querySelector('input'))
  fetchOnce()
}

/** The box, which is there before the search itself: Enter is obeyed at once, and leads to `page`. */
function makeBox(page) {
  const form = make('form', 'search-box')
  form.setAttribute('role', 'search')
  const input = make('input', '', form)
  input.type = 'search'
  input.placeholder = 'Tìm, không cần dấu'
  input.autocomplete = 'off'
  input.spellcheck = false
  const list = make('div', '', form)
  list.id = 'goi-y'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Gợi ý')
  const status = make('p', 'only-read', form)
  status.setAttribute('role', 'status')
  const pairs = {
    role: 'combobox',
    'aria-label': 'Tìm kiếm',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
    autocapitalize: 'none',
    enterkeyhint: 'search',
  }
  for (const [name, value] of Object.entries(pairs)) input.setAttribute(name, value)
  const answers = () => `${page}?q=${encodeURIComponent(Array.from(input.value.trim()).slice(0, SENT).join(''))}`
  const say = (words) => {
    status.textContent = words
    status.classList.toggle('only-read', !words)
  }
  const fetchOnce = fetcher(
    (search) => {
      say('')
      search.startBox(form, base, answers)
    },
    (words) => input === document.activeElement && say(words), // Enter still leads to the page of answers
  )
  input.addEventListener('focus', fetchOnce)
  input.addEventListener('input', fetchOnce)
  input.addEventListener('blur', () => status.classList.contains('only-read') || say(''))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (input.value.trim()) location.href = answers()
  })
  return { form, input }
}
