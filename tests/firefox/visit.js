// Visits the made-up plan's site in a real Firefox over WebDriver BiDi; what was seen goes to the output as JSON.
// Usage: node visit.js FIREFOX ADDRESS FOLDER, where the site is served, and where it lies as files.
import { pathToFileURL } from 'node:url'
import { launch } from 'puppeteer-core'

const [executablePath, address, folder] = process.argv.slice(2)
const browser = await launch({ browser: 'firefox', executablePath, protocolTimeout: 600_000 })
const page = await browser.newPage()
page.setDefaultTimeout(600_000)
await page.setViewport({ width: 1000, height: 800 })
const failed = []
const elsewhere = []
page.on('pageerror', (error) => failed.push(String(error)))
page.on('console', (said) => said.type() === 'error' && failed.push(said.text()))
page.on('request', (request) => {
  if (!request.url().startsWith(address) && !/^(file|data|about|blob):/.test(request.url()))
    elsewhere.push(request.url())
})

const overWidth = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
const text = (selector) => page.$eval(selector, (one) => one.textContent.trim())
const count = async (selector) => (await page.$$(selector)).length
const shownExplanations = () =>
  page.$$eval('.explain', (all) => all.filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.id))

async function search(base) {
  await page.goto(`${base}/tim-kiem.html?q=ho+nghjeo&loc=%C4%90%E1%BB%91i+t%C6%B0%E1%BB%A3ng`)
  await page.waitForSelector('[data-whole]')
  const read = [await text('#ket-qua .hit-title'), await text('#da-sua'), await text('#loc [aria-pressed=true]')]
  await page.$eval('#o-tim', (one) => one.select())
  await page.keyboard.type('hoc tro')
  await page.waitForFunction(() => document.querySelector('[data-search-page]').dataset.query === 'hoc tro')
  return [...read, await text('#ket-qua .hit-title')]
}

async function box(base) {
  await page.goto(`${base}/kinh-phi.html`)
  await page.keyboard.press('/')
  await page.keyboard.type('hooj caanj ngheof')
  // A slip of the keys is understood once the plan's text is there; until then the list has only its last line.
  await page.waitForFunction(() => {
    const list = document.querySelector('#goi-y')
    return /caanj ngheof/.test(list?.lastChild?.textContent) && /cận nghèo/.test(list.firstChild.textContent)
  })
  await page.keyboard.press('ArrowDown')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  return text('h1')
}

async function buttons(base) {
  await page.goto(`${base}/du-an/giam-ngheo-2-1.html`)
  await page.waitForSelector('button.colours')
  const found = [await count('button.cite'), await count('.title-tools button'), await shownExplanations()]
  await page.$eval('a.term', (one) => one.click())
  found.push((await shownExplanations()).length)
  await page.keyboard.press('Escape')
  found.push(await shownExplanations())
  await page.$eval('button.colours', (one) => one.click())
  return [...found, await page.$eval('html', (one) => one.dataset.colours)]
}

async function finder(base) {
  await page.goto(`${base}/ho-tro.html`)
  await page.waitForSelector('form.finder:not([hidden])')
  await page.$eval('[name=nhom][value=gia-dinh-ngheo]', (one) => one.click())
  const hash = await page.evaluate(() => location.hash)
  await page.reload()
  await page.waitForFunction(() => document.querySelector('[value=gia-dinh-ngheo]').checked)
  return [hash, await text('.finder-count')]
}

async function table(base) {
  await page.goto(`${base}/phan-cong.html`)
  await page.waitForSelector('[data-matrix]:not([hidden])')
  await page.select('[name=cap]', 'commune')
  return [await page.evaluate(() => location.search), await text('[data-matrix] [role=status]')]
}

async function sheets(base) {
  await page.goto(`${base}/co-quan/phong-kinh-te.html`)
  await page.waitForSelector('.chips button')
  await page.$eval('.chips button', (one) => one.click())
  const role = await text('.only-role')
  await page.goto(`${base}/du-an/index.html`)
  await page.waitForSelector('[data-sheets] [type=checkbox]')
  return [role, await count('[data-sheets] + button.main-button')]
}

const seen = {}
const from = [
  ['served', address, [search, box, buttons, finder, table, sheets]],
  ['folder', pathToFileURL(folder).href, [search, box, finder]],
]
for (const [place, base, parts] of from) {
  seen[place] = {}
  for (const part of parts) seen[place][part.name] = await part(base).catch((error) => `fault: ${error.message}`)
}
// What stands beside what on a narrow and a wide screen: nothing reaches out of the page.
seen.wide = {}
for (const width of [360, 1280]) {
  await page.setViewport({ width, height: 800 })
  for (const name of ['index', 'du-an/giam-ngheo-2-1', 'kinh-phi', 'phan-cong', 'toan-van', 'ho-tro', 'tim-kiem']) {
    await page.goto(`${address}/${name}.html`)
    seen.wide[`${name} ${width}`] = await page.evaluate(overWidth)
  }
}
await browser.close()
console.log(JSON.stringify({ ...seen, failed, elsewhere }))
