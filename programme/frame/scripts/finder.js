// The page /ho-tro: shows what may be for a family.
// What was chosen stands behind "#" in the address: a browser never sends that part to a server.
import { remember } from './address.js'
import { askFurther, choices, fill, keepApart, readAges, readForm, readMeetings } from './finder/form.js'
import { order } from './finder/order.js'
import { readProjects } from './finder/page.js'
import { profileOf } from './finder/rules.js'
import { showProject } from './finder/show.js'
import { tell } from './finder/told.js'

function start(form) {
  const ages = readAges(form)
  const meetings = readMeetings(form)
  const projects = readProjects()

  function show() {
    const asked = choices(form)
    const profile = profileOf(readForm(form), ages, meetings)
    const chosen = asked.length > 0
    askFurther(form)
    const shown = projects.map((project) => showProject(project, profile, chosen))
    const found = order(projects, shown, chosen)
    const kinds = shown.map(({ kind }, i) => (projects[i].work && ['own', 'maybe'].includes(kind) ? 'work' : kind))
    tell(form, asked, profile, found, kinds)
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
  form.querySelector('[type=submit]').disabled = form.hidden = false
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
    const places = [...document.querySelectorAll('[data-results], .support h2 a')]
    const first = places.find((one) => one.offsetParent)
    first.focus()
    first.scrollIntoView()
  })
}

const form = document.querySelector('[data-finder]')
if (form) start(form)
