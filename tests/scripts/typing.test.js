import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remember } from '#scripts/address.js'
import { readState, writeState } from '#scripts/search/state.js'
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

test('while a syllable is composed nothing happens; when it is done, it is answered', (t) => {
  const { calls, composing, send, wait } = field(t)
  send('compositionstart')
  send('input')
  wait(1000)
  assert.deepEqual([calls, composing()], [[], true])
  send('compositionend')
  wait(1)
  assert.deepEqual([calls, composing()], [['typed', 'answer', 'answered'], false])
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
