// On every page: turns the link to the search into a box, fetches the search when it is used,
// the finder on its own page; citations, printing, colours.

/** What this device keeps: only what was chosen on a button; nothing where storage is refused. */
const kept = {
  get(name) {
    try {
      return localStorage.getItem(name) || ''
    } catch {
      return ''
    }
  },
  set(name, value) {
    try {
      if (value) localStorage.setItem(name, value)
      else localStorage.removeItem(name)
    } catch {
      // kept for this page only
    }
  },
}

function makeButton(className, text) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = className
  button.textContent = text
  return button
}

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
      started = false // no suggestions; Enter still leads to the page of answers
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

/** "/" goes to the box, unless something is being typed or the key was switched off. */
function onSlash(event, input) {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || kept.get('slash')) return
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

const slash = document.querySelector('[data-slash]')
if (slash) {
  const button = makeButton('plain-button', '')
  const say = () => (button.textContent = kept.get('slash') ? 'Bật phím /' : 'Tắt phím /')
  say()
  button.addEventListener('click', () => {
    kept.set('slash', kept.get('slash') ? '' : 'off')
    say()
  })
  slash.append(' ', button)
}

// "Sao chép trích dẫn" on each clause: the words, the clause, the plan, the address.
const OURS = '.note, .ours, .facts, .targets, [data-cite], [popover], button.cite'
const COPY = 'Sao chép trích dẫn'
const page = document.querySelector('link[rel=canonical]')?.href || location.href.replace(/[?#].*/, '')
const said = document.createElement('p')
said.className = 'only-read'
said.setAttribute('role', 'status')

function addCitations() {
  for (const line of document.querySelectorAll('[data-cite]:not(:has(.cite))')) {
    const button = makeButton('cite', COPY)
    const clause = line.dataset.cite.split(',')[0]
    button.setAttribute('aria-label', `${COPY} ${clause}`)
    button.addEventListener('click', () => copyCitation(line, button, clause))
    line.append(' ', button)
  }
}
addCitations()
document.addEventListener('content', addCitations) // `make serve` has put new content into the page
document.body.append(said)

function citation(line) {
  const words = line.closest('section').cloneNode(true)
  for (const ours of words.querySelectorAll(OURS)) ours.remove()
  const lines = [...words.querySelectorAll('h3, h4, h5, h6, p, li, caption, tr')].map((one) => one.textContent.trim())
  const quoted = lines.filter(Boolean).join('\n')
  return `${quoted && `“${quoted}”\n`}(${line.dataset.cite}; ${page}#${line.dataset.at})`
}

async function copyCitation(line, button, clause) {
  const done = await copy(citation(line), button)
  const words = done ? 'Đã sao chép' : 'Không sao chép được'
  button.textContent = words
  said.textContent = `${words} ${clause}`
  clearTimeout(button.waiting)
  button.waiting = setTimeout(() => {
    button.textContent = COPY
    said.textContent = ''
  }, 2000)
}

/** Put a text on the clipboard, in the old way where the new one is refused (a page from a folder); whether it worked. */
async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    button.after(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    button.focus()
    return done
  }
}

// An explanation closes when the focus has left it and its word.
for (const explanation of document.querySelectorAll('[popover]')) {
  explanation.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !explanation.contains(event.relatedTarget)) explanation.hidePopover()
  })
}

const tools = document.querySelector('.page-tools')
if (tools) {
  const button = makeButton('', 'In trang này')
  button.addEventListener('click', () => print())
  tools.prepend(button)
}

// The colours: as the device has them, or as chosen.
const CHOICES = { '': 'theo máy', light: 'sáng', dark: 'tối' }
const bar = document.querySelector('.tools')
if (bar) {
  const colours = makeButton('colours', '')
  colours.innerHTML = '<span aria-hidden="true">◐</span>'
  const set = (choice) => {
    if (choice) document.documentElement.dataset.colours = choice
    else delete document.documentElement.dataset.colours
    colours.setAttribute('aria-label', `Đổi nền; đang: ${CHOICES[choice]}`)
  }
  const choice = kept.get('colours')
  set(choice in CHOICES ? choice : '')
  colours.addEventListener('click', () => {
    const order = Object.keys(CHOICES)
    const next = order[(order.indexOf(document.documentElement.dataset.colours || '') + 1) % order.length]
    set(next)
    kept.set('colours', next)
  })
  bar.append(colours)
}
