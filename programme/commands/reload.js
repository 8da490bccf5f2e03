// In each page that `make serve` sends: shows the newest build and what is wrong with it.
;(() => {
  const { version, preview, edit } = document.currentScript.dataset
  let seen = { version: +version, preview: +preview, problem: '' } // as the page was sent
  let turn = 0
  const waiting = document.querySelector('[data-failed]')
  const box = document.createElement('div')
  box.setAttribute('role', 'alert')
  box.style.cssText =
    'position:fixed;inset:auto 0 0 0;max-height:40vh;overflow:auto;padding:.8rem 1rem;' +
    'background:#4a1208;color:#fff;font:16px/1.5 system-ui,sans-serif;z-index:999;display:none'
  document.body.append(box)
  const link = document.createElement('a')
  if (edit) {
    link.href = edit
    link.textContent = 'Sửa trang này'
    link.style.cssText =
      'position:fixed;right:1rem;bottom:1rem;padding:.6rem 1.1rem;border-radius:2rem;background:#1b4f8a;color:#fff;' +
      'font:600 1rem/1.4 system-ui,sans-serif;text-decoration:none;box-shadow:0 2px 8px rgb(0 0 0/.35);z-index:998'
    link.className = 'screen'
    const skip = document.querySelector('.skip')
    document.body.style.paddingBottom = '4rem' // so that it covers nothing at the end
    if (skip) skip.after(link)
    else document.body.prepend(link)
  }
  const show = async (address, whole) => {
    const mine = ++turn
    const answer = await fetch(address)
    if (!answer.ok && !whole) return
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (mine !== turn) return // a newer one is on its way
    const [old, fresh] = [document, next].map((one) => one.querySelector('article'))
    const heads = [document, next].map((one) =>
      [...one.head.querySelectorAll('link, script[src], style')].map((e) => e.src || e.href || e.textContent).join(),
    )
    const alive = old?.querySelector('[data-finder], [data-search-page], [data-matrix], [data-slash]')
    if (!old || !fresh || alive || (whole && heads[0] !== heads[1])) return whole && location.reload()
    for (const tools of ['.title-tools', '.page-tools:not(.title-tools)'])
      fresh.querySelector(tools)?.replaceWith(old.querySelector(tools) ?? '')
    // the script that runs stays, also where its frame has it within the article
    const [script, newer] = [document, next].map((one) => one.querySelector('script[src*="assets/site."]'))
    if (whole && script && newer) script.dataset.files = newer.dataset.files
    if (script && fresh.contains(newer)) newer.replaceWith(script)
    old.replaceWith(fresh)
    if (whole) document.querySelector('body > footer')?.replaceWith(next.querySelector('body > footer'))
    document.title = next.title
    document.dispatchEvent(new Event('content')) // the page's own script adds its buttons again
  }
  const path = location.pathname
  // What is wrong in a line that needs no knowledge of files, with the way to it; as the check says it, below.
  let problem = ''
  const tell = async (text) => {
    if (text === problem) return
    problem = text
    box.style.display = 'none'
    if (!text) return
    const found = await (await fetch('/__editor/wrong')).json().catch(() => ({}))
    if (text !== problem) return
    const what = found.count ? `Còn ${found.count} chỗ phải sửa` : 'Máy chưa dựng lại được'
    const line = document.createElement('p')
    line.textContent = waiting ? `${what}. ` : `${what}, nên trang này chưa đổi. `
    if (found.page)
      line.append(Object.assign(document.createElement('a'), { href: found.page, textContent: 'Tới chỗ ấy để sửa' }))
    const details = Object.assign(document.createElement('details'), { open: !found.count })
    details.append(
      Object.assign(document.createElement('summary'), { textContent: 'Chi tiết, cho người quản trị' }),
      Object.assign(document.createElement('pre'), { textContent: text }),
    )
    line.style.margin = 0
    if (line.lastElementChild) line.lastElementChild.style.cssText = 'color:inherit;font-weight:600'
    details.lastChild.style.cssText = 'font:14px/1.6 monospace;white-space:pre-wrap;margin:.5rem 0 0'
    box.replaceChildren(line, details)
    box.style.display = 'block'
  }
  // never under what is told
  new ResizeObserver(() => (link.style.bottom = `calc(${box.offsetHeight}px + 1rem)`)).observe(box)
  // A browser opens but six ways to one server: a page that nobody sees gives its own back, and looks in now and then,
  // so that the server knows that it is still open.
  let events
  const hear = () => {
    events?.close()
    events = new EventSource('/__changes?' + path)
    events.onmessage = told
  }
  const told = ({ data }) => {
    const now = JSON.parse(data)
    if (document.hidden) events.close()
    if (now.version !== seen.version) show(path, true)
    else if (now.preview !== seen.preview) show('/__preview' + path, false)
    seen = now
    if (waiting && now.problem) waiting.textContent = waiting.dataset.failed
    tell(now.problem)
  }
  hear()
  setInterval(() => document.hidden && hear(), 5 * 60 * 1000)
  document.addEventListener('visibilitychange', () => (document.hidden ? events.close() : hear()))
})()
