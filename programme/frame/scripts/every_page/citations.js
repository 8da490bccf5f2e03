// "Sao chép trích dẫn" on each clause: copies the words, the clause, the plan, the address.
import { make, makeButton } from '../elements.js'
import { copy } from './clipboard.js'

const OURS = '.note, .ours, .facts, .targets, [data-cite], [popover], button.cite'
const COPY = ['Sao chép ', 'trích dẫn'] // the rest is left out beside a heading on a phone
const SAID = 2000 // milliseconds that a button says what it has done

export function startCitations() {
  const status = make('p', 'only-read')
  status.setAttribute('role', 'status')
  addButtons(status)
  document.addEventListener('content', () => addButtons(status)) // `make serve` has put new content into the page
  document.body.append(status)
}

function addButtons(status) {
  for (const line of document.querySelectorAll('[data-cite]')) {
    if (line.querySelector('.cite')) continue
    const clause = line.dataset.cite.split(',')[0]
    let waiting = 0
    const button = makeButton('', 'cite', async () => {
      const words = (await copy(citation(line), button)) ? 'Đã sao chép' : 'Không sao chép được'
      button.textContent = words
      status.textContent = `${words} ${clause}`
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        name(button)
        status.textContent = ''
      }, SAID)
    })
    name(button)
    button.setAttribute('aria-label', `${COPY.join('')} ${clause}`)
    line.append(' ', button)
  }
}

function name(button) {
  button.textContent = COPY[0]
  make('span', 'rest', button).textContent = COPY[1]
}

/** The plan's words of the clause that a line closes, in quotation marks, and where they stand. */
function citation(line) {
  const words = line.closest('section').cloneNode(true)
  for (const ours of words.querySelectorAll(OURS)) ours.remove()
  const lines = [...words.querySelectorAll('h3, h4, h5, h6, p, li, caption, tr')].map((one) => one.textContent.trim())
  const quoted = lines.filter(Boolean).join('\n')
  const page = document.querySelector('link[rel=canonical]')?.href || location.href.replace(/[?#].*/, '')
  return `${quoted && `“${quoted}”\n`}(${line.dataset.cite}; ${page}#${line.dataset.at})`
}
