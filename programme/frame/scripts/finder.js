// The page /ho-tro: shows what may be for a family.
// What was chosen stands behind "#" in the address: a browser never sends that part to a server.
import { remember } from './address.js'
import { askFurther, choices, fill, isUnsure, keepApart, placeNow, readAges, readForm } from './finder/form.js'
import { readProjects } from './finder/page.js'
import { profileOf, summary } from './finder/rules.js'
import { order, showProject } from './finder/show.js'

/** What the place is called today; nothing where it was not said, or is what it was, or where nobody can tell. */
function tellPlace(element, name) {
  if (!element) return
  const bold = document.createElement('b')
  bold.textContent = name
  element.replaceChildren(...(name ? ['Nơi bạn ở nay là ', bold, '. '] : []))
}

/** The address of this answer, for paper; a page from a folder has one where the site is published. */
function tellAddress(element, asked) {
  const page = document.querySelector('link[rel=canonical]')?.href || location.href.replace(/#.*/, '')
  const state = new URLSearchParams(asked.map(([name, value]) => [name, value]))
  element.querySelector('span').textContent = `${page}#${state}`
  element.hidden = !asked.length || page.startsWith('file:')
}

function start(form) {
  const status = form.querySelector('[role=status]')
  const said = document.querySelector('[data-said]')
  const results = document.querySelector('[data-results]')
  const unsure = document.querySelector('[data-unsure]:not(option)')
  const address = document.querySelector('[data-address]')
  const now = document.querySelector('span[data-now]')
  const none = document.querySelector('[data-finder-none]')
  const hint = document.querySelector('[data-no-household]')
  const ages = readAges(form)
  const projects = readProjects()

  function show() {
    const asked = choices(form)
    const profile = profileOf(readForm(form), ages)
    const chosen = asked.length > 0
    askFurther(form)
    const shown = projects.map((project) => showProject(project, profile, chosen))
    const kinds = shown.map(({ kind }) => kind)
    order(projects, shown, chosen)
    none.hidden = kinds.some((kind) => kind !== 'none')
    said.hidden = results.hidden = !chosen
    said.querySelector('span').textContent = asked.map(([, , words]) => words).join('; ')
    form.classList.toggle('chosen', chosen)
    hint.hidden = !profile.chosen || profile.household
    unsure.hidden = !isUnsure(form)
    tellPlace(now, placeNow(form))
    status.textContent = summary(kinds, chosen)
    tellAddress(address, asked)
  }

  function changed() {
    const asked = new URLSearchParams(choices(form).map(([name, value]) => [name, value]))
    remember(location.pathname + location.search, '#', asked)
    show()
  }

  /** Set the form as the address says. One that leads to a place on the page says nothing: what was chosen stays. */
  function restore() {
    if (location.hash.includes('=')) fill(form, new URLSearchParams(location.hash.slice(1)))
    show()
  }

  for (const element of document.querySelectorAll('[data-no-finder]')) element.hidden = true
  form.hidden = false
  restore()
  addEventListener('hashchange', restore)
  form.addEventListener('input', ({ target }) => {
    keepApart(target)
    changed()
  })
  form.addEventListener('reset', (event) => {
    event.preventDefault()
    fill(form, new URLSearchParams())
    changed()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const first = [none, results].find((one) => !one.hidden) || document.querySelector('.support:not([hidden]) h2 a')
    first.focus()
    first.scrollIntoView()
  })
}

const form = document.querySelector('[data-finder]')
if (form) start(form)
