// The box in the header: suggests while something is typed.
import { listbox } from './listbox.js'
import { openFor } from './load.js'
import { render } from './show.js'
import { LONGEST, isCut, queryOf } from './state.js'
import { onTyping } from './typing.js'

const SHOWN = 6

/** Bind the form; `answers()` is the address of the page with all answers to what is typed. */
export function startBox(form, base, answers) {
  const input = form.querySelector('input')
  const status = form.querySelector('[role=status]')
  const composing = onTyping(input, { answer: suggest })
  const list = listbox(input, form.querySelector('[role=listbox]'), suggest, composing)
  const focused = () => input === document.activeElement
  let search = null

  function suggest() {
    const asked = queryOf(input.value).trim()
    if (!asked || !search) return list.close()
    const hits = search.find(asked).hits.slice(0, SHOWN)
    const fill = (hit) => (item) => render(item, hit, search.facets, null, true)
    const many = isCut(input.value)
      ? `Xem mọi kết quả (chữ quá dài: chỉ tìm theo ${LONGEST} ký tự đầu)`
      : `Xem mọi kết quả cho “${asked}”`
    const all = (item) => (item.textContent = many)
    list.open([...hits.map((hit) => [fill(hit), base + hit.entry.url]), [all, answers()]])
    status.textContent = hits.length ? `${hits.length} gợi ý` : 'Không có gợi ý'
  }

  form.addEventListener('focusout', (event) => form.contains(event.relatedTarget) || list.close())

  openFor({
    ready(opened) {
      search = opened
      if (focused()) suggest()
    },
    whole() {
      if (focused() && list.isUntouched()) suggest()
    },
    partly: () => (status.textContent = 'Chưa tải được lời Kế hoạch: chỉ gợi ý theo tên gọi'),
  })
}
