import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf, mayBeFor, profileOf, rank, reasons, summary } from '#scripts/finder/rules.js'

// A small world: households (poor, near-poor), children under 16 and under 5 (who are children too), the old, workers.
const AGES = [
  { id: 'old', all: ['old'], from: 60, under: 999 },
  { id: 'under-16', all: ['under-16'], from: 0, under: 16 },
  { id: 'under-5', all: ['under-5', 'under-16'], from: 0, under: 5 },
]
const POOR = { id: 'poor', groups: ['poor'], household: true, rest: false }
const NEAR_POOR = { id: 'near-poor', groups: ['near-poor'], household: true, rest: false }
const CHILD = { id: 'under-16', groups: ['under-16'], household: false, rest: false }
const WORKER = { id: 'worker', groups: ['worker'], household: false, rest: false }
const NOTHING = { boxes: [], age: null, places: [], need: '', needGroups: [] }
const family = (said = {}) => profileOf({ ...NOTHING, ...said }, AGES)

const ANYBODY = {
  who: ['worker'],
  of: [],
  wider: [],
  place: '',
  from: 0,
  under: 999,
  aged: false,
  said: false,
  needs: [],
  general: false,
}
const support = (own) => ({ ...ANYBODY, ...own })
const answers = (one, said) => mayBeFor(support(one), family(said))

test('a family that has said nothing has no group, no age, no place, no need', () => {
  assert.deepEqual(family(), {
    chosen: false,
    named: [],
    groups: [],
    household: false,
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
  assert.equal(answers({ who: ['woman'], of: ['poor'], place: 'a', from: 60 }, {}), true)
})

test('what is looked for must be what the project answers', () => {
  assert.equal(answers({ needs: ['job', 'house'] }, { need: 'house' }), true)
  assert.equal(answers({ needs: ['job'] }, { need: 'house' }), false)
  assert.equal(answers({ needs: [] }, { need: 'house' }), false)
})

test('support for one place is for those who live there, or who have not said where', () => {
  assert.equal(answers({ place: 'a' }, { places: ['a', 'district'] }), true)
  assert.equal(answers({ place: 'district' }, { places: ['a', 'district'] }), true)
  assert.equal(answers({ place: 'a' }, { places: ['b', 'district'] }), false)
  assert.equal(answers({ place: 'a' }, { places: [] }), true)
  assert.equal(answers({ place: '' }, { places: ['b'] }), true)
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

test('each condition is told to fit, to be open, or not to fit', () => {
  const one = support({ who: ['under-16'], of: ['poor'], place: 'a', from: 3, under: 5, aged: true, said: true })
  assert.deepEqual(reasons(one, family({ boxes: [POOR], age: 4, places: ['a'] })), {
    who: 'yes',
    of: 'yes',
    place: 'yes',
    age: 'yes',
    said: 'open',
  })
  assert.deepEqual(reasons(one, family({ boxes: [NEAR_POOR, CHILD], age: 7, places: ['b'] })), {
    who: 'yes',
    of: 'no',
    place: 'no',
    age: 'no',
    said: 'open',
  })
  assert.deepEqual(reasons(one, family()), { who: 'open', of: 'open', place: 'open', age: 'open', said: 'open' })
})

test('an age that is the group’s own is no condition beside it', () => {
  const child = support({ who: ['under-16'], of: ['poor'], under: 16 })
  assert.deepEqual(reasons(child, family({ boxes: [POOR], age: 30 })), { who: 'no', of: 'yes' })
  assert.deepEqual(reasons(child, family({ boxes: [POOR] })), { who: 'open', of: 'yes' })
})

test('who named a group has not told whether they are of a narrower one, unless their household is another', () => {
  const learner = support({ who: ['learner'], wider: [{ above: ['worker'], homes: [] }] })
  assert.deepEqual(reasons(learner, family({ boxes: [WORKER] })), { who: 'open' })
  assert.deepEqual(reasons(learner, family({ boxes: [CHILD] })), { who: 'no' })
  assert.deepEqual(reasons(learner, family({ boxes: [{ ...WORKER, rest: true }] })), { who: 'no' })
  const woman = support({ who: ['poor-woman'], wider: [{ above: ['poor', 'woman'], homes: ['poor'] }] })
  const WOMAN = { id: 'woman', groups: ['woman'], household: false, rest: false }
  assert.deepEqual(reasons(woman, family({ boxes: [WOMAN] })), { who: 'open' })
  assert.deepEqual(reasons(woman, family({ boxes: [WOMAN, POOR] })), { who: 'open' })
  assert.deepEqual(reasons(woman, family({ boxes: [WOMAN, NEAR_POOR] })), { who: 'no' })
})

test('what fits in all stands first, what is also for others after it, what is for others alone nowhere', () => {
  const mine = family({ boxes: [WORKER] })
  const [fits, child] = [support({}), support({ who: ['under-16'] })]
  const open = support({ place: 'a' })
  const nothing = support({ who: ['learner'], wider: [{ above: ['worker'], homes: [] }] })
  assert.equal(rank([fits], mine), 0)
  assert.equal(rank([fits, child], mine), 1)
  assert.equal(rank([open], mine), 2)
  assert.equal(rank([open, child], mine), 3)
  assert.equal(rank([], mine), 4)
  assert.equal(rank([support({ general: true })], mine), 5)
  assert.equal(rank([nothing], mine), 7)
  assert.equal(rank([child], mine), null)
})

test('a project is for the family where one support is, else for everybody, else for none', () => {
  const general = support({ general: true })
  assert.equal(kindOf([general, ANYBODY]), 'own')
  assert.equal(kindOf([general]), 'general')
  assert.equal(kindOf([]), 'none')
})

test('the count says what was found, in words', () => {
  assert.equal(summary(['none', 'none'], true), 'Không có chỗ nào khớp')
  assert.equal(summary(['own', 'general', 'own'], false), '3 dự án, tiểu dự án; chọn ở trên để thu hẹp')
  assert.equal(summary(['general', 'none'], true), '1 dự án chung cho mọi người')
  assert.equal(summary(['own', 'none'], true), 'Bạn có thể thuộc đối tượng của 1 dự án')
  assert.equal(
    summary(['own', 'general', 'general'], true),
    'Bạn có thể thuộc đối tượng của 1 dự án; thêm 2 dự án chung cho mọi người',
  )
})
