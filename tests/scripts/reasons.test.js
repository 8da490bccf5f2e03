import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf, rank, reasons } from '#scripts/finder/rules.js'
import { POOR, NEAR_POOR, CHILD, WORKER, family, support } from './families.js'

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
  assert.equal(rank([fits, child], mine), 2)
  assert.equal(rank([open], mine), 1)
  assert.equal(rank([open, child], mine), 3)
  assert.equal(rank([], mine), 4)
  assert.equal(rank([support({ general: true })], mine), 5)
  assert.equal(rank([support({ general: true }), child], mine), 6)
  assert.equal(rank([nothing], mine), 7)
  assert.equal(rank([child], mine), null)
})

test('a project is for the family where one support is, else for everybody, else for none', () => {
  const general = support({ general: true })
  const open = support({ who: ['learner'], wider: [{ above: ['worker'], homes: [] }] })
  const mine = family({ boxes: [WORKER] })
  assert.equal(kindOf([general, support({})], mine), 'own')
  assert.equal(kindOf([general], mine), 'general')
  assert.equal(kindOf([general, open], mine), 'general')
  assert.equal(kindOf([open], mine), 'own')
  assert.equal(kindOf([], mine), 'none')
})
