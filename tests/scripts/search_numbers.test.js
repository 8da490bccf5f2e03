import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '#scripts/search/fold.js'
import { writeSpoken } from '#scripts/search/spoken.js'
import { links, opened } from './searched.js'

const bare = (text) => text.toLowerCase().replace(/./gsu, (letter) => fold(letter)[0] || ' ')

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
  for (const clause of ['III.4.2.b', '4.2b', 'điểm b của mục 4.2', 'phần 3 mục 4.2 b', 'III chấm 4 chấm 2 phẩy b'])
    assert.equal(first(clause), 'iii', clause)
  for (const clause of ['V.4', 'v4', 'phần 5 mục 4', 'mục 4 của phần V', 'phan nam muc bon', 'mục 5.4'])
    assert.equal(first(clause), 'v', clause)
  for (const project of ['phần III mục 4 tiểu dự án 2', 'TDA2 DA4', 'dự án 4 tiểu dự án 2', 'tiểu dự án 4.2'])
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

test('numbers are read as they are spoken, and words that only look like numbers stay', () => {
  const said = {
    'tám tỷ ba': '8,3 tỷ',
    'một tỷ hai trăm': '1,2 tỷ',
    'ba ngàn không trăm năm mốt triệu': '3051000000 đồng',
    'bốn trăm năm chục triệu': '450000000 đồng',
    'bốn trăm rưỡi triệu': '450000000 đồng',
    'một triệu rưỡi một tháng': '1500000 đồng một tháng',
    'hai triệu hai một tháng': '2,2 triệu một tháng',
    'hai mươi bảy': '27',
    'năm hai nghìn không trăm hai ba': 'năm 2023',
    'tháng năm': 'tháng năm',
    'mấy chục triệu': 'mấy chục triệu',
    'khong tram y te': 'khong tram y te',
  }
  for (const [query, written] of Object.entries(said)) assert.equal(writeSpoken(query, bare), written)
})

test('who names a clause means it, whatever else of the query is found', async () => {
  const search = await opened(
    [['kp', 'Kế hoạch nói']],
    [
      ['iv', 'Mục IV: Kinh phí', 'Tổng hợp'],
      ['v', 'Mục V: Tổ chức', 'Kế hoạch'],
    ],
  )
  assert.deepEqual(links(search.find('phần IV kế hoạch nói gì')).slice(0, 2), ['iv', 'kp'])
})
