// The search with what it needs: names came with it (see site/search.js), the text is fetched after the first answer.
import { Search } from './engine.js'

let opening = null

/** The search, ready with names; `whole()` fetches the text and settles when it is in too. */
export function open() {
  opening ||= (async () => {
    const { fetchScript, parts } = window.timKiem
    const search = new Search()
    await search.addNames(parts.names)
    let adding = null
    const whole = () => (adding ||= fetchScript('search/text.js').then(() => search.addTexts(parts.text)))
    return { search, whole }
  })()
  return opening
}

/** Open the search for a place that shows answers: `ready(search)` with names, `whole()` with the text, or `failed()`. */
export async function openFor({ ready, whole, failed }) {
  try {
    const opened = await open()
    ready(opened.search)
    await opened.whole()
    whole()
  } catch {
    failed()
  }
}
