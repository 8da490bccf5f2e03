import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf, nearness, rank, reasons } from '#scripts/finder/rules.js'
import { POOR, NEAR_POOR, CHILD, WORKER, family, support } from './families.js'

test('each condition is told to fit, to be open, or not to fit', () => {
  const one = support({ who: ['under-16'], of: ['poor'], places: ['a'], from: 3, under: 5, aged: true, said: true })
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
  assert.deepEqual(reasons(learner, family({ boxes: [CHILD] })), { who: 'untold' })
  assert.deepEqual(reasons(learner, family({ boxes: [{ ...WORKER, rest: true }] })), { who: 'untold' })
  const woman = support({ who: ['poor-woman'], wider: [{ above: ['poor', 'woman'], homes: ['poor'] }] })
  const WOMAN = { id: 'woman', groups: ['woman'], household: false, rest: false, not: [] }
  assert.deepEqual(reasons(woman, family({ boxes: [WOMAN] })), { who: 'open' })
  assert.deepEqual(reasons(woman, family({ boxes: [WOMAN, POOR] })), { who: 'open' })
  assert.deepEqual(reasons(woman, family({ boxes: [WOMAN, NEAR_POOR] })), { who: 'no' })
})

test('a kind of household that is not ticked is no answer, but where those ticked exclude it', () => {
  const alone = support({ who: ['alone'], persons: false, homes: true })
  assert.deepEqual(reasons(alone, family({ boxes: [POOR] })), { who: 'untold' })
  const ALONE = { id: 'alone', groups: ['alone'], household: true, rest: false, not: [] }
  const poor = support({ who: ['poor'], persons: false, homes: true })
  assert.deepEqual(reasons(poor, family({ boxes: [ALONE] })), { who: 'untold' })
  assert.deepEqual(reasons(poor, family({ boxes: [ALONE, NEAR_POOR] })), { who: 'no' })
  const child = support({ who: ['under-16'], of: ['poor'] })
  assert.deepEqual(reasons(child, family({ boxes: [CHILD, ALONE] })), { who: 'yes', of: 'untold' })
})

test('groups overlap: who named others has not told of a person, but of an office, and of households once one is named', () => {
  const said = { boxes: [POOR] }
  assert.deepEqual(reasons(support({ who: ['disabled'] }), family(said)), { who: 'untold' })
  assert.deepEqual(reasons(support({ who: ['press'], persons: false }), family(said)), { who: 'no' })
  const nearPoor = support({ who: ['near-poor'], persons: false, homes: true })
  assert.deepEqual(reasons(nearPoor, family(said)), { who: 'no' })
  assert.deepEqual(reasons(nearPoor, family({ boxes: [WORKER] })), { who: 'untold' })
  assert.equal(rank([support({ who: ['disabled'] })], family(said)), null)
})

test('what is for all of a place is for those who live there, whatever they named', () => {
  const roads = support({ who: ['coast'], areas: ['a'], persons: false, general: true })
  assert.deepEqual(reasons(roads, family({ boxes: [POOR] })), { who: 'open' })
  assert.deepEqual(reasons(roads, family({ boxes: [POOR], places: ['a', 'district'] })), { who: 'yes' })
  assert.deepEqual(reasons(roads, family({ places: ['b', 'district'] })), { who: 'no' })
  const both = support({ who: ['coast', 'disabled'], areas: ['a'] })
  assert.deepEqual(reasons(both, family({ boxes: [POOR], places: ['b'] })), { who: 'untold' })
})

test('nearer comes what meets more of what was told, a named group above one that follows', () => {
  const mine = family({ boxes: [{ ...POOR, groups: ['poor', 'people'] }, CHILD], places: ['a'] })
  assert.equal(nearness([support({ who: ['under-16'], of: ['poor'], places: ['a'] })], mine), 5)
  assert.equal(nearness([support({ who: ['poor'] })], mine), 3)
  assert.equal(nearness([support({ who: ['people'] }), support({ who: ['press'], persons: false })], mine), 2)
  assert.equal(nearness([support({ who: ['poor'], general: true })], mine), 0)
  assert.equal(nearness([support({ who: ['disabled'], of: ['poor'] })], mine), 1)
})

test('what fits in all stands first, what is also for others after it, what is for others alone nowhere', () => {
  const mine = family({ boxes: [WORKER] })
  const [fits, child] = [support({}), support({ who: ['under-16'] })]
  const open = support({ places: ['a'] })
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
  assert.equal(kindOf([open], mine), 'maybe')
  assert.equal(kindOf([general, support({ places: ['a'] })], mine), 'maybe')
  assert.equal(kindOf([], mine), 'none')
})
