import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayAbsent } from '#scripts/search/answers.js'

const ABSENT = [
  { kind: 'word', what: 'gạo' },
  { kind: 'project', what: 'Dự án 9' },
]

test('what stands nowhere is said to be lacking in the plan', () => {
  assert.equal(sayAbsent(ABSENT), 'Không có chữ “gạo” trong Kế hoạch. Kế hoạch không có Dự án 9. ')
})

test('of a plan that is being entered nothing is said to be lacking', () => {
  const said = 'Kế hoạch chưa được nhập đủ, nên điều không thấy ở đây vẫn có thể có. '
  assert.equal(sayAbsent(ABSENT, true), said)
  assert.equal(sayAbsent([], true), '')
})
