// The form of the finder: what was chosen, as the rules, the address and a reader want it.
import { list } from './page.js'

const BOX = 'nhom'
const FIELDS = ['can', 'noi', 'tuoi'] // what is needed (not in every plan), where, how old

const boxes = (form) => [...form.querySelectorAll(`input[name=${BOX}]`)]
const ticked = (form) => boxes(form).filter((box) => box.checked)
const option = (form, name) => form.elements[name]?.selectedOptions[0]?.dataset ?? {}

/** The groups that an age makes one a member of: [{id, all, from, under}]. */
export function readAges(form) {
  return list(form.dataset.ages).map((one) => {
    const [id, all, from, under] = one.split(':')
    return { id, all: all.split(','), from: Number(from), under: Number(under) }
  })
}

/** The groups that all of some others make one a member of: [{id, of}]. */
export function readMeetings(form) {
  return list(form.dataset.meetings).map((one) => {
    const [id, of] = one.split(':')
    return { id, of: of.split(',') }
  })
}

/** The groups that whoever ticks a box is not in; one for those whom no box beside it fits says so of all these. */
function notOf(value, dataset, form) {
  if (!('rest' in dataset)) return list(dataset.not)
  const step = boxes(form)
    .find((box) => box.value === value)
    .closest('.finder-step')
  return boxes(step)
    .filter((box) => !('rest' in box.dataset))
    .map((box) => box.value)
}

/** What a family has said, as `profileOf` takes it. */
export function readForm(form) {
  return {
    boxes: ticked(form).map(({ value, dataset }) => ({
      id: value,
      groups: list(dataset.all),
      household: 'household' in dataset,
      rest: 'rest' in dataset,
      not: notOf(value, dataset, form),
    })),
    age: form.elements.tuoi.value === '' ? null : Number(form.elements.tuoi.value),
    places: list(option(form, 'noi').all),
    need: form.elements.can?.value || '',
    needGroups: list(option(form, 'can').who),
  }
}

/** Whether only today's commune was said, not which of those it was made of. */
export const isUnsure = (form) => 'unsure' in option(form, 'noi')

/** What the place chosen is called today, or "". */
export const placeNow = (form) => option(form, 'noi').now || ''

/** Ask for a narrower group once the broader was ticked, or while it is ticked itself. */
export function askFurther(form) {
  for (const element of form.querySelectorAll('[data-narrower]')) {
    const broad = boxes(form).find((box) => box.value === element.dataset.narrower)
    element.hidden = !broad.checked && !element.querySelector(':checked')
  }
}

/** Untick what a box excludes: one for those whom no box beside it fits, and these, are not both true. */
export function keepApart(box) {
  if (box.name !== BOX || !box.checked) return
  for (const other of box.closest('.finder-step').querySelectorAll('input')) {
    if ('rest' in other.dataset !== 'rest' in box.dataset) other.checked = false
  }
}

/** What was chosen: [name, value, words]. */
export function choices(form) {
  const found = ticked(form).map((box) => [BOX, box.value, box.parentNode.textContent.trim()])
  for (const name of FIELDS) {
    const field = form.elements[name]
    if (!field?.value) continue
    found.push([name, field.value, field.selectedOptions ? field.selectedOptions[0].text : `${field.value} tuổi`])
  }
  return found
}

/** Set the form to what was asked (URLSearchParams); groups that are ticked come into sight. */
export function fill(form, asked) {
  for (const box of boxes(form)) {
    box.checked = asked.getAll(BOX).includes(box.value)
    const later = box.closest('details')
    if (box.checked && later) later.open = true
  }
  for (const name of FIELDS) {
    const field = form.elements[name]
    if (!field) continue
    field.value = asked.get(name) || ''
    if (!field.checkValidity()) field.value = ''
  }
}
