// What is done with headings, records and tables.

import { filled, mayReword, options, reason, why } from './asking.js'
import { sure } from './dialog.js'
import { last, oneOf } from './elements.js'
import { form } from './form.js'
import { offered } from './marks.js'
import { merge, MERGED } from './merging.js'
import { change, main, rove, spotOf, valueOf } from './page.js'
import * as panel from './panel.js'
import { fieldOf, fieldsOf, knows, learn } from './server.js'
import { offersHere, remove, taking } from './sentence.js'

const moves = (block) => [
  ['Chuyển lên', () => change('shift', block, { by: -1 })],
  ['Chuyển xuống', () => change('shift', block, { by: 1 })],
]
const isListed = (block) => block.hasAttribute('data-listed')

// Where a heading stands: what it, and a clause below it, cannot say there.
const standing = (block) => JSON.parse(block.dataset.standing)

export const openHeading = (block) => {
  const { kind } = spotOf(block)
  rove(block, false)
  const there = (block.dataset.below ?? '').split(' ')
  const isBelow = (one) => (knows().structure[kind] ?? []).includes(one.key)
  const below = fieldsOf(kind).filter((one) => isBelow(one) && (one.many || !there.includes(one.key)))
  const actions = below.map((field) => [`Thêm ${oneOf(field)}`, () => addTo(block, field)])
  if (isListed(block)) actions.push(...moves(block))
  if (isListed(block) || kind === 'Project' || typeof last(spotOf(block).way) === 'string') {
    actions.push(['Xóa cả mục', () => remove(block, 'cả mục này với mọi câu trong đó'), 'danger'])
  }
  const save = (given) => change('set', block, { sets: given })
  const limits = kind === 'Clause' ? standing(block).own : undefined
  panel.record('Tiêu đề và phần chung', kind, valueOf(block), { ...options(), limits }, save, actions)
}

const addTo = async (block, field) => {
  const title = `Thêm ${oneOf(field)}`
  const isQuoted = field.widget === 'sentences'
  const write = (value) => change('add', block, { key: field.key, value }, { why: isQuoted ? why() : '' })
  if (field.of === 'Table') return write({})
  if (!isQuoted) {
    const limits = field.of === 'Clause' ? standing(block).below : undefined
    const made = form(field.of, {}, { ...options(), limits, isNew: true })
    return panel.create(title, '', made, (read) => write(filled(read)))
  }
  return (await mayReword()) && panel.text(title, 'Lời của Kế hoạch', '', write, [], reason())
}

export const openRecord = (block) => {
  const { kind } = spotOf(block)
  rove(block, false)
  const actions = isListed(block) ? [...moves(block), ['Xóa mục này', () => remove(block, 'mục này'), 'danger']] : []
  const list = MERGED[kind]
  if (isListed(block) && list) actions.unshift(['Nhập vào mục khác…', () => merge(block, list)])
  const save = async (given) => (await change('set', block, { sets: given })) && learn() // a name may be another
  panel.record(block.getAttribute('aria-label'), kind, valueOf(block), options(), save, actions)
}

export const openTable = async (block) => {
  rove(block, false)
  const offers = await offersHere(block)
  if (!offers) return
  const keys = fieldsOf('Table')
    .filter((one) => one.widget !== 'record' && one.widget !== 'sentences')
    .map((one) => one.key)
  const save = (given) => change('set', block, { sets: given })
  panel.record('Bảng', 'Table', valueOf(block), { ...options(), keys }, save, [
    ['Sửa từng ô', () => openCell(block, 0, 0)],
    ['Thêm ghi chú dưới bảng', () => addTo(block, fieldOf('Table', 'notes'))],
    ...moves(block),
    ['Xóa bảng', () => remove(block, 'cả bảng'), 'danger'],
  ])
  panel.lead(offered(offers, taking(block)))
}

const rowActions = (block, row) => {
  const inner = ['rows', row]
  return [
    ['Thêm hàng sau', () => change('after', block, { value: {} }, { inner })],
    ['Hàng lên', () => change('shift', block, { by: -1 }, { inner })],
    ['Hàng xuống', () => change('shift', block, { by: 1 }, { inner })],
    ['Xóa hàng', () => remove(block, 'hàng này', { inner }), 'danger'],
  ]
}

const columnActions = (block, column) => [
  [
    'Thêm cột sau',
    () => panel.text('Cột mới', 'Tên cột', '', (text) => change('column', block, { column: column + 1, text })),
  ],
  [
    'Xóa cột',
    async () =>
      (await sure('Xóa cột này?', 'Mọi ô của cột mất theo.', 'Xóa')) && change('no-column', block, { column }),
    'danger',
  ],
]

// What a row or a column says: of whom, which project, which place.
const openWhole = (block, inner, held) => {
  const [list, place] = inner
  const [kind, skip] = list === 'rows' ? ['Row', 'cells'] : ['Column', 'text']
  const keys = fieldsOf(kind)
    .map((one) => one.key)
    .filter((key) => key !== skip)
  const save = (given) => change('set', block, { sets: given }, { inner })
  const title = list === 'rows' ? 'Hàng này nói gì' : `Cột “${held}” nói gì`
  panel.record(title, kind, valueOf(block)[list][place], { ...options(), keys }, save)
}

export const openRow = async (block, row) => {
  rove(block, false)
  const offers = await offersHere(block)
  if (!offers) return
  openWhole(block, ['rows', row])
  const own = offers.filter((one) => one.row === row)
  panel.lead(offered(own, taking(block)))
}

// A cell; the row -1 is that of the heads.
export const openCell = (block, row, column) => {
  const value = valueOf(block)
  const isHead = row < 0
  const held = isHead ? value.columns[column].text : (value.rows[row].cells[column] ?? '')
  const inner = isHead ? ['columns', column] : ['rows', row]
  rove(block, false)
  main.querySelector('.cell-chosen')?.classList.remove('cell-chosen')
  block.querySelector(`[data-row="${row}"][data-column="${column}"]`)?.classList.add('cell-chosen')
  const next = (by) => {
    const width = value.columns.length
    const to = (row + 1) * width + column + by
    if (to >= 0 && to < (value.rows.length + 1) * width) openCell(block, Math.floor(to / width) - 1, to % width)
  }
  const save = async (text) => {
    if (text !== held && (await mayReword())) await change('cell', block, { row, column, text }, { why: why() })
  }
  const cell = main.querySelector('.cell-chosen')
  const above = held || isHead ? '' : value.rows[row - 1]?.cells[column]
  panel.text(
    isHead ? 'Tên cột' : `Ô ở cột “${value.columns[column]?.text ?? ''}”`,
    'Lời của Kế hoạch',
    held,
    save,
    [
      ...(above ? [[`Như ô trên: “${above}”`, () => change('cell', block, { row, column, text: above })]] : []),
      ['Ô trước', () => next(-1)],
      ['Ô sau', () => next(1)],
      [isHead ? 'Cột này nói gì' : 'Hàng này nói gì', () => openWhole(block, inner, held)],
      ...(isHead ? [] : rowActions(block, row)),
      ...columnActions(block, column),
    ],
    reason(),
  )
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
