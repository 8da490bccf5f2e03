// The link to the search becomes a box; Enter leads to the page of answers, which fetches what it needs.
import { onSlash } from '../every_page/slash.js'
import { make } from '../elements.js'

export function startBox() {
  const link = document.querySelector('.search-link')
  const own = document.querySelector('.search-form input') // the home page has a box of its own
  if (own && link) {
    link.remove()
    onSlash(own)
  } else if (link) makeBox(link)
}

function makeBox(link) {
  const form = make('form', 'search-box')
  form.setAttribute('role', 'search')
  form.action = link.href
  const input = make('input', '', form)
  input.type = 'search'
  input.name = 'q'
  input.autocomplete = 'off'
  input.maxLength = 200
  input.placeholder = 'Tìm nơi, việc; không cần dấu'
  input.setAttribute('aria-label', 'Tìm kiếm')
  link.replaceWith(form)
  onSlash(input)
}
