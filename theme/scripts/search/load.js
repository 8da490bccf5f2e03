// Fetch what the search needs, when someone goes to search: names first, the text after the first answer.
import { Search } from './engine.js'

/** Fetch a script: it works from a USB stick too, where a page may not fetch other files. */
function script(url) {
  return new Promise((done, failed) => {
    const element = document.createElement('script')
    element.src = url
    element.onload = done
    element.onerror = () => failed(new Error(url))
    document.head.append(element)
  })
}

const arrived = {}
window.timKiem = Object.assign(window.timKiem || {}, {
  names: (part) => (arrived.names = part),
  text: (part) => (arrived.text = part),
})

let opening = null

/** The search, ready with names; `whole()` fetches the text and settles when it is in too. */
export function open() {
  opening ||= (async () => {
    const search = new Search()
    await script(window.timKiem.file('search/names.js'))
    await search.addNames(arrived.names)
    let adding = null
    const whole = () => (adding ||= script(window.timKiem.file('search/text.js')).then(() => search.addTexts(arrived.text)))
    return { search, whole }
  })()
  opening.catch(() => (opening = null))
  return opening
}
