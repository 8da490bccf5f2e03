// The table of /phan-cong: shows the bodies of a level, with a role, in a project. State in the address.

export function start(form) {
  const table = document.querySelector('table.matrix')
  const rows = [...table.tBodies[0].rows]
  const status = form.querySelector('[role=status]')

  function show() {
    const { cap, 'vai-tro': role, 'du-an': node } = Object.fromEntries(new FormData(form))
    for (const cell of table.querySelectorAll('[data-node]')) cell.hidden = Boolean(node) && cell.dataset.node !== node
    let count = 0
    for (const row of rows) {
      const wanted = [...row.cells].filter((cell) => {
        const has = cell.dataset.roles && (!role || cell.dataset.roles.split(' ').includes(role))
        if (cell.dataset.roles) cell.firstElementChild.hidden = !has
        return has && !cell.hidden
      })
      row.hidden = !wanted.length || (Boolean(cap) && row.dataset.level !== cap)
      count += Number(!row.hidden)
    }
    status.textContent = count ? `${count} cơ quan` : 'Không có cơ quan nào khớp'
  }

  function remember() {
    const asked = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (value) asked.append(name, value)
    try {
      history.replaceState(null, '', asked.size ? `?${asked}` : location.pathname)
    } catch {
      // a page from a file may not write its address everywhere
    }
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements[name]
    if (field && [...field.options].some((option) => option.value === value)) field.value = value
  }
  form.hidden = false
  form.addEventListener('change', () => {
    show()
    remember()
  })
  form.addEventListener('reset', () => setTimeout(() => {
    show()
    remember()
  }))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    show()
    remember()
  })
  show()
}

const form = document.querySelector('[data-matrix]')
if (form) start(form)
