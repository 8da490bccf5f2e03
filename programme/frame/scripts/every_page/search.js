// Turns the link to the search into a box; fetches the search when someone goes to it.
import { make } from '../elements.js'
import { base, fetchScript } from './files.js'
import { onSlash } from './slash.js'

const SENT = 201 // letters: one more than are searched for, so that the page can say that there were more
const parts = {}
/** Shared with scripts that are fetched later: they put here what they bring (see search.js and programme/built). */
window.timKiem = {
  fetchScript,
  fetcher,
  networkBack,
  base,
  parts,
  names: (part) => (parts.names = part),
  text: (part) => (parts.text = part),
}

let fetching = null

/** The search, fetched once; tried anew when it did not arrive. */
function fetchSearch() {
  fetching ||= Promise.all([fetchScript('search.js'), fetchScript('search/names.js')]).then(() => window.timKiem)
  fetching.catch(() => (fetching = null))
  return fetching
}

/** Gives a function that tells whether the network came back since: what was fetched before failed for that alone. */
function networkBack() {
  let back = false
  addEventListener('online', () => (back = true), { once: true })
  return () => back
}

const notFetched = () =>
  navigator.onLine ? 'Chưa tải được phần tìm kiếm.' : 'Đang mất mạng, chưa tìm được; chữ đã gõ vẫn còn.'

/**
 * Gives a function that fetches the search and hands it to `start`, once; until it has come each call tries anew, and
 * so does the network's return. `failed(words)` says why not.
 */
function fetcher(start, failed) {
  let asked = false
  return function fetchOnce() {
    if (asked) return
    asked = true
    const back = networkBack()
    fetchSearch().then(start, () => {
      asked = false
      if (back()) return fetchOnce()
      failed(notFetched())
      addEventListener('online', fetchOnce, { once: true })
    })
  }
}

export function startSearch() {
  const page = document.querySelector('[data-search-page]')
  const link = document.querySelector('.search-link')
  if (page) {
    fetchScript('answers.js').catch(console.error)
    // beside it where something is asked; what does not come it asks for anew
    if (/[?&]q=/.test(location.search)) fetchSearch().catch(() => {})
  } else if (link) {
    const { form, input } = makeBox(link.href)
    link.replaceWith(form)
    onSlash(input)
  }
}

const BOX = `<input type=search role=combobox aria-label="Tìm kiếm" aria-expanded=false aria-controls=goi-y
 aria-autocomplete=list autocomplete=off spellcheck=false
 placeholder="Tìm, không cần dấu"><div id=goi-y class=drop role=listbox aria-label="Gợi ý" hidden></div>
 <p class=only-read role=status>`

/** The box, which is there before the search itself: Enter is obeyed at once, and leads to `page`. */
function makeBox(page) {
  const form = make('form', 'search-box')
  form.setAttribute('role', 'search')
  form.innerHTML = BOX // nothing of it is data
  const [input, , status] = form.children
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
