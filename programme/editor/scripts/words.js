// Words of a sentence, chosen by mouse, touch or keyboard: a stretch is two places in its text.

const lengthBefore = (words, node, offset) => {
  const range = document.createRange()
  range.selectNodeContents(words)
  range.setEnd(node, offset)
  return range.toString().length
}

// The whole words that a stretch touches; nothing where there are none.
export const whole = (text, start, end) => {
  while (start < end && text[start] === ' ') start++
  while (end > start && text[end - 1] === ' ') end--
  if (start >= end) return null
  const next = text.indexOf(' ', end)
  return { start: text.lastIndexOf(' ', start) + 1, end: next < 0 ? text.length : next }
}

const around = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest('.words')

// What is selected on the page: the sentence and the stretch. What goes beyond the sentence is left out.
export const chosen = () => {
  const selection = getSelection()
  if (!selection.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const words = around(range.startContainer) ?? around(range.endContainer)
  if (!words) return null
  const start = words.contains(range.startContainer) ? lengthBefore(words, range.startContainer, range.startOffset) : 0
  const end = words.contains(range.endContainer)
    ? lengthBefore(words, range.endContainer, range.endOffset)
    : words.textContent.length
  const stretch = whole(words.textContent, start, end)
  return stretch && { block: words.closest('.block'), ...stretch }
}

const placeOf = (words, offset) => {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
  let left = offset
  let node = walker.nextNode()
  while (node && left > node.length) {
    left -= node.length
    node = walker.nextNode() ?? node
  }
  return [node, Math.min(left, node.length)]
}

export const rangeOf = (words, start, end) => {
  const range = document.createRange()
  range.setStart(...placeOf(words, start))
  range.setEnd(...placeOf(words, end))
  return range
}

// Shows a stretch while the keyboard is elsewhere.
export const paint = (words, stretch) => {
  if (!CSS.highlights) return
  CSS.highlights.delete('chosen')
  if (words && stretch) CSS.highlights.set('chosen', new Highlight(rangeOf(words, stretch.start, stretch.end)))
}

// With the keyboard: a step to the next or last word, or one word more or less.
export const step = (text, stretch, forward, more) => {
  const starts = [...text.matchAll(/[^ ]+/g)].map((one) => [one.index, one.index + one[0].length])
  if (!stretch) return { start: starts[0][0], end: starts[0][1] }
  const first = starts.findIndex((one) => one[0] === stretch.start)
  const last = starts.findIndex((one) => one[1] === stretch.end)
  if (!more) {
    const to = Math.max(0, Math.min(starts.length - 1, (forward ? last : first) + (forward ? 1 : -1)))
    return { start: starts[to][0], end: starts[to][1] }
  }
  const end = Math.max(first, Math.min(starts.length - 1, last + (forward ? 1 : -1)))
  return { start: stretch.start, end: starts[end][1] }
}
