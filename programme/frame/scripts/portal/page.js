// The page of search: what is typed is looked for, and the state stands in the address.
import { remember } from '../address.js'
import { base } from '../every_page/files.js'
import { onSlash } from '../every_page/slash.js'
import { make } from '../elements.js'
import { find } from './find.js'
import { shard } from './shards.js'

const PAUSE = 120 // ms between the last key and the search

export function startPage() {
  const page = document.querySelector('[data-portal-search]')
  if (!page) return
  const input = page.querySelector('input')
  const status = page.querySelector('[role=status]')
  const list = document.querySelector('#ket-qua')
  page.hidden = false
  document.querySelector('[data-no-search]').hidden = true
  document.querySelector('.search-link')?.remove()
  shard('muc') // all that is asked begins with it
  let asked = 0
  let timer = 0

  async function ask() {
    const text = input.value.trim().slice(0, 200)
    const mine = ++asked
    remember(location.pathname, '?', new URLSearchParams(text ? [['q', text]] : []))
    if (!text) return show([], '')
    status.textContent ||= 'Đang tìm…'
    const found = await find(text, (first) => mine === asked && show(first, 'Đang tìm thêm…'))
    if (mine !== asked) return // more was typed meanwhile
    if (!found) return show([], 'Chưa tải được phần tìm kiếm; chữ đã gõ vẫn còn. Thử lại khi có mạng.')
    const { rows, fixes } = found
    const mended = fixes.map(({ from, to }) => `“${to}” thay cho “${from}”`).join(', ')
    const said = `${rows.length} kết quả${mended && `; đã tìm ${mended}`}`
    show(rows, rows.length ? said : 'Không có tên nào như vậy. Thử ít chữ hơn, hoặc chỉ gõ tên nơi.')
  }

  function show(rows, words) {
    status.textContent = words
    list.hidden = !rows.length
    list.replaceChildren(...rows.map(entry))
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE)
  })
  page.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    ask()
  })
  onSlash(input)
  input.value = new URLSearchParams(location.search).get('q') || ''
  if (input.value) ask()
  // on a phone the focus would open a keyboard
  else if (matchMedia('(hover: hover)').matches) input.focus({ preventScroll: true })
}

/** One answer; a name that many plans have leads nowhere by itself. */
function entry([kind, title, hint, link]) {
  const item = make('li')
  const name = make(link ? 'a' : 'b', 'hit-title', item)
  if (link) name.href = /^https?:/.test(link) ? link : base + link
  name.textContent = title
  const facet = make('span', 'hit-facet', item)
  facet.textContent = kind
  const text = make('span', 'hit-text', item)
  text.textContent = hint
  return item
}
