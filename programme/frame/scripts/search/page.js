// The page /tim-kiem: its address holds the query and the filter.
import { remember } from '../address.js'
import { readParts, showAnswer, showNone } from './answers.js'
import { walkBar, walkResults } from './keys.js'
import { openFor } from './load.js'
import { bringUp } from './sight.js'
import { isCut, queryOf, readState, readTyped, writeState } from './state.js'
import { onTyping } from './typing.js'

export function startPage(root, base) {
  const input = root.querySelector('input')
  const parts = readParts(base)
  const state = readState(location.search)
  let search = null
  let partly = false

  begin(root, input, state)

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
    const asked = tell(root, state)
    if (!asked || !search) return showNone(parts, asked ? 'Đang chuẩn bị tìm…' : '')
    showAnswer(parts, search, state, { cut: isCut(input.value), partly }, buttons)
    root.dataset.query = input.value
    bringUp(input, parts.list)
  }

  onTyping(input, {
    typed: () => Object.assign(state, { q: queryOf(input.value), asTyped: false, all: false }),
    answer: show,
    answered: () => write(false),
  })
  bindKeys(root, input, parts, () => change({ q: queryOf(input.value) }))
  addEventListener('popstate', () => {
    Object.assign(state, readState(location.search))
    input.value = readTyped(location.search)
    show()
  })

  show()
  openFor({
    ready(opened) {
      search = opened
      show()
    },
    whole() {
      partly = false
      if (!parts.list.contains(document.activeElement)) show() // nobody has gone to an answer yet
      root.dataset.whole = ''
    },
    partly() {
      partly = true
      show()
    },
  })
}

/** Say in the title what is asked; whether anything is. */
function tell(root, { q }) {
  const asked = Boolean(q.trim())
  document.title = `${asked ? `${q} – ` : ''}Tìm kiếm`
  root.classList.toggle('asked', asked)
  return asked
}

/** Whether the focus may stay in a field: on a phone it opens a keyboard over the answers. */
const hasKeyboard = () => matchMedia('(hover: hover)').matches

/**
 * Take over the form. What was typed before this script arrived is the query, and the field is left as it is: a word may be
 * being composed.
 */
function begin(root, input, state) {
  if (input.value) Object.assign(state, { q: queryOf(input.value), asTyped: false })
  else input.value = readTyped(location.search)
  if (document.activeElement === document.body && (hasKeyboard() || !state.q)) input.focus({ preventScroll: true })
}

function bindKeys(root, input, { list, facets }, answer) {
  walkResults(input, list)
  walkBar(facets)
  root.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault()
    answer()
    if (!hasKeyboard()) input.blur() // closes the keyboard of a phone
  })
  window.visualViewport?.addEventListener('resize', () => bringUp(input, list))
}
