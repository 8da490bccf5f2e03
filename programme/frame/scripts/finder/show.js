// Shows on /ho-tro what may be for a family.
import { arrange } from './order.js'
import { others } from './others.js'
import { isMet, kindOf, mayBeFor, nearness, rank, reasons } from './rules.js'

const SAID = { yes: '✓ Khớp', open: '○ Chưa rõ', untold: '○ Chưa rõ', no: '✗ Không khớp' }
const FIRST = 'Được ưu tiên:' // who comes first besides: that keeps nobody out

/**
 * Show of a project what may be for `profile`, the sentences that fit first; gives {kind, untold, rank, near}: its kind,
 * as `kindOf` says it, whether of what does not fit something was just not told, the rank of its first sentence, and how
 * near it comes. `chosen` says whether there is anything to
 * give reasons by.
 *
 * A sentence stands among the answers while one of those it is for may be the family, else among the rest. Of a
 * project that answers what is looked for the rest is shown even where there is no answer: it says why.
 */
export function showProject({ element, needs, rest, missed, sentences }, profile, chosen) {
  const shown = sentences.map((sentence) => showSentence(sentence, profile, chosen))
  const found = shown.flatMap(({ supports }) => supports)
  element.hidden = !found.length && !needs.includes(profile.need)
  if (element.hidden) return { kind: 'none', untold: false, rank: 0, near: 0 }
  const away = sentences.filter((_, i) => shown[i].rank === null)
  const places = sentences
    .map((sentence, i) => [chosen ? shown[i].rank : 0, sentence])
    .filter(([place]) => place !== null)
  if (chosen) places.sort(([one], [other]) => one - other)
  const kept = places.map(([, sentence]) => sentence).filter((sentence) => !away.includes(sentence))
  arrange(element, rest, kept)
  arrange(rest, null, away)
  rest.hidden = !away.length
  if (!found.length) rest.open = true
  missed.textContent = away.length ? others(away, profile) : ''
  const first = Math.min(...places.map(([place]) => place))
  const all = sentences.flatMap(({ items }) => items.map(({ support }) => support))
  const untold = all.some((support) => isUntold(support, profile))
  return { kind: kindOf(found, profile), untold, rank: first, near: nearness(found, profile) }
}

/** Mark the words that name those who may be the family, and say why; gives {rank, supports} of the sentence. */
function showSentence({ list, items, marks }, profile, chosen) {
  const fits = items.filter(({ support }) => mayBeFor(support, profile))
  for (const item of items) {
    const fails = !fits.includes(item)
    item.element.classList.toggle('fails', fails)
    item.element.hidden = chosen && fails // a line names all of these
    say(item, chosen && !fails ? reasons(item.support, profile) : null, profile)
  }
  for (const { element, of } of marks) element.classList.toggle('off', !fits.some(({ id }) => of.includes(id)))
  if (list) {
    const met = fits.filter(({ support }) => isMet(support, profile))
    arrange(list, null, chosen ? [...new Set([...met, ...fits, ...items])] : items)
    tellOthers(list, chosen ? items.filter((item) => !fits.includes(item)) : [], profile)
  }
  const place = rank(
    items.map(({ support }) => support),
    profile,
  )
  return { rank: place, supports: fits.map(({ support }) => support) }
}

/** Say beside each condition whether it fits: by word, those that are met first. Without reasons: as it was. */
function say(item, found, profile) {
  const key = found && JSON.stringify([found, profile.groups])
  if (item.said === key || (!found && !item.said)) return
  item.said = key
  item.why?.remove()
  item.plain.hidden = Boolean(found)
  if (!found) return
  item.why = document.createElement('span')
  item.why.className = 'why'
  const tag = item.plain.querySelector('.tag')
  if (tag) item.why.append(tag.cloneNode(true), ' ')
  for (const answer of Object.keys(SAID)) {
    const parts = Object.keys(item.parts).filter((part) => found[part] === answer)
    if (parts.length)
      item.why.append(
        line(
          answer,
          parts.map((part) => (part === 'who' && answer === 'yes' ? ownGroups(item, profile) : item.parts[part])),
        ),
      )
  }
  item.element.append(item.why)
}

/** Of the groups a support is for, those that are the family's. */
function ownGroups({ parts, support }, { groups, places }) {
  const mine = [...parts.who.children].filter((_, i) => groups.includes(support.who[i]))
  if (!mine.length || support.areas.some((id) => places.includes(id))) return parts.who
  const words = document.createElement('span')
  mine.forEach((one, i) => words.append(i ? ', ' : '', one.cloneNode(true)))
  return words
}

/** Whether nothing that was told speaks against a support: who comes first keeps nobody out. */
const isUntold = (support, profile) => support.priority || !Object.values(reasons(support, profile)).includes('no')

/**
 * Say of all others a sentence is for, in a line each, who was not told to be the family, who is not, and whom it puts
 * first.
 */
function tellOthers(list, items, profile) {
  for (const told of list.querySelectorAll('.others')) told.remove()
  const untold = items.filter(({ support }) => isUntold(support, profile))
  tellThese(
    list,
    'untold',
    untold.filter(({ support }) => !support.priority),
  )
  tellThese(
    list,
    'no',
    items.filter((item) => !untold.includes(item)),
  )
  tellThese(
    list,
    'first',
    untold.filter(({ support }) => support.priority),
  )
}

function tellThese(list, answer, items) {
  const named = new Map()
  for (const { plain } of items) {
    const words = document.createElement('span')
    words.append(...plain.cloneNode(true).childNodes)
    if (answer === 'first') words.querySelector('.tag').remove()
    named.set(words.textContent.trim(), words)
  }
  if (!named.size) return
  const item = document.createElement('li')
  item.className = 'others'
  item.append(line(answer, [...named.values()]))
  list.append(item)
}

/** "✓ Khớp: … ; …" */
function line(answer, parts) {
  const span = document.createElement('span')
  span.className = `why-${answer}`
  const label = document.createElement('b')
  label.textContent = answer === 'first' ? FIRST : `${SAID[answer]}:`
  span.append(label, ' ')
  parts.forEach((part, i) => span.append(i ? '; ' : '', part.cloneNode(true)))
  return span
}
