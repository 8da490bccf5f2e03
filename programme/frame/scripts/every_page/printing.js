// A button to print the page, first among the page's tools.
import { makeButton } from '../elements.js'

export function startPrinting() {
  document.querySelector('.title-tools')?.append(makeButton('In trang này', 'plain-button', () => print()))
}
