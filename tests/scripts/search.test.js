import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Search } from '#scripts/search/engine.js'
import { fit } from '#scripts/search/fit.js'
import { extract, ranges } from '#scripts/search/mark.js'
import { stands, variants } from '#scripts/search/plan.js'
import { describe } from '#scripts/search/show.js'
import { words } from '#scripts/search/tokens.js'
import { links, opened, texts, under, vocabulary } from './searched.js'

const marked = (text, query) => ranges(text, words(query)).map(([at, end]) => text.slice(at, end))

test('everyday words are searched in the words of the plan too', () => {
  const plan = variants(
    words('con giống gì'),
    under([[words('con giống'), words('vật nuôi')]], ([said]) => said[0].folded),
    under([words('gì')], (phrase) => phrase[0].folded),
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
  assert.deepEqual(stands(words('xin con giong'), words('con giống')), [1, 2])
  assert.equal(stands(words('cơn giống'), words('con giống')), null)
  const [sang, bên, hàn] = words('sang bên Hàn')
  assert.deepEqual(stands([sang, { ...bên, light: true }, hàn], words('sang hàn')), [0, 2])
  assert.equal(stands([sang, bên, hàn], words('sang hàn')), null)
})

test('a filler typed without marks is no filler beside its partner', () => {
  const fillers = under([words('đâu')], (phrase) => phrase[0].folded)
  const plan = variants(words('dau tu ha tang'), new Map(), fillers, vocabulary('đầu tư hạ tầng'))
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

test('what is nowhere is said, and the rest is answered', async () => {
  const search = await opened([
    ['a', 'Hộ nghèo'],
    ['b', 'Xã Hải Lộc nay thuộc xã Vạn Lộc', ['xã Hải Lộc']],
  ])
  const found = search.find('gạo cho hộ nghèo')
  assert.deepEqual(
    [links(found), found.absent],
    [
      ['a'],
      [
        { kind: 'word', what: 'gạo' },
        { kind: 'word', what: 'cho' },
      ],
    ],
  )
  assert.deepEqual(links(search.find('xã Hoằng Lộc')), [])
  assert.deepEqual(search.find('xã Hoằng Lộc').absent, [{ kind: 'place', what: 'xã hoằng lộc' }])
  assert.deepEqual(links(search.find('gạo nghèo')), []) // half of a word with one that is nowhere
})

test('a chance meeting of single syllables is no hit', async () => {
  const search = await opened([
    ['a', 'Sàn giao dịch việc làm'],
    ['b', 'Quốc phòng, kinh tế'],
  ])
  assert.deepEqual(links(search.find('sàn quốc tế')), [])
})

test('fillers may stand between the words of an everyday expression, and the hit says what was meant', async () => {
  const search = await opened([['a', 'Vật nuôi', ['cho vay']]], [], [['vật nuôi', 'nuôi bò']])
  const [hit] = search.find('nuôi ít bò').hits
  assert.equal(hit.entry.url, 'a')
  assert.deepEqual(hit.variant.said, [['nuôi bò', 'vật nuôi']])
  assert.deepEqual(
    describe(hit, true).why.map((one) => one.label),
    ['“nuôi bò” gọi là “vật nuôi”'],
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
  await search.addNames({ facets: ['Dự án', 'Toàn văn'], fillers: [], entries })
  clearInterval(beat)
  assert.equal(search.find('dự án số 77').hits[0].entry.url, 'p77.html')
  assert.ok(breaths > 2, `${breaths} breaths`)
})
