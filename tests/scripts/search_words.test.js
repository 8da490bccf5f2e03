import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreement, fold, spell } from '#scripts/search/fold.js'
import { edits } from '#scripts/search/nearest.js'
import { repair } from '#scripts/search/repair.js'
import { isSyllable } from '#scripts/search/syllable.js'
import { decode } from '#scripts/search/telex.js'
import { words } from '#scripts/search/tokens.js'
import { texts, vocabulary } from './searched.js'

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

test('a right syllable is no other one: not of another tone, not d for đ, not the name of another place', () => {
  const known = vocabulary('lịch rà soát', 'xã Quang Lộc', 'đa dạng', 'nhân người', 'nơi nhận')
  for (const right of ['lịch đá bóng', 'xã Quảng Nham', 'lịch ra soạn', 'nhận người']) {
    assert.deepEqual(mend(right, known).fixes, [], right)
  }
})

test('a slip in a short form is mended where only one is as near', () => {
  const known = vocabulary('Phòng LĐTBXH', 'BCĐ MTQG', 'MTTQG xã', 'HĐND')
  const fixes = (query) => mend(query, known).fixes.map(({ from, to }) => `${from}: ${to}`)
  assert.deepEqual(fixes('phòng ldbxh'), ['ldbxh: lđtbxh'])
  assert.deepEqual(fixes('mttg x'), [])
  assert.deepEqual(fixes('vnpt x'), [])
  assert.deepEqual(fixes('hnd x'), [])
})

test('a syllable is told from a foreign word', () => {
  const right = ['nghiêng', 'khuỷu', 'quốc', 'gì', 'giếng', 'yêu', 'uống', 'boong', 'xoăn', 'oanh']
  const wrong = ['google', 'internet', 'list', 'poor', 'ngeo', 'kao', 'tàc', 'web', 'pdf']
  assert.deepEqual(
    [...right, ...wrong].filter((word) => isSyllable(spell(word))),
    right,
  )
})
