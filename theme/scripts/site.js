// On every page: turns the link to the search into a box, fetches the search when it is used,
// the finder on its own page; printing; colours.

const link = document.querySelector('[data-search]')
const base = link?.dataset.search ?? './'
const files = JSON.parse(link?.dataset.files || '{}')
/** The address of a file of ours, which may be named by its contents. */
const file = (name) => `${base}assets/${files[name] || name}`
const parts = {}
window.timKiem = { file, parts, names: (part) => (parts.names = part), text: (part) => (parts.text = part) }

let fetching = null
function fetchSearch() {
  fetching ||= Promise.all([fetchScript('search.js'), fetchScript('search/names.js')]).then(() => window.timKiem)
  fetching.catch(() => (fetching = null))
  return fetching
}

/** Fetch a script: it works from a USB stick too, where a page may not fetch other files. */
function fetchScript(name) {
  return new Promise((done, failed) => {
    const script = document.createElement('script')
    script.src = file(name)
    script.onload = done
    script.onerror = () => failed(new Error(script.src))
    document.head.append(script)
  })
}
window.timKiem.fetchScript = fetchScript

function makeBox() {
  const form = document.createElement('form')
  form.className = 'search-box'
  form.setAttribute('role', 'search')
  const input = document.createElement('input')
  input.type = 'search'
  input.placeholder = 'Tìm, không cần dấu'
  input.autocomplete = 'off'
  input.spellcheck = false
  const list = document.createElement('ul')
  list.id = 'goi-y'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Gợi ý')
  const status = document.createElement('span')
  status.className = 'only-read'
  status.setAttribute('role', 'status')
  const pairs = {
    role: 'combobox', 'aria-label': 'Tìm kiếm', 'aria-expanded': 'false', 'aria-controls': 'goi-y',
    'aria-autocomplete': 'list', autocapitalize: 'none', enterkeyhint: 'search',
  }
  for (const [name, value] of Object.entries(pairs)) input.setAttribute(name, value)
  form.append(input, list, status)
  const answers = () => `${link.href}?q=${encodeURIComponent(input.value.trim())}`
  let started = false
  const start = () => {
    if (started) return
    started = true
    fetchSearch().then((search) => search.startBox(form, base, answers), () => {
      started = false
      location.href = input.value.trim() ? answers() : link.href
    })
  }
  // obeyed at once, also while the search itself is still on its way
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (input.value.trim()) location.href = answers()
  })
  input.addEventListener('focus', start)
  return { form, input }
}

if (document.querySelector('[data-search-page]')) {
  link?.remove()
  fetchSearch().then((search) => search.startPage(base), () => {})
  addEventListener('keydown', (event) => onSlash(event, document.querySelector('[data-search-page] input')))
} else if (link) {
  const { form, input } = makeBox()
  link.replaceWith(form)
  addEventListener('keydown', (event) => onSlash(event, input))
}

/** "/" goes to the box, unless something is being typed. */
function onSlash(event, input) {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.closest?.('input, textarea, select, [contenteditable]')) return
  event.preventDefault()
  input.focus()
}

if (document.querySelector('[data-finder]')) {
  fetchScript('finder.js')
}

if (document.querySelector('[data-matrix]')) {
  fetchScript('matrix.js')
}

// "Sao chép trích dẫn" on each clause: the words, the clause, the plan, the address.
const OURS = '.note, .ours, .facts, .targets, [data-cite], [popover], button.cite'
const page = document.querySelector('link[rel=canonical]')?.href || location.href.replace(/[?#].*/, '')
for (const line of document.querySelectorAll('[data-cite]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'cite'
  button.textContent = 'Sao chép trích dẫn'
  button.setAttribute('aria-label', `Sao chép trích dẫn ${line.dataset.cite.split(',')[0]}`)
  button.addEventListener('click', () => copyCitation(line, button))
  line.append(' ', button)
}

function citation(line) {
  const words = line.closest('section').cloneNode(true)
  for (const ours of words.querySelectorAll(OURS)) ours.remove()
  const lines = [...words.querySelectorAll('h3, h4, h5, h6, p, li, caption, tr')].map((one) => one.textContent.trim())
  const quoted = lines.filter(Boolean).join('\n')
  return `${quoted && `“${quoted}”\n`}(${line.dataset.cite}; ${page}#${line.dataset.at})`
}

async function copyCitation(line, button) {
  const text = citation(line)
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    button.after(area)
    area.select()
    document.execCommand('copy')
    area.remove()
    button.focus()
  }
  const before = button.textContent
  button.textContent = 'Đã sao chép'
  setTimeout(() => (button.textContent = before), 2000)
}

document.documentElement.style.setProperty('--running', JSON.stringify(document.title))

const PRINT = document.querySelector('[data-print]')
if (PRINT) {
  PRINT.hidden = false
  PRINT.addEventListener('click', () => print())
}

// The colours: as the device has them, or as chosen; the choice is the only thing kept.
const CHOICES = { '': 'Nền: theo máy', light: 'Nền: sáng', dark: 'Nền: tối' }
const colours = document.querySelector('button[data-colours]')
function setColours(choice) {
  if (choice) document.documentElement.dataset.colours = choice
  else delete document.documentElement.dataset.colours
  colours.setAttribute('aria-label', CHOICES[choice])
  colours.title = CHOICES[choice]
}
if (colours) {
  let choice = ''
  try {
    choice = localStorage.getItem('colours') || ''
  } catch {
    // storage refused: the device's colours
  }
  setColours(choice in CHOICES ? choice : '')
  colours.hidden = false
  colours.addEventListener('click', () => {
    const order = Object.keys(CHOICES)
    const next = order[(order.indexOf(document.documentElement.dataset.colours || '') + 1) % order.length]
    setColours(next)
    try {
      if (next) localStorage.setItem('colours', next)
      else localStorage.removeItem('colours')
    } catch {
      // kept for this page only
    }
  })
}
