// The page /ho-tro: shows what may be for a family. The rules are those of programme/finder.py.
// What was chosen stands behind "#" in the address: a browser never sends that part to a server.

/** Whether nothing that was said speaks against a support. Both as plain values, for tests too. */
export function mayBeFor(support, profile) {
  if (profile.need && !support.needs.includes(profile.need)) return false
  if (support.place && profile.places.length && !profile.places.includes(support.place)) return false
  const aged = profile.age !== null && !support.who.some((id) => profile.ofOthers.includes(id))
  if (aged && (profile.age < support.from || profile.age >= support.under)) return false
  if (!profile.chosen) return true
  const meets = (wanted) => wanted.some((id) => profile.groups.includes(id))
  if (meets(support.of)) return true
  return meets(support.who) && !(support.of.length && profile.household)
}

const list = (text) => (text || '').split(' ').filter(Boolean)
const FIELDS = ['can', 'noi', 'tuoi']

function read(item) {
  const { who, of, place, from, under } = item.dataset
  const needs = list(item.closest('[data-needs]').dataset.needs)
  return { who: list(who), of: list(of), place: place || '', from: Number(from), under: Number(under), needs }
}

/** A sentence of the plan: shown among the answers while one of those it is for may be the family, else among the rest. */
function readSentence(element) {
  const items = [...element.querySelectorAll('[data-support]')]
  const marks = [...element.querySelectorAll('mark')].map((mark) => ({ mark, of: list(mark.dataset.of) }))
  return { element, items: items.map((item) => ({ item, support: read(item) })), marks }
}

