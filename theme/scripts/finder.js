// The page /ho-tro: shows what a person may be for. The rules are those of programme/finder.py.

/** Whether nothing that was said speaks against a support. Both as plain values, for tests too. */
export function mayBeFor(support, profile) {
  if (profile.need && !support.needs.includes(profile.need)) return false
  if (support.place && profile.places.length && !profile.places.includes(support.place)) return false
  if (profile.age !== null && (profile.age < support.from || profile.age >= support.under)) return false
  if (!profile.groups.length) return true
  const meets = (wanted) => wanted.some((id) => profile.groups.includes(id))
  const who = meets(support.who)
  if (!support.of.length) return who
  const of = meets(support.of)
  return (who && of) || (who && !profile.household) || (of && !profile.person)
}

const list = (text) => (text || '').split(' ').filter(Boolean)

function read(item) {
  const { who, of, place, from, under } = item.dataset
  const needs = list(item.closest('[data-needs]').dataset.needs)
  return { who: list(who), of: list(of), place: place || '', from: Number(from), under: Number(under), needs }
}

export function start(form) {
  const status = form.querySelector('[role=status]')
  const none = document.querySelector('[data-finder-none]')
  const sections = [...document.querySelectorAll('.support')]
  const items = [...document.querySelectorAll('[data-support]')].map((element) => ({ element, support: read(element) }))
  const boxes = [...form.querySelectorAll('input[name=nhom]')]

  function profile() {
    const chosen = boxes.filter((box) => box.checked)
    const place = form.elements.noi.selectedOptions[0]
    const age = form.elements.tuoi.value
    return {
      groups: [...new Set(chosen.flatMap((box) => list(box.dataset.all)))],
      household: chosen.some((box) => box.dataset.kind === 'household'),
      person: chosen.some((box) => box.dataset.kind !== 'household'),
      places: list(place?.dataset.all),
      age: age === '' ? null : Number(age),
      need: form.elements.can?.value || '',
    }
  }

  function show() {
    const said = profile()
    let count = 0
    for (const { element, support } of items) {
      element.hidden = !mayBeFor(support, said)
      count += Number(!element.hidden)
    }
    for (const section of sections) section.hidden = !section.querySelector('[data-support]:not([hidden])')
    none.hidden = count > 0
    status.textContent = count ? `${count} chỗ trong Kế hoạch có thể dành cho bạn` : 'Không có chỗ nào khớp'
  }

  function remember() {
    const asked = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (value) asked.append(name, value)
    try {
      history.replaceState(null, '', `${location.pathname}${asked.size ? `?${asked}` : ''}`)
    } catch {
      // some browsers keep no history on a USB stick
    }
  }

  function restore() {
    const asked = new URLSearchParams(location.search)
    for (const box of boxes) {
      box.checked = asked.getAll('nhom').includes(box.value)
      if (box.checked) box.closest('details').open = true
    }
    for (const name of ['tuoi', 'noi', 'can']) if (form.elements[name]) form.elements[name].value = asked.get(name) || ''
  }

  for (const element of document.querySelectorAll('[data-no-finder]')) element.hidden = true
  form.hidden = false
  restore()
  show()
  form.addEventListener('input', () => {
    show()
    remember()
  })
  form.addEventListener('reset', () =>
    setTimeout(() => {
      for (const box of boxes) box.checked = false
      for (const name of ['tuoi', 'noi', 'can']) if (form.elements[name]) form.elements[name].value = ''
      show()
      remember()
    }),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const first = document.querySelector('.support:not([hidden]) h2 a') || none
    first.focus()
    first.scrollIntoView()
  })
  window.hoTro = { mayBeFor, items: items.map((item) => item.support) }
}

const form = document.querySelector('[data-finder]')
if (form) start(form)
