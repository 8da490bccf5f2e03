import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Search } from '#scripts/search/engine.js'
import { agreement, fold, spell } from '#scripts/search/fold.js'
import { extract, ranges } from '#scripts/search/mark.js'
import { stands, variants } from '#scripts/search/plan.js'
import { fit } from '#scripts/search/fit.js'
import { edits } from '#scripts/search/nearest.js'
import { repair } from '#scripts/search/repair.js'
import { isSyllable } from '#scripts/search/syllable.js'
import { decode } from '#scripts/search/telex.js'
import { words } from '#scripts/search/tokens.js'
import { Vocabulary } from '#scripts/search/vocabulary.js'

const vocabulary = (...phrases) => {
  const made = new Vocabulary()
  for (const phrase of phrases) made.add([words(phrase)], true)
  return made
}
const under = (list, key) => new Map(list.map((one) => [key(one), [one]]))
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
  assert.equal(agreement(spell('nghề'), spell('nghèo')), 0)
  assert.equal(agreement(spell('mỡ'), spell('mở')), 0)
})

test('numbers, codes and clauses are one word each', () => {
  assert.equal(texts(words('Mục III.2.b, dự án 3.2: 09/2022/TT-BTC')), 'muc iii.2.b du an 3.2 9 2022 tt btc')
  assert.equal(texts(words('DA6')), 'da 6')
  assert.equal(texts(words('3.051 triệu, 0,65 %, 1.831.000.000, 05/5')), '3051 trieu 0.65 1831000000 5 5')
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

const nobody = vocabulary()
const mend = (text, known) => repair(text, known, nobody, () => false)

test('unknown words are mended, known ones left alone', () => {
  const known = vocabulary('hộ nghèo', 'đào tạo nghề', 'Ủy ban MTTQ', 'ub MTTQ', 'Phòng LĐTBXH')
  const fixes = (text) => mend(text, known).fixes.map(({ from, to }) => `${from}: ${to}`)
  assert.deepEqual(fixes('hộ nghjeo'), ['nghjeo: nghèo'])
  assert.deepEqual(fixes('ddaof taoj ngheef'), ['ddaof: đào', 'taoj: tạo', 'ngheef: nghề'])
  assert.deepEqual(fixes('ho65 nghe2o'), ['ho65: hộ', 'nghe2o: nghèo'])
  assert.deepEqual(fixes('đạo tạo nghề'), ['đạo: đào'])
  assert.equal(texts(mend('hongheo', known).words), 'ho ngheo')
  assert.equal(texts(mend('ubmttq', known).words), 'ub mttq')
  assert.equal(texts(mend('phòng LĐ-TB&XH', known).words), 'phong ldtbxh')
  assert.equal(texts(mend('phòng lđ tb xh', known).words), 'phong ldtbxh')
  assert.deepEqual(fixes('ho ngh'), [])
})

test('nothing is mended where the result is not surely better', () => {
  const known = vocabulary('nâng cao năng lực', 'có công', 'quy mô lớn', 'xã hội', 'chú trọng', 'tập huấn')
  for (const right of ['gạo', 'bò', 'lợn', 'pdf', 'google', 'internet', 'ts', 'chợ', 'poor list', 'xlsx', 'tập vẽ']) {
    assert.deepEqual(mend(`${right} x`, known).fixes, [], right)
  }
  assert.ok(mend('gạo', known).words[0].absent)
})

test('a syllable is told from a foreign word', () => {
  const right = ['nghiêng', 'khuỷu', 'quốc', 'gì', 'giếng', 'yêu', 'uống', 'boong', 'xoăn', 'oanh']
  const wrong = ['google', 'internet', 'list', 'poor', 'ngeo', 'kao', 'tàc', 'web', 'pdf']
  assert.deepEqual(
    [...right, ...wrong].filter((word) => isSyllable(spell(word))),
    right,
  )
})

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

const opened = async (names, clauses = [], everyday = []) => {
  const search = new Search()
  const row = ([url, title, aliases = [], hint = '', facet = 0]) => [facet, url, title, aliases, 0, hint, 8, [], 0, []]
  await search.addNames({ facets: ['Dự án', 'Toàn văn'], fillers: ['có', 'không', 'ít'], entries: names.map(row) })
  await search.addTexts({ everyday, entries: clauses })
  return search
}
const links = (found) => found.hits.map((hit) => hit.entry.url)

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

test('numbers lead to their line however they are written, and no other one is taken for them', async () => {
  const search = await opened(
    [
      ['du-an-4', 'Kinh phí Dự án 4: 2.268 triệu đồng', ['Dự án 4']],
      ['chuan', 'Chuẩn nghèo', [], 'Mức 1.500.000 đồng một tháng'],
      ['qd', 'Quyết định 1185/QĐ-UBND', ['Quyết định số 1185/QĐ-UBND ngày 11/4/2023']],
      ['tda', 'Tiểu dự án 2, Dự án 4: Việc làm', ['Tiểu dự án 2 Dự án 4', 'mục III.4.2']],
    ],
    [
      ['iii', 'Mục III.4.2.b: Đối tượng', 'Người lao động'],
      ['v', 'Mục V.4: Đề nghị', 'Tổ chức tuyên truyền'],
    ],
  )
  const first = (query) => links(search.find(query))[0]
  for (const amount of ['2,268 tỷ', '2.268.000.000đ', '2268tr', '2 tỷ 268', '2 268 000 000', '2,3 ty dong'])
    assert.equal(first(amount), 'du-an-4', amount)
  assert.equal(first('1,5 triệu'), 'chuan')
  for (const day of ['11/4/2023', '11-04-2023', 'ngày 11 tháng 4 năm 2023']) assert.equal(first(day), 'qd', day)
  for (const number of ['qđ 1185', 'QĐ1185', '1185-QD/UBND', '1185 qđ ubnd']) assert.equal(first(number), 'qd', number)
  for (const clause of ['III.4.2.b', '4.2b', 'điểm b mục 4.2', 'phần 3 mục 4.2 b', 'iii 4 2 b'])
    assert.equal(first(clause), 'iii', clause)
  for (const clause of ['V.4', 'v4', 'phần 5 mục 4', 'mục 4 phần V']) assert.equal(first(clause), 'v', clause)
  for (const project of ['TDA2 DA4', 'dự án 4 tiểu dự án 2', 'tiểu dự án 4.2'])
    assert.equal(first(project), 'tda', project)
  const absent = {
    '500 triệu': 'amount',
    'nghị định 1185': 'document',
    '1186/QĐ-UBND': 'document',
    'dự án 8': 'project',
    'TDA9 DA4': 'project',
    'mục V.9': 'clause',
  }
  for (const [query, kind] of Object.entries(absent)) {
    const found = search.find(query)
    assert.deepEqual([links(found), found.absent.map((one) => one.kind)], [[], [kind]], query)
  }
  assert.deepEqual(
    search.find('phan bon').absent.map(({ kind }) => kind),
    ['word', 'word'],
  )
})

test('fillers may stand between the words of an everyday expression, and the hit says what was meant', async () => {
  const search = await opened([['a', 'Vật nuôi', ['cho vay']]], [], [['vật nuôi', 'nuôi bò']])
  const [hit] = search.find('nuôi ít bò').hits
  assert.equal(hit.entry.url, 'a')
  assert.deepEqual(
    hit.variant.said.map((pair) => pair.map(texts)),
    [['nuoi bo', 'vat nuoi']],
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
