// What the server tells of its own accord: the data changed, also by another hand.

import * as page from './page.js'
import { settled } from './server.js'

// A browser opens but six ways to one server: a page that nobody sees gives its own back, and looks in now and then, so
// that the server knows that it is still open.
const LOOKS_IN = 5 * 60 * 1000
let events
const hear = () => {
  events?.close()
  events = new EventSource('/__editor/events')
  events.onmessage = async ({ data }) => {
    if (document.hidden) events.close()
    await settled() // what this page writes itself is told by its answer
    if (+data === page.stateNow().version) return
    page.showState({ version: +data })
    page.refresh()
  }
  events.onerror = () => page.say('Chương trình không trả lời, có lẽ đã tắt. Mở lại thì trang này tự nối lại.')
  events.onopen = () => page.isSaid('Chương trình không trả lời') && page.say('Đã nối lại với chương trình.')
}
export const listen = () => {
  hear()
  setInterval(() => document.hidden && hear(), LOOKS_IN)
  document.addEventListener('visibilitychange', () => (document.hidden ? events.close() : hear()))
}