export function start(form) {
  const status = form.querySelector('[role=status]')
  const said = document.querySelector('[data-said]')
  const results = document.querySelector('[data-results]')
  const unsure = document.querySelector('[data-unsure]:not(option)')
  const none = document.querySelector('[data-finder-none]')
  const general = document.querySelector('[data-general-head]')
  const sections = [...document.querySelectorAll('.support')].map((element) => ({
    element,
    rest: element.querySelector('details.rest'),
    answers: String([...element.querySelectorAll('.sentence')].map(() => true)), // how they stand in the page
    after: element.querySelector('.sentence ~ .facts, .sentence ~ details'), // where the answers end
    sentences: [...element.querySelectorAll('.sentence')].map(readSentence),
  }))
  const boxes = [...form.querySelectorAll('input[name=nhom]')]
  const ages = list(form.dataset.ages).map((one) => one.split(':'))

  /** What the form says, with the groups that follow from the age and from what is looked for. */
  function profile() {
    const chosen = boxes.filter((box) => box.checked)
    const age = form.elements.tuoi.value === '' ? null : Number(form.elements.tuoi.value)
    const groups = chosen.flatMap((box) => list(box.dataset.all))
    const ofOthers = []
    for (const [id, all, from, under] of age === null ? [] : ages) {
      if (age >= from && age < under) groups.push(...all.split(','))
      else if (groups.includes(id)) ofOthers.push(id)
    }
    groups.push(...list(form.elements.can?.selectedOptions[0]?.dataset.who))
    return {
      chosen: chosen.length > 0,
      groups: [...new Set(groups)],
      household: chosen.some((box) => 'household' in box.dataset),
      places: list(form.elements.noi.selectedOptions[0]?.dataset.all),
      age,
      ofOthers, // groups that were named though the age is not theirs: the age is of somebody else
      need: form.elements.can?.value || '',
    }
  }

  function showSection(section, who) {
    const { element, rest, after, sentences } = section
    let found = 0
    let own = 0
    const answers = []
    for (const sentence of sentences) {
      const shown = sentence.items.filter(({ item, support }) => {
        item.hidden = !mayBeFor(support, who)
        return !item.hidden
      })
      for (const { mark, of } of sentence.marks) {
        mark.classList.toggle('off', !shown.some(({ item }) => of.includes(item.dataset.support)))
      }
      found += shown.length
      own += shown.filter(({ item }) => !('general' in item.dataset)).length
      answers.push(shown.length > 0 || !sentence.items.length)
    }
    // moving is dear on a large page: only where something changed
    if (found && String(answers) !== section.answers) {
      sentences.forEach(({ element: one }, i) => (answers[i] ? after.before(one) : rest.append(one)))
      section.answers = String(answers)
    }
    element.hidden = !found
    rest.hidden = !rest.querySelector('.sentence')
    return own ? 'own' : found ? 'general' : 'none'
  }

  function show() {
    const who = profile()
    const asked = choices()
    const kinds = sections.map((section) => showSection(section, who))
    order(kinds)
    const own = kinds.filter((kind) => kind === 'own').length
    const shared = kinds.filter((kind) => kind === 'general').length
    none.hidden = own + shared > 0
    said.hidden = results.hidden = !asked.length
    form.classList.toggle('chosen', asked.length > 0)
    unsure.hidden = !('unsure' in (form.elements.noi.selectedOptions[0]?.dataset || {}))
    said.querySelector('span').textContent = asked.map(([, , words]) => words).join('; ')
    status.textContent = !own && !shared
      ? 'Không có chỗ nào khớp'
      : asked.length
        ? `Có thể thuộc đối tượng của ${own} dự án, tiểu dự án${shared ? `; thêm ${shared} chung cho mọi người` : ''}`
        : `${own + shared} dự án, tiểu dự án; chọn ở trên để thu hẹp`
  }

  let ordered = String(sections.map(() => false)) // which sections stand under the heading for everybody

  /** First what is for the family, then, under a heading, what is for everybody. */
  function order(kinds) {
    general.hidden = !kinds.includes('general')
    const shared = String(kinds.map((kind) => kind === 'general'))
    if (shared === ordered) return
    ordered = shared
    const put = (last) => sections.forEach(({ element }, i) => (kinds[i] === 'general') === last && none.before(element))
    put(false)
    none.before(general)
    put(true)
  }

  /** What was chosen: [name, value, words]. */
  function choices() {
    const found = boxes.filter((box) => box.checked).map((box) => ['nhom', box.value, box.parentNode.textContent.trim()])
    for (const name of FIELDS) {
      const field = form.elements[name]
      if (field?.value) {
        const words = field.selectedOptions ? field.selectedOptions[0].text : `${field.value} tuổi`
        found.push([name, field.value, words])
      }
    }
    return found
  }

  function remember() {
    const asked = new URLSearchParams(choices().map(([name, value]) => [name, value]))
    try {
      history.replaceState(null, '', `${location.pathname}${location.search}${asked.size ? `#${asked}` : ''}`)
    } catch {
      // some browsers keep no history on a USB stick
    }
  }

  /** Set the form as the address says; an address that leads to a place on the page says nothing. */
  function restore() {
    const asked = new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '')
    for (const box of boxes) {
      box.checked = asked.getAll('nhom').includes(box.value)
      if (box.checked) box.closest('details').open = true
    }
    for (const name of FIELDS) if (form.elements[name]) form.elements[name].value = asked.get(name) || ''
    show()
  }

  for (const element of document.querySelectorAll('[data-no-finder]')) element.hidden = true
  form.hidden = false
  if (location.hash.includes('=')) restore()
  else show() // what was chosen before the script arrived stays
  addEventListener('hashchange', () => location.hash.includes('=') && restore())
  form.addEventListener('input', () => {
    show()
    remember()
  })
  form.addEventListener('reset', (event) => {
    event.preventDefault()
    for (const box of boxes) box.checked = false
    for (const name of FIELDS) if (form.elements[name]) form.elements[name].value = ''
    show()
    remember()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const first = [none, results].find((one) => !one.hidden) || document.querySelector('.support:not([hidden]) h2 a')
    first.focus()
    first.scrollIntoView()
  })
  const items = sections.flatMap(({ sentences }) => sentences.flatMap((one) => one.items.map(({ support }) => support)))
  window.hoTro = { mayBeFor, profile, items }
}

const form = document.querySelector('[data-finder]')
if (form) start(form)
