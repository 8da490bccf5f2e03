// The page of answers: its form stands there from the first. The search is fetched when something is asked, by the
// address or by a first letter; until it has come, each letter and Enter fetch it anew.
import { onSlash } from './every_page/slash.js'

const page = document.querySelector('[data-search-page]')
const status = page.querySelector('[role=status]')
const input = page.querySelector('input')
const { fetcher, base } = window.timKiem
const waiting = status.textContent
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
onSlash(input)

function ask() {
  if (!arrived) status.textContent = waiting
  fetchOnce()
}

if (input.value || new URLSearchParams(location.search).has('q')) ask()
else {
  status.textContent = ''
  // on a phone the focus would open a keyboard
  if (document.activeElement === document.body && matchMedia('(hover: hover)').matches)
    input.focus({ preventScroll: true })
}
input.addEventListener('input', ask)
