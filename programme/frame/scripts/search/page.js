// The page /tim-kiem: its address holds the query and the filter.
import { remember } from '../address.js'
import { readParts, showAnswer, showNone } from './answers.js'
import { openFor } from './load.js'
import { readState, writeState } from './state.js'
import { onTyping } from './typing.js'

export function startPage(root, base) {
  const input = root.querySelector('input')
  const parts = readParts(base)
  const state = readState(location.search)
  let search = null

  document.querySelector('[data-no-search]').hidden = true
  root.hidden = false
  input.value = state.q
  if (document.activeElement === document.body) input.focus({ preventScroll: true })

  const write = (push) => remember(location.pathname, '?', writeState(state), push)

  /** Change the state by hand: a step that Back undoes. */
  function change(changes) {
    Object.assign(state, changes)
    write(true)
    show()
  }

  const buttons = {
    undo() {
      change({ asTyped: true })
      input.focus()
    },
    filter: (facet) => change({ facet }),
    all() {
      state.all = true
      show()
    },
  }

  function show() {
    document.title = `${state.q ? `${state.q} – ` : ''}Tìm kiếm`
    if (!state.q.trim() || !search) return showNone(parts, state.q.trim() ? 'Đang chuẩn bị tìm…' : '')
    showAnswer(parts, search, state, buttons)
    root.dataset.query = state.q
  }

  onTyping(input, {
    typed: () => Object.assign(state, { q: input.value, asTyped: false, all: false }),
    answer: show,
    answered: () => write(false),
  })
  root.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault()
    change({ q: input.value })
  })
  addEventListener('popstate', () => {
    Object.assign(state, readState(location.search))
    input.value = state.q
    show()
  })

  show()
  openFor({
    ready(opened) {
      search = opened
      show()
    },
    whole() {
      if (!parts.list.contains(document.activeElement)) show() // nobody has gone to an answer yet
      root.dataset.whole = ''
    },
    failed: () => (parts.status.textContent = 'Không tải được dữ liệu tìm kiếm. Mời xem các mục chính dưới đây.'),
  })
}
