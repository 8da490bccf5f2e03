// Shows on /ho-tro what may be for a family. Moving is dear on a large page: only what changes its place is moved.
import { kindOf, mayBeFor, rank, reasons } from './rules.js'

const SAID = { yes: '✓ Khớp', open: '○ Chưa rõ', no: '✗ Không khớp' }
const LISTED = 3 // how many of those that a project is for besides are named in its line

/**
 * Show of a project what may be for `profile`, the sentences that fit first; gives {kind, rank}: its kind, as `kindOf`
 * says it, and that of its first sentence. `chosen` says whether there is anything to give reasons by.
 *
 * A sentence stands among the answers while one of those it is for may be the family, else among the rest.
 */
export function showProject({ element, rest, missed, sentences }, profile, chosen) {
  const shown = sentences.map((sentence) => showSentence(sentence, profile, chosen))
  const found = shown.flatMap(({ supports }) => supports)
  element.hidden = !found.length
  if (!found.length) return { kind: 'none', rank: 0 }
  const away = sentences.filter((_, i) => shown[i].rank === null)
  const places = sentences
    .map((sentence, i) => [chosen ? shown[i].rank : 0, sentence])
    .filter(([place]) => place !== null)
  if (chosen) places.sort(([one], [other]) => one - other)
  const kept = places.map(([, sentence]) => sentence).filter((sentence) => !away.includes(sentence))
  arrange(element, rest, kept)
  arrange(rest, null, away)
  rest.hidden = !away.length
  missed.textContent = away.length ? others(away, profile) : ''
  return { kind: kindOf(found, profile), rank: Math.min(...places.map(([place]) => place)) }
}

/** Put things in this order before `end`, or last; what stands right already is not touched. */
function arrange(parent, end, things) {
  const elements = things.map(({ element }) => element)
  const there = [...parent.children].filter((one) => elements.includes(one))
  if (there.length === elements.length && there.every((one, i) => one === elements[i])) return
  for (const one of elements) parent.insertBefore(one, end)
}

/** ": 2 câu, nêu ở xã …; …": what keeps the family from the sentences that are for others, the surest reason first. */
function others(sentences, profile) {
  const named = new Set()
  for (const { items } of sentences) {
    for (const { parts, support } of items) {
      const found = reasons(support, profile)
      const part = ['place', 'of', 'age', 'who'].find((key) => found[key] === 'no')
      if (part) named.add(parts[part].textContent)
    }
  }
  const words = [...named]
  const more = words.length > LISTED ? ` và ${words.length - LISTED} điều kiện khác` : ''
  return `: ${sentences.length} câu${words.length ? `, nêu ${words.slice(0, LISTED).join('; ')}${more}` : ''}`
}

/** Mark the words that name those who may be the family, and say why; gives {rank, supports} of the sentence. */
function showSentence({ list, items, marks }, profile, chosen) {
  const fits = items.filter(({ support }) => mayBeFor(support, profile))
  for (const item of items) {
    item.element.classList.toggle('fails', !fits.includes(item))
    say(item, chosen ? reasons(item.support, profile) : null)
  }
  for (const { element, of } of marks) element.classList.toggle('off', !fits.some(({ id }) => of.includes(id)))
  if (list) arrange(list, null, chosen ? [...fits, ...items.filter((item) => !fits.includes(item))] : items)
  const place = rank(
    items.map(({ support }) => support),
    profile,
  )
  return { rank: place, supports: fits.map(({ support }) => support) }
}

/** Say beside each condition whether it fits: by word, those that are met first. Without reasons: as it was. */
function say(item, found) {
  const key = JSON.stringify(found)
  if (item.said === key || (!found && !item.said)) return
  item.said = key
  item.why?.remove()
  item.plain.hidden = Boolean(found)
  if (!found) return
  item.why = document.createElement('span')
  item.why.className = 'why'
  const tag = item.plain.querySelector('.tag')
  if (tag) item.why.append(tag.cloneNode(true), ' ')
  const told = found.who === 'no' ? { who: 'no' } : found // of somebody else nothing more need be said
  for (const answer of Object.keys(SAID)) {
    const parts = Object.keys(item.parts).filter((part) => told[part] === answer)
    if (parts.length)
      item.why.append(
        line(
          answer,
          parts.map((part) => item.parts[part]),
        ),
      )
  }
  item.element.append(item.why)
}

/** "✓ Khớp: … ; …" */
function line(answer, parts) {
  const span = document.createElement('span')
  span.className = `why-${answer}`
  const label = document.createElement('b')
  label.textContent = `${SAID[answer]}:`
  span.append(label, ' ')
  parts.forEach((part, i) => span.append(i ? '; ' : '', part.cloneNode(true)))
  return span
}

/** Put before `end` first the projects that are for the family, those that fit best first, then, under `heading`,
 * those for everybody. */
export function order(projects, shown, heading, end, chosen) {
  heading.hidden = !shown.some(({ kind }) => kind === 'general')
  const place = ({ kind, rank: first }) => (kind === 'general' ? 100 : 0) + (chosen ? first : 0)
  const sorted = projects.map((project, i) => [place(shown[i]), project])
  sorted.sort(([one], [other]) => one - other)
  const last = sorted.filter(([at]) => at >= 100)
  const first = sorted.filter(([at]) => at < 100)
  const head = { element: heading }
  arrange(end.parentNode, end, [...first.map(([, one]) => one), head, ...last.map(([, one]) => one)])
}
