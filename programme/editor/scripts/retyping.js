// A sentence is typed where it stands.

import { mayReword, reason, why } from './asking.js'
import { button, el } from './elements.js'
import { blockOf, change, choose, now, refresh, wordsOf } from './page.js'
import * as panel from './panel.js'

export const retype = async (block) => {
  if (!(await mayReword())) return
  const words = wordsOf(block)
  const box = el('textarea', { className: 'retype', value: words.textContent, 'aria-label': 'Lời của câu' })
  const write = () => change('words', block, { text: box.value }, { why: why() })
  const end = async () => {
    now.typing = null
    bar.remove()
    box.replaceWith(words)
    if (now.isStale) await refresh()
    blockOf(block.id)?.focus()
  }
  const bar = el(
    'div',
    { className: 'typing' },
    el('p', { className: 'buttons' }, button('Ghi', write, { className: 'first' }), button('Thôi', end)),
    reason(),
  )
  const fit = () => {
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight + 4}px`
  }
  box.onkeydown = (event) => {
    event.stopPropagation()
    if (event.key === 'Escape') end()
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    write()
  }
  box.oninput = fit
  panel.shut()
  choose(null, null)
  words.replaceWith(box)
  box.after(bar)
  now.typing = box
  fit()
  box.focus()
}
