import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Search } from '#scripts/search/engine.js'
import { agreement, fold, spell } from '#scripts/search/fold.js'
import { extract, ranges } from '#scripts/search/mark.js'
import { stands, variants } from '#scripts/search/plan.js'
import { fit } from '#scripts/search/rank.js'
import { edits, repair } from '#scripts/search/repair.js'
import { decode } from '#scripts/search/telex.js'
import { words } from '#scripts/search/tokens.js'
import { Vocabulary } from '#scripts/search/vocabulary.js'

const vocabulary = (...phrases) => {
  const made = new Vocabulary()
  for (const phrase of phrases) made.add([words(phrase)], true)
  return made
}
const texts = (list) => list.map((word) => word.folded).join(' ')
const marked = (text, query) => ranges(text, words(query)).map(([at, end]) => text.slice(at, end))

test('folding drops every mark, đ too, composed or not', () => {
  assert.equal(fold('Đất HỖ trợ'.normalize('NFD')), 'dat ho tro')
})

test('the place of a tone does not matter, its kind does', () => {
  assert.deepEqual(spell('hoá'), spell('hóa'))
  assert.deepEqual(spell('uỷ'), spell('ủy'))
  assert.notDeepEqual(spell('hòa'), spell('hóa'))
})

test('marks left out are forgiven, other marks are not', () => {
  assert.equal(agreement(spell('nghèo'), spell('nghèo')), 1)
  assert.ok(agreement(spell('ngheo'), spell('nghèo')) > 0.9)
  assert.ok(agreement(spell('nghê'), spell('nghề')) > 0.9)
  assert.ok(agreement(spell('nghề'), spell('nghèo')) < 0.5)
})

test('numbers, codes and clauses are one word each', () => {
  assert.equal(texts(words('Mục III.2.b, dự án 3.2: 09/2022/TT-BTC')), 'muc iii.2.b du an 3.2 9 2022 tt btc')
  assert.equal(texts(words('DA6')), 'da 6')
})

test('Telex and VNI keys become syllables', () => {
  assert.equal(decode('ddaof'), 'đào')
  assert.equal(decode('ngheef'), 'nghề')
  assert.equal(decode('duowngx'), 'dưỡng')
  assert.equal(decode('d9a2o'), 'đào')
  assert.equal(decode('nghe2o'), 'nghèo')
  assert.equal(decode('ngheo'), null)
  assert.equal(decode('2023'), null)
})

test('edit distance counts a swap of neighbours as one', () => {
  assert.equal(edits('nhgeo', 'ngheo', 2), 1)
  assert.equal(edits('ngeo', 'ngheo', 1), 1)
  assert.equal(edits('xyz', 'ngheo', 1), 2)
})

test('unknown words are mended, known ones left alone', () => {
  const known = vocabulary('hộ nghèo', 'đào tạo nghề', 'Ủy ban MTTQ', 'ub MTTQ')
  const mend = (text) => repair(text, known, new Set())
  assert.deepEqual(mend('hộ nghjeo').fixes, [{ from: 'nghjeo', to: 'nghèo' }])
  assert.deepEqual(
    mend('ddaof taoj ngheef').fixes.map((fix) => fix.to),
    ['đào', 'tạo', 'nghề'],
  )
  assert.equal(texts(mend('hongheo').words), 'ho ngheo')
  assert.equal(texts(mend('ubmttq').words), 'ub mttq')
  assert.deepEqual(mend('ho ngh').fixes, [])
})

test('everyday words are searched in the words of the plan too', () => {
  const plan = variants(
    words('con giống gì'),
    [[words('con giống'), words('vật nuôi')]],
    [words('gì')],
    vocabulary('x'),
  )
  assert.deepEqual(
    plan.map((one) => texts(one.words)),
    ['con giong gi', 'vat nuoi gi'],
  )
  assert.deepEqual(
    plan[0].words.map((word) => word.light),
    [false, false, true],
  )
  assert.equal(stands(words('xin con giong'), words('con giống')), 1)
  assert.equal(stands(words('cơn giống'), words('con giống')), -1)
})

test('a filler typed without marks is no filler beside its partner', () => {
  const plan = variants(words('dau tu ha tang'), [], [words('đâu')], vocabulary('đầu tư hạ tầng'))
  assert.equal(plan[0].words[0].light, false)
})

test('a whole name in its order fits best', () => {
  const known = vocabulary('hộ nghèo', 'hộ cận nghèo')
  const one = fit(words('hộ nghèo'), words('Hộ nghèo'), known)
  const two = fit(words('hộ nghèo'), words('Hộ cận nghèo'), known)
  assert.equal(one.coverage, 1)
  assert.ok(one.precision > two.precision && one.beside > two.beside)
})

test('marks stand on runs of two words, or on the only word', () => {
  assert.deepEqual(marked('Giảm nghèo cho hộ nghèo', 'ho ngheo'), ['hộ nghèo'])
  assert.deepEqual(marked('Giảm nghèo cho hộ nghèo', 'nghèo'), ['nghèo', 'nghèo'])
  assert.deepEqual(marked('khoa học và nghề', 'học nghề'), [])
  assert.deepEqual(marked('Quyết định số 1185/QĐ-UBND', '1185'), ['1185'])
})

test('an extract is cut between words, around its first mark', () => {
  const text = `${'chữ đệm '.repeat(40)}hộ nghèo ${'sau đó '.repeat(40)}`
  const found = extract(text, words('hộ nghèo'), 80)
  assert.ok(found.text.length < 100 && found.text.startsWith('… '))
  assert.deepEqual(
    found.marks.map(([at, end]) => found.text.slice(at, end)),
    ['hộ nghèo'],
  )
})

test('names are ready before the text, and the work is done in slices', async () => {
  const search = new Search()
  const entries = Array.from({ length: 3000 }, (_, i) => [
    0,
    `p${i}.html`,
    `Dự án số ${i} của xã`,
    [],
    0,
    '',
    0,
    [],
    0,
    [],
  ])
  let breaths = 0
  const beat = setInterval(() => breaths++)
  await search.addNames({ facets: ['Dự án', 'Toàn văn'], everyday: [], fillers: [], entries })
  clearInterval(beat)
  assert.equal(search.find('dự án số 77').hits[0].entry.url, 'p77.html')
  assert.ok(breaths > 2, `${breaths} breaths`)
})
