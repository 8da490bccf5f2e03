// The search with what it needs: names came with it (see every_page/search.js), the text is fetched after the first
// answer.
import { Search } from './engine.js'

let opening = null

/** The search, ready with names; `whole()` fetches the text, anew if it did not come, and settles when it is in. */
export function open() {
  opening ||= (async () => {
    const { fetchScript, parts } = window.timKiem
    const search = new Search()
    await search.addNames(parts.names)
    let adding = null
    const whole = () => {
      adding ||= Promise.all([fetchScript('search/text.js'), fetchScript('understanding.js')]).then(() =>
        search.addTexts(parts.text, parts.Understanding),
      )
      adding.catch(() => (adding = null))
      return adding
    }
    return { search, whole }
  })()
  return opening
}

/**
 * Open the search for a place that shows answers: `ready(search)` with names, then `whole()` with the text, or
 * `partly()` where it did not come; once there is a network again it is fetched anew.
 */
export async function openFor({ ready, whole, partly }) {
  const opened = await open()
  ready(opened.search)
  const fetchText = () => {
    const back = window.timKiem.networkBack()
    return opened.whole().then(whole, () => {
      if (back()) return fetchText()
      partly()
      addEventListener('online', fetchText, { once: true })
    })
  }
  await fetchText()
}
