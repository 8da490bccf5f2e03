// The box in the header: a combobox with a list of suggestions (ARIA 1.2 pattern).
import { make } from '../elements.js'
import { openFor } from './load.js'
import { render } from './show.js'
import { onTyping } from './typing.js'

const SHOWN = 6

/** Bind the form; `answers()` is the address of the page with all answers to what is typed. */
export function startBox(form, base, answers) {
  const input = form.querySelector('input')
  const list = form.querySelector('[role=listbox]')
  const status = form.querySelector('[role=status]')
  let chosen = -1
  let search = null

  const close = () => {
    list.hidden = true
    chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  function choose(place) {
    const options = [...list.children]
    chosen = options.length ? (place + options.length) % options.length : -1
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)))
    const one = options[chosen]
    if (one) {
      input.setAttribute('aria-activedescendant', one.id)
      one.scrollIntoView({ block: 'nearest' })
    }
  }

  function show() {
    list.replaceChildren()
    chosen = -1
    const asked = input.value.trim()
    if (!asked || !search) return close()
    const hits = search.find(asked).hits.slice(0, SHOWN)
    const option = (fill, href) => {
      const item = make('li')
      item.setAttribute('role', 'option')
      item.id = `goi-y-${list.children.length}`
      item.setAttribute('aria-selected', 'false')
      item.dataset.href = href
      fill(item)
      list.append(item)
    }
    for (const hit of hits) option((item) => render(item, hit, search.facets, null, true), base + hit.entry.url)
    option((item) => (item.textContent = `Xem mọi kết quả cho “${asked}”`), answers())
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
    input.removeAttribute('aria-activedescendant')
    status.textContent = hits.length ? `${hits.length} gợi ý` : 'Không có gợi ý'
  }

  const composing = onTyping(input, { answer: show })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || composing()) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) show()
      if (!list.hidden) choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? list.children.length - 1 : chosen - 1)
      event.preventDefault()
    } else if (event.key === 'Escape') {
      if (list.hidden) input.value = ''
      close()
      event.preventDefault()
    } else if (event.key === 'Enter' && chosen >= 0) {
      location.href = list.children[chosen].dataset.href
      event.preventDefault()
    }
  })
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const item = event.target.closest('[role=option]')
    if (item) location.href = item.dataset.href
  })
  form.addEventListener('focusout', (event) => form.contains(event.relatedTarget) || close())

  const focused = () => input === document.activeElement
  openFor({
    ready(opened) {
      search = opened
      if (focused()) show()
    },
    whole() {
      if (focused() && chosen < 0 && !list.hidden) show()
    },
    failed: () => (status.textContent = 'Không tải được dữ liệu tìm kiếm'),
  })
}
