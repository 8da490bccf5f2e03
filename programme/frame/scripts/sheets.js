// Several pages in one print job: the list of PDF files becomes a list to choose from.
import { make, makeButton } from './elements.js'

const NAME = 'chon'
const list = document.querySelector('[data-sheets]')
const asked = new URLSearchParams(location.search).get(NAME)?.split(' ')
const boxes = new Map() // box -> address of the page

for (const item of list.children) {
  const link = item.querySelector('a')
  const label = make('label')
  const box = make('input', '', label)
  box.type = 'checkbox'
  box.checked = asked?.includes(item.dataset.sheet) ?? false
  label.append(' ', item.dataset.name, ' ')
  item.prepend(label)
  link.textContent = 'PDF'
  link.setAttribute('aria-label', `PDF: ${item.dataset.name}`)
  boxes.set(box, link.href.replace(/\.pdf$/, '.html'))
}
const button = makeButton('In các trang đã chọn', 'main-button', printChosen)
const status = make('p', 'ours')
status.setAttribute('role', 'status')
list.after(button, status)
if (asked) list.closest('details').open = true

async function printChosen() {
  const chosen = [...boxes].filter(([box]) => box.checked).map(([, address]) => address)
  if (!chosen.length) return (status.textContent = 'Chưa chọn trang nào.')
  status.textContent = 'Đang lấy các trang…'
  try {
    const pages = await Promise.all(chosen.map(fetchPage))
    const all = make('div', 'in-one-job')
    all.append(...pages)
    document.body.append(all)
    document.body.classList.add('printing-many')
    const root = document.documentElement
    const running = root.dataset.running
    root.dataset.running = running.slice(running.lastIndexOf(' – ') + 1).replace('– ', '') // the name of the site: the pages have titles of their own
    status.textContent = `Đã lấy ${pages.length} trang.`
    print()
    root.dataset.running = running
    document.body.classList.remove('printing-many')
    all.remove()
  } catch {
    status.textContent =
      'Không lấy được các trang (khi mở từ thư mục trên máy thì không được phép): mở từng tệp PDF ở trên.'
  }
}

/** What a page is about, with nothing that asks for more files. */
async function fetchPage(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(address)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const article = page.querySelector('article')
  for (const one of article.querySelectorAll('script, [id]'))
    if (one.localName === 'script') one.remove()
    else one.removeAttribute('id')
  return article
}
