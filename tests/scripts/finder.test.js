import assert from 'node:assert/strict'
import { test } from 'node:test'
import { profileOf, summary } from '#scripts/finder/rules.js'
import { AGES, POOR, NEAR_POOR, CHILD, WORKER, NOTHING, family, answers } from './families.js'

test('a family that has said nothing has no group, no age, no place, no need', () => {
  assert.deepEqual(family(), {
    chosen: false,
    named: [],
    groups: [],
    household: false,
    not: [],
    places: [],
    age: null,
    ofOthers: [],
    need: '',
  })
})

test('an age makes one a member of groups, with all broader ones, from the first year to below the last', () => {
  assert.deepEqual(family({ age: 4 }).groups, ['under-16', 'under-5'])
  assert.deepEqual(family({ age: 5 }).groups, ['under-16'])
  assert.deepEqual(family({ age: 15 }).groups, ['under-16'])
  assert.deepEqual(
    [16, 59].map((age) => family({ age }).groups),
    [[], []],
  )
  assert.deepEqual(family({ age: 60 }).groups, ['old'])
  assert.equal(family({ age: 4 }).chosen, false)
})

test('what is looked for makes one a member of those who look for it, without having chosen a group', () => {
  const profile = family({ need: 'job', needGroups: ['worker'] })
  assert.deepEqual([profile.groups, profile.chosen, profile.need], [['worker'], false, 'job'])
})

test('who is of all that a group is made of is of that group', () => {
  const meetings = [{ id: 'poor-worker', of: ['poor', 'worker'] }]
  const of = (boxes) => profileOf({ ...NOTHING, boxes }, AGES, meetings).groups
  assert.deepEqual(of([POOR, WORKER]), ['poor', 'worker', 'poor-worker'])
  assert.deepEqual(of([WORKER]), ['worker'])
})

test('each group stands once, however often it follows', () => {
  assert.deepEqual(family({ boxes: [CHILD, WORKER], age: 4, needGroups: ['worker'] }).groups, [
    'under-16',
    'worker',
    'under-5',
  ])
})

test('a named group that the age does not fit is of somebody else', () => {
  assert.deepEqual(family({ boxes: [CHILD], age: 27 }).ofOthers, ['under-16'])
  assert.deepEqual(family({ boxes: [CHILD], age: 4 }).ofOthers, [])
  assert.deepEqual(family({ boxes: [CHILD] }).ofOthers, [])
  assert.deepEqual(family({ boxes: [POOR], age: 27 }).ofOthers, [])
})

test('a household is named by one box that names one', () => {
  assert.equal(family({ boxes: [CHILD, POOR] }).household, true)
  assert.equal(family({ boxes: [CHILD, WORKER] }).household, false)
})

test('nothing speaks against a support while nothing was said', () => {
  assert.equal(answers({}, {}), true)
  assert.equal(answers({ who: ['woman'], of: ['poor'], places: ['a'], from: 60 }, {}), true)
})

test('what is looked for must be what the project answers', () => {
  assert.equal(answers({ needs: ['job', 'house'] }, { need: 'house' }), true)
  assert.equal(answers({ needs: ['job'] }, { need: 'house' }), false)
  assert.equal(answers({ needs: [] }, { need: 'house' }), false)
})

test('support for one place is for those who live there, or who have not said where', () => {
  assert.equal(answers({ places: ['a'] }, { places: ['a', 'district'] }), true)
  assert.equal(answers({ places: ['district'] }, { places: ['a', 'district'] }), true)
  assert.equal(answers({ places: ['a'] }, { places: ['b', 'district'] }), false)
  assert.equal(answers({ places: ['a', 'b'] }, { places: ['b', 'district'] }), true)
  assert.equal(answers({ places: ['a'] }, { places: [] }), true)
  assert.equal(answers({ places: [] }, { places: ['b'] }), true)
})

test('the age must lie within the bounds, the upper one not included', () => {
  const school = { who: ['under-16'], from: 5, under: 16 }
  assert.deepEqual(
    [4, 5, 15, 16].map((age) => answers(school, { age })),
    [false, true, true, false],
  )
  assert.equal(answers({ who: ['worker'], from: 18 }, { age: 0 }), false)
})

test('the age of somebody else hides nothing of the group that was named', () => {
  const child = { who: ['under-16'], from: 0, under: 16 }
  assert.equal(answers(child, { boxes: [CHILD], age: 27 }), true)
  assert.equal(answers({ ...child, who: ['under-16', 'woman'] }, { boxes: [CHILD], age: 27 }), true)
  assert.equal(answers(child, { boxes: [WORKER], age: 27 }), false)
})

test('once a group was chosen, a support is for those it names', () => {
  assert.equal(answers({ who: ['worker'] }, { boxes: [WORKER] }), true)
  assert.equal(answers({ who: ['worker'] }, { boxes: [CHILD] }), false)
  assert.equal(answers({ who: ['woman', 'worker'] }, { boxes: [WORKER] }), true)
  assert.equal(answers({ who: ['under-5'], under: 5 }, { boxes: [POOR], age: 4 }), true)
})

test('support for members of a household is for its members, whoever was named', () => {
  const ofPoor = { who: ['under-16'], of: ['poor'] }
  assert.equal(answers(ofPoor, { boxes: [POOR] }), true)
  assert.equal(answers(ofPoor, { boxes: [POOR, WORKER] }), true)
  assert.equal(answers(ofPoor, { boxes: [NEAR_POOR, CHILD] }), false)
})

test('as long as no household was named, it is for those who were named', () => {
  const ofPoor = { who: ['under-16'], of: ['poor'] }
  assert.equal(answers(ofPoor, { boxes: [CHILD] }), true)
  assert.equal(answers(ofPoor, { boxes: [WORKER] }), false)
})

const said = (kinds, chosen) => summary(kinds, chosen, 'dự án, phần khác')

test('the count says what was found, in words', () => {
  assert.equal(said(['none', 'none'], true), 'Chưa thấy chỗ nào khớp')
  assert.equal(said(['own', 'general', 'own'], false), '3 dự án, phần khác; chọn ở trên để thu hẹp')
  assert.equal(said(['general', 'none'], true), '1 dự án, phần khác chung cho mọi người')
  assert.equal(said(['own', 'none'], true), '1 dự án, phần khác khớp')
  assert.equal(
    said(['maybe', 'own', 'maybe', 'own', 'maybe', 'general'], true),
    '2 dự án, phần khác khớp; 3 còn điều chưa rõ; 1 chung cho mọi người',
  )
})

test('work that is given to bodies is counted apart', () => {
  assert.equal(said(['own', 'work', 'work'], true), '1 dự án, phần khác khớp; 2 chỗ giao việc cho cơ quan có nhắc tới')
  assert.equal(said(['work', 'none'], true), '1 chỗ giao việc cho cơ quan có nhắc tới')
  assert.equal(
    said(['own', 'work'], false),
    '1 dự án, phần khác; 1 chỗ giao việc cho cơ quan có nhắc tới; chọn ở trên để thu hẹp',
  )
})
