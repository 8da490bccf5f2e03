// The page /ho-tro: shows what may be for a family.
// What was chosen stands behind "#" in the address: a browser never sends that part to a server.
import { remember } from './address.js'
import { choices, fill, isUnsure, readAges, readForm } from './finder/form.js'
import { readProjects } from './finder/page.js'
import { profileOf, summary } from './finder/rules.js'
import { order, showProject } from './finder/show.js'

function start(form) {
  const status = form.querySelector('[role=status]')
  const said = document.querySelector('[data-said]')
  const results = document.querySelector('[data-results]')
  const general = document.querySelector('[data-general-head]')
  const unsure = document.querySelector('[data-unsure]:not(option)')
  const none = document.querySelector('[data-finder-none]')
  const ages = readAges(form)
  const projects = readProjects()

  function show() {
    const asked = choices(form)
    const profile = profileOf(readForm(form), ages)
    const kinds = projects.map((project) => showProject(project, profile))
    order(projects, kinds, general, none)
    none.hidden = kinds.some((kind) => kind !== 'none')
    said.hidden = results.hidden = !asked.length
    said.querySelector('span').textContent = asked.map(([, , words]) => words).join('; ')
    form.classList.toggle('chosen', asked.length > 0)
    unsure.hidden = !isUnsure(form)
    status.textContent = summary(kinds, asked.length > 0)
  }

  function changed() {
    show()
    const asked = new URLSearchParams(choices(form).map(([name, value]) => [name, value]))
    remember(location.pathname + location.search, '#', asked)
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
  form.addEventListener('input', changed)
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
