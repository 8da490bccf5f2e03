// The order of what /ho-tro shows. Moving is dear on a large page: only what changes its place is moved.

/** Put things in this order before `end`, or last; what stands right already is not touched. */
export function arrange(parent, end, things) {
  const elements = things.map(({ element }) => element)
  const there = [...parent.children].filter((one) => elements.includes(one))
  if (there.length === elements.length && there.every((one, i) => one === elements[i])) return
  for (const one of elements) parent.insertBefore(one, end)
}

/** Whether one comes nearer than another, as `sort` asks. */
const nearer = (one, other) => other.near - one.near || one.rank - other.rank

/**
 * Where a kind stands: what is met before what was not told, before what is looked for, before the same of work that is
 * given to bodies, before what is for everybody.
 */
const PLACES = { own: 0, maybe: 1, none: 2, general: 6 }
const WORK = 3

const place = ({ kind, work }) => PLACES[kind] + (work && kind !== 'general' ? WORK : 0)

/**
 * Put first the projects that are for the family, the nearest first, then, each under a heading, the work of bodies and
 * those for everybody; gives the projects shown in their order: [{element, kind}].
 */
export function order(projects, shown, chosen) {
  const heading = document.querySelector('[data-general-head]')
  const workHeading = document.querySelector('[data-work-head]')
  const end = document.querySelector('[data-finder-end]')
  const all = projects.map(({ element, work }, i) => ({ element, work, ...shown[i], at: i }))
  all.sort((one, other) => place(one) - place(other) || (chosen && nearer(one, other)) || one.at - other.at)
  const general = all.filter(({ kind }) => kind === 'general')
  const work = all.filter((one) => one.work && !general.includes(one))
  const own = all.filter((one) => !general.includes(one) && !work.includes(one))
  heading.hidden = !general.length
  if (workHeading) workHeading.hidden = !work.some(({ element }) => !element.hidden)
  arrange(end.parentNode, end, [
    ...own,
    ...(workHeading ? [{ element: workHeading }] : []),
    ...work,
    { element: heading },
    ...general,
  ])
  return all.filter(({ element }) => !element.hidden)
}
