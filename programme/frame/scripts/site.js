// On every page: starts what the page has, each part by itself; the large parts are fetched when they are used.
import { startCitations } from './every_page/citations.js'
import { startColours } from './every_page/colours.js'
import { startExplanations } from './every_page/explanations.js'
import { fetchScript } from './every_page/files.js'
import { startPrinting } from './every_page/printing.js'
import { startSearch } from './every_page/search.js'
import { startSlashSwitch } from './every_page/slash.js'

const STARTS = [
  startSearch,
  where('[data-finder]', 'finder.js'),
  where('[data-matrix]', 'matrix.js'),
  where('.duties-in ~ .duties-in .chips', 'duties.js'),
  where('[data-sheets]', 'sheets.js'),
  startSlashSwitch,
  startCitations,
  startExplanations,
  startPrinting,
  startColours,
]

/** Fetches a script where the page has what it is for; without it the page is as it was, and says so in the console. */
function where(selector, script) {
  return () => document.querySelector(selector) && fetchScript(script).catch(console.error)
}

for (const start of STARTS) {
  try {
    start()
  } catch (error) {
    console.error(error) // what one part cannot do in this browser takes nothing from the others
  }
}
