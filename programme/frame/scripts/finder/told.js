// What stands around the answers: what was chosen, which projects were found, where one lives today, what to know.
import { isUnsure, placeNow } from './form.js'
import { summary } from './rules.js'

const SIGNS = { own: ['✓', 'Khớp'], maybe: ['○', 'Chưa rõ'], none: ['✗', 'Không khớp'] }
const at = (selector) => document.querySelector(selector)

/**
 * Say all that. `asked` is what was chosen: [name, value, words]; `found` are the projects and parts shown, in their
 * order: [{element, kind, untold}]; `kinds` those of all.
 */
export function tell(form, asked, profile, found, kinds) {
  const chosen = asked.length > 0
  form.classList.toggle('chosen', chosen)
  form.querySelector('[role=status]').textContent = summary(kinds, chosen, form.dataset.called)
  at('[data-results]').hidden = at('[data-said]').hidden = at('[data-found]').hidden = !chosen
  at('[data-said] span').textContent = asked.map(([, , words]) => words).join('; ')
  at('[data-finder-none]').hidden = kinds.some((kind) => kind !== 'none')
  at('[data-looked-for]').hidden = !found.some(({ kind }) => kind === 'none')
  at('[data-no-household]').hidden = !profile.chosen || profile.household
  at('[data-unsure]:not(option)').hidden = !isUnsure(form)
  tellFound(at('[data-found]'), found)
  tellPlace(at('span[data-now]'), placeNow(form))
  tellByAge(profile.age)
  tellAddress(at('[data-address]'), asked)
}

/** The projects shown, each with its sign and as a link to its answer. */
function tellFound(list, found) {
  const items = found.map(({ element, kind, untold }) => {
    const heading = element.querySelector('h2')
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = `#${heading.id}`
    link.textContent = heading.textContent
    const signs = SIGNS[kind === 'none' && untold ? 'maybe' : kind]
    if (signs) item.append(sign(...signs), ' ')
    item.append(link)
    return item
  })
  list.replaceChildren(...items)
}

/** A sign, which is read as its word. */
function sign(mark, word) {
  const element = document.createElement('span')
  element.setAttribute('role', 'img')
  element.setAttribute('aria-label', word)
  element.textContent = mark
  return element
}

/** What the place is called today; nothing where it was not said, or is what it was, or where nobody can tell. */
function tellPlace(element, name) {
  if (!element) return
  const bold = document.createElement('b')
  bold.textContent = name
  element.replaceChildren(...(name ? ['Nơi bạn ở nay là ', bold, '. '] : []))
}

/** What people of that age ask and the plan does not hold. */
function tellByAge(age) {
  for (const one of document.querySelectorAll('[data-age-from]')) {
    one.hidden = age === null || age < Number(one.dataset.ageFrom)
  }
}

/** The address of this answer, for paper; a page from a folder has one where the site is published. */
function tellAddress(element, asked) {
  const page = at('link[rel=canonical]')?.href || location.href.replace(/#.*/, '')
  const state = new URLSearchParams(asked.map(([name, value]) => [name, value]))
  element.querySelector('span').textContent = `${page}#${state}`
  element.hidden = !asked.length || page.startsWith('file:')
}
