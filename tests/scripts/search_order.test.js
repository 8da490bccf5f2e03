import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Search } from '#scripts/search/engine.js'
import { variants } from '#scripts/search/plan.js'
import { words } from '#scripts/search/tokens.js'
import { Understanding } from '#scripts/search/understanding.js'
import { links, opened, under, vocabulary } from './searched.js'

const means = (said, meant) => Object.assign([words(said), words(meant)], { text: [said, meant] })

test('what is meant counts as what was said: a long name for two words does not outweigh the rest', () => {
  const known = vocabulary('phụ nữ mang thai', 'xã đặc biệt khó khăn vùng bãi ngang, ven biển và hải đảo')
  const everyday = [means('vùng biển', 'xã đặc biệt khó khăn vùng bãi ngang, ven biển và hải đảo')]
  const [, meant] = variants(
    words('bà bầu vùng biển'),
    under(everyday, (pair) => pair[0][0].folded),
    new Map(),
    known,
  )
  assert.equal(meant.words.length, 15)
  assert.equal(meant.words[2].share.toFixed(2), '0.39')
})

test('an expression that begins a longer name is that name', () => {
  const known = vocabulary('xã đặc biệt khó khăn', 'người yếu thế')
  const factor = (query) =>
    variants(words(query), new Map([['kho', [means('khó khăn', 'người yếu thế')]]]), new Map(), known)[1].factor
  assert.equal(factor('xã đặc biệt khó khăn'), 0.8)
  assert.equal(factor('nhà khó khăn'), 0.99)
})

const row = (facet, url, title, aliases, exact) => [facet, url, title, aliases, 0, '', 8, [], exact, []]

test('whom it is for gives way to what is asked, and a page about all to its subject', async () => {
  const search = new Search()
  await search.addNames({
    facets: ['Dự án', 'Cơ quan', 'Đối tượng', 'Văn bản', 'Tra cứu', 'Toàn văn'],
    fillers: ['có'],
    entries: [
      row(2, 'ho-can-ngheo', 'Hộ cận nghèo', [], 0),
      row(4, 'hoi#bhyt', 'Thẻ bảo hiểm', ['bhyt'], 1),
      row(4, 'phan-cong', 'Phân công', ['ai chịu trách nhiệm'], 0),
      row(0, 'du-an', 'Cải thiện dinh dưỡng', ['dinh dưỡng'], 0),
    ],
  })
  await search.addTexts({ everyday: [], entries: [] }, Understanding)
  assert.deepEqual(links(search.find('bhyt hộ cận nghèo')), ['hoi#bhyt', 'ho-can-ngheo'])
  assert.deepEqual(links(search.find('ai chịu trách nhiệm dinh dưỡng')), ['du-an', 'phan-cong'])
})

test('a long question is answered by less of it than a short one', async () => {
  const talk = 'chiều mai trời mưa gió ngoài đường phố nhỏ bên sông xanh cây lá vàng rơi đầy sân'
  const search = await opened([['giam-ngheo', 'Giảm nghèo']], [['kho', 'Kho', talk]])
  assert.ok(links(search.find(`${talk} giảm nghèo`)).includes('giam-ngheo'))
})

test('a long number that a name has decides, unless that name says little else of the query', async () => {
  const search = await opened([
    ['nay#2026', 'Chuẩn nghèo', ['chuẩn nghèo hiện nay là bao nhiêu', 'năm 2026']],
    ['nay#2027', 'Mức chuẩn của nghèo sẽ là năm 2027 trở đi'],
    ['khac', 'Năm 2030'],
  ])
  assert.equal(links(search.find('chuẩn nghèo 2027'))[0], 'nay#2027')
  assert.equal(links(search.find('chuẩn nghèo 2026'))[0], 'nay#2026')
  assert.equal(links(search.find('chuẩn nghèo hiện nay 2030'))[0], 'nay#2026')
})

test('a project is not answered by one of another number', async () => {
  const search = await opened([
    ['4-2', 'Đi làm việc ở nước ngoài', ['Tiểu dự án 2 Dự án 4']],
    ['4-x', 'Đi làm việc ở nước ngoài', ['Tiểu dự án Dự án 4']],
    ['4', 'Dự án 4'],
  ])
  const [first, second] = search.find('dự án 4 gồm tiểu dự án').hits.filter(({ entry }) => entry.url !== '4')
  assert.deepEqual([first.entry.url, second.entry.url], ['4-x', '4-2'])
  assert.ok(second.score < 0.85 * first.score)
})

