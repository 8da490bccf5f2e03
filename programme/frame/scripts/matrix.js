// The table of /phan-cong: shows the bodies of a level, with a role, in a project. State in the address.
import { remember } from './address.js'

function start(form) {
  const table = document.querySelector('table.matrix')
  const rows = [...table.tBodies[0].rows]
  const status = form.querySelector('[role=status]')

  function show() {
    const { cap: level, 'vai-tro': role, 'du-an': node } = Object.fromEntries(new FormData(form))
    for (const cell of table.querySelectorAll('[data-node]')) cell.hidden = Boolean(node) && cell.dataset.node !== node
    for (const row of rows) row.hidden = !showRoles(row, role) || (Boolean(level) && row.dataset.level !== level)
    const count = rows.filter((row) => !row.hidden).length
    status.textContent = count ? `${count} cơ quan` : 'Không có cơ quan nào khớp'
  }

  function changed() {
    show()
    remember(location.pathname, '?', new URLSearchParams([...new FormData(form)].filter(([, value]) => value)))
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements[name]
    if (field && [...field.options].some((option) => option.value === value)) field.value = value
  }
  form.hidden = false
  form.addEventListener('change', changed)
  form.addEventListener('reset', () => setTimeout(changed)) // the fields are empty after the event
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    changed()
  })
  show()
}

/** Show of a row's roles those that are wanted, all where `role` is ""; gives whether one is in sight. */
function showRoles(row, role) {
  const cells = [...row.querySelectorAll('[data-roles]')]
  const wanted = cells.filter((cell) => !role || cell.dataset.roles.split(' ').includes(role))
  for (const cell of cells) cell.firstElementChild.hidden = !wanted.includes(cell)
  return wanted.some((cell) => !cell.hidden)
}

const form = document.querySelector('[data-matrix]')
if (form) start(form)
