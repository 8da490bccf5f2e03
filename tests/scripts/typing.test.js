import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remember } from '#scripts/address.js'
import { fillIn } from '#scripts/old.js'
import { isCut, queryOf, readState, readTyped, writeState } from '#scripts/search/state.js'
import { onTyping } from '#scripts/search/typing.js'

/** A field whose calls are noted in `calls`; answers take `cost` milliseconds of a clock that stands still else. */
function field(t, cost = 0) {
  let now = 0
  t.mock.method(performance, 'now', () => now)
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const input = new EventTarget()
  const calls = []
  const composing = onTyping(input, {
    typed: () => calls.push('typed'),
    answer() {
      calls.push('answer')
      now += cost
    },
    answered: () => calls.push('answered'),
  })
  const send = (name) => input.dispatchEvent(new Event(name))
  return { calls, composing, send, wait: (milliseconds) => t.mock.timers.tick(milliseconds) }
}

test('what is typed is noted at once and answered at the next turn', (t) => {
  const { calls, send, wait } = field(t)
  send('input')
  assert.deepEqual(calls, ['typed'])
  wait(1)
  assert.deepEqual(calls, ['typed', 'answer', 'answered'])
})

test('a slow device waits as long as the last answer took, and answers only the last of what was typed', (t) => {
  const { calls, send, wait } = field(t, 40)
  send('input')
  wait(1)
  calls.length = 0
  send('input')
  wait(30)
  send('input')
  wait(39)
  assert.deepEqual(calls, ['typed', 'typed'])
  wait(1)
  assert.deepEqual(calls, ['typed', 'typed', 'answer', 'answered'])
})

test('nobody waits longer than 150 milliseconds', (t) => {
  const { calls, send, wait } = field(t, 2000)
  send('input')
  wait(1)
  calls.length = 0
  send('input')
  wait(149)
  assert.deepEqual(calls, ['typed'])
  wait(1)
  assert.deepEqual(calls, ['typed', 'answer', 'answered'])
})

test("what is composed is answered while it is composed, and the keys are the input method's until it is done", (t) => {
  const { calls, composing, send, wait } = field(t)
  send('compositionstart')
  send('input')
  wait(1)
  assert.deepEqual([calls, composing()], [['typed', 'answer', 'answered'], true])
  send('compositionend')
  assert.equal(composing(), false)
})

test('a query has no signs that nobody sees and 200 letters at most, wherever it comes from', () => {
  assert.equal(queryOf('h\u200bộ\u2069 ngh\u00adè\u034fo\u202c\ufeff'), 'hộ nghèo')
  assert.deepEqual([queryOf('ă'.repeat(200)).length, isCut('ă'.repeat(200))], [200, false])
  assert.deepEqual([queryOf('ă'.repeat(201)).length, isCut('ă'.repeat(201))], [200, true])
  assert.equal(queryOf('\u{1f9d2}'.repeat(201)), '\u{1f9d2}'.repeat(200))
  assert.equal(readState(`?q=${'a'.repeat(300)}`).q.length, 200)
  assert.equal(readTyped(`?q=${'a'.repeat(300)}`).length, 300)
})

test('a browser of 2020 gets at, findLast and findLastIndex; one that has them keeps its own', (t) => {
  // oxlint-disable no-extend-native -- they are put back as they were
  const { at, findLast, findLastIndex } = Array.prototype
  t.after(() => {
    for (const [name, value] of Object.entries({ at, findLast, findLastIndex })) {
      Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true, enumerable: false })
    }
  })
  // oxlint-enable no-extend-native
  fillIn()
  assert.equal(Array.prototype.at, at)
  for (const name of ['at', 'findLast', 'findLastIndex']) delete Array.prototype[name]
  fillIn()
  assert.notEqual(Array.prototype.at, at)
  assert.deepEqual([[1, 2].at(-1), [1, 2].at(0), [].at(-1), [1, 2].at(2)], [2, 1, undefined, undefined])
  assert.deepEqual(
    [
      [4, 6, 5].findLastIndex((one) => one % 2 === 0),
      [1].findLastIndex((one) => one > 1),
      [4, 6, 5].findLast((one) => one < 6),
    ],
    [1, -1, 5],
  )
  for (const name in [1]) assert.equal(name, '0') // no name of ours comes up in a loop over a list
})

test('the address of the page of answers holds the query, the filter and that nothing is mended', () => {
  const state = { q: 'hộ nghèo', facet: 'Dự án', asTyped: true, all: false }
  assert.equal(String(writeState(state)), 'q=h%E1%BB%99+ngh%C3%A8o&loc=D%E1%BB%B1+%C3%A1n&nguyen=1')
  assert.deepEqual(readState('?q=h%E1%BB%99+ngh%C3%A8o&loc=D%E1%BB%B1+%C3%A1n&nguyen=1'), state)
  assert.equal(String(writeState({ q: '', facet: '', asTyped: false, all: true })), '')
  assert.deepEqual(readState(''), { q: '', facet: '', asTyped: false, all: false })
})

test('what was asked stands behind the path, nothing where nothing was, and a refusing browser changes nothing', (t) => {
  const calls = []
  globalThis.history = {
    replaceState: (state, title, address) => calls.push(['replace', address]),
    pushState: (state, title, address) => calls.push(['push', address]),
  }
  t.after(() => delete globalThis.history)
  remember('/tim-kiem.html', '?', new URLSearchParams({ q: 'a' }), true)
  remember('/ho-tro.html', '#', new URLSearchParams({ tuoi: '4' }))
  remember('/ho-tro.html', '#', new URLSearchParams())
  assert.deepEqual(calls, [
    ['push', '/tim-kiem.html?q=a'],
    ['replace', '/ho-tro.html#tuoi=4'],
    ['replace', '/ho-tro.html'],
  ])
  globalThis.history.replaceState = () => {
    throw new Error('SecurityError')
  }
  assert.doesNotThrow(() => remember('/ho-tro.html', '#', new URLSearchParams()))
})