test('an expression is one only as it was typed: not over a number, not out of another one, not without its marks', () => {
  const everyday = new Map([
    ['lop', [means('lợp nhà', 'sửa nhà')]],
    ['cho', [means('chỗ làm', 'việc làm')]],
    ['hoi', [means('hỏi ông nào', 'hỏi ai')]],
    ['near', [means('near poor household', 'hộ cận nghèo')]],
    ['poor', [means('poor household', 'hộ nghèo')]],
  ])
  const fillers = new Map([
    ['cho', [words('cho hỏi')]],
    ['toi', [words('tôi')]],
    ['la', [words('là')]],
  ])
  const said = (query) =>
    variants(words(query), everyday, fillers, vocabulary('x')).flatMap((one) => one.said.map(([text]) => text))
  assert.deepEqual(said('con hoc lop 3 nha'), [])
  assert.deepEqual(said('con học lợp nhà'), ['lợp nhà'])
  assert.deepEqual(said('cần nhờ chỉ cho tôi làm'), [])
  assert.deepEqual(said('cho hỏi là ông nào ký'), [])
  assert.deepEqual(said('near poor household'), ['near poor household'])
})

test('a foreign word, or one with marks that the plan has not, is a word by itself', () => {
  const everyday = new Map([
    ['nutrition', [means('nutrition', 'dinh dưỡng')]],
    ['bo', [means('bò', 'vật nuôi')]],
  ])
  const known = vocabulary('cán bộ các cấp', 'cấp bộ', 'nutrition for all')
  const said = (query) => variants(words(query), everyday, new Map(), known).flatMap((one) => one.said)
  assert.deepEqual(said('nutrition for children'), [['nutrition', 'dinh dưỡng']])
  assert.deepEqual(said('cấp bò'), [['bò', 'vật nuôi']])
  assert.deepEqual(said('cap bo'), [])
})

test('a word that stands twice is met where its neighbour stands', async () => {
  const search = await opened([], [['iii', 'Mục III', 'Tổ chức hội nghị, hội thảo cho cán bộ']])
  assert.deepEqual(links(search.find('hội thảo')), ['iii'])
})

test('who asks only about a place that is nowhere gets no other place', async () => {
  const search = await opened([
    ['nay#a', 'Xã Quang Lộc nay thuộc xã Đông Thành', ['xã Quang Lộc']],
    ['hoi', 'Không có gì', ['ít có']],
  ])
  assert.deepEqual(links(search.find('xã Quảng Nham ít có')), [])
  assert.deepEqual(search.find('xã Quảng Nham ít có').absent, [{ kind: 'place', what: 'xã quảng nham' }])
})

test('a part of the plan is known by its name where a clause of it is asked for', async () => {
  const search = await opened(
    [['phan-cong', 'Phân công', ['tổ chức thực hiện']]],
    [
      ['v', 'Mục V: Tổ chức thực hiện', 'Các phòng'],
      ['v5', 'Mục V.5: Xã', 'Rà soát'],
    ],
  )
  assert.equal(links(search.find('khoản năm phần tổ chức thực hiện'))[0], 'v5')
  assert.equal(links(search.find('tổ chức thực hiện'))[0], 'phan-cong')
})

test('a document whose date is given comes before a clause that cites it', async () => {
  const search = new Search()
  const cited = 'Quyết định số 1185/QĐ-UBND ngày 11/4/2023 của UBND tỉnh'
  await search.addNames({
    facets: ['Dự án', 'Cơ quan', 'Đối tượng', 'Văn bản', 'Tra cứu', 'Toàn văn'],
    fillers: [],
    entries: [row(3, 'qd-1185', 'Quyết định 1185/QĐ-UBND', [cited], 0)],
  })
  await search.addTexts({ everyday: [], entries: [['can-cu', 'Căn cứ', `phân bổ vốn ${cited}`]] }, Understanding)
  assert.deepEqual(links(search.find('quyết định phân bổ vốn ngày 11/4/2023')), ['qd-1185', 'can-cu'])
})
