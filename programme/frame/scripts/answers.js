// The page of answers: its form stands there from the first; until the search has come, Enter fetches it anew.
import { onSlash } from './every_page/slash.js'

const page = document.querySelector('[data-search-page]')
const status = page.querySelector('[role=status]')
const { fetcher, base } = window.timKiem
let arrived = false

page.hidden = false
document.querySelector('[data-no-search]').hidden = true

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
