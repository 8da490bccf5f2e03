// A button to print the page, beside its PDF: below the title, on the home page at the foot.
import { makeButton } from '../elements.js'

export function startPrinting() {
  const place = document.querySelector('.title-tools:not(:empty)') || document.querySelector('footer.page-tools')
  place?.append(makeButton('In trang này', 'plain-button', () => print()))
}
