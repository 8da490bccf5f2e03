// Shows on /ho-tro what may be for a family. Moving is dear on a large page: only what changes its place is moved.
import { kindOf, mayBeFor } from './rules.js'

/**
 * Show of a project what may be for `profile`; gives its kind, as `kindOf` says it.
 *
 * A sentence stands among the answers while one of those it is for may be the family, else among the rest.
 */
export function showProject({ element, rest, after, sentences }, profile) {
  const found = sentences.flatMap((sentence) => showSentence(sentence, profile))
  const away = sentences.map(({ items }) => items.length > 0 && items.every((item) => item.element.hidden))
  if (found.length && sentences.some((sentence, i) => sentence.away !== away[i])) {
    sentences.forEach((sentence, i) => {
      sentence.away = away[i]
      if (away[i]) rest.append(sentence.element)
      else after.before(sentence.element)
    })
  }
  element.hidden = !found.length
  rest.hidden = !rest.querySelector('.sentence')
  return kindOf(found)
}

/** Show those a sentence is for who may be the family, and mark the words that name them; gives their supports. */
function showSentence({ items, marks }, profile) {
  const shown = items.filter(({ element, support }) => {
    element.hidden = !mayBeFor(support, profile)
    return !element.hidden
  })
  for (const { element, of } of marks) element.classList.toggle('off', !shown.some(({ id }) => of.includes(id)))
  return shown.map(({ support }) => support)
}

/** Put before `end` first the projects that are for the family, then, under `heading`, those for everybody. */
export function order(projects, kinds, heading, end) {
  heading.hidden = !kinds.includes('general')
  const shared = kinds.map((kind) => kind === 'general')
  if (projects.every((project, i) => project.shared === shared[i])) return
  const elements = (last) => projects.filter((_, i) => shared[i] === last).map(({ element }) => element)
  end.before(...elements(false), heading, ...elements(true))
  projects.forEach((project, i) => (project.shared = shared[i]))
}
