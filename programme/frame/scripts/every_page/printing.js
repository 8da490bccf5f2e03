// A button to print the page, first among the page's tools.
import { makeButton } from '../elements.js'

export function startPrinting() {
  document.querySelector('.page-tools')?.prepend(makeButton('In trang này', 'plain-button', () => print()))
}
