// Turns the link to the search into a box; fetches the search when someone goes to it.
import { make } from '../elements.js'
import { base, fetchScript } from './files.js'
import { onSlash } from './slash.js'

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

export function startSearch() {
  const page = document.querySelector('[data-search-page]')
  const link = document.querySelector('.search-link')
  if (page) {
    fetchSearch().then(
      (search) => search.startPage(page, base),
      () => {},
    )
    onSlash(page.querySelector('input'))
  } else if (link) {
    const { form, input } = makeBox(link.href)
    link.replaceWith(form)
    onSlash(input)
  }
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
  const list = make('ul', '', form)
  list.id = 'goi-y'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Gợi ý')
  make('span', 'only-read', form).setAttribute('role', 'status')
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
  const answers = () => `${page}?q=${encodeURIComponent(input.value.trim())}`
  let started = false
  input.addEventListener('focus', () => {
    if (started) return
    started = true
    fetchSearch().then(
      (search) => search.startBox(form, base, answers),
      () => {
        started = false // no suggestions; Enter still leads to the page of answers
      },
    )
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (input.value.trim()) location.href = answers()
  })
  return { form, input }
}
