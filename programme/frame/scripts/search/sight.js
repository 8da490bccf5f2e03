// What is seen of the page of answers while someone types.

const LINE = 48 // pixels: a result is seen when its title is
const EDGE = 8

/**
 * While `input` has the focus: where the first of `list` is out of sight, under a phone's keyboard above all, the field
 * goes to the top.
 */
export function bringUp(input, list) {
  const first = list.firstElementChild
  if (!first || document.activeElement !== input) return
  const { offsetTop: top, height } = window.visualViewport || { offsetTop: 0, height: innerHeight }
  if (first.getBoundingClientRect().top + LINE <= top + height) return
  scrollBy(0, input.getBoundingClientRect().top - top - EDGE)
}
