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
  startFinder,
  () => document.querySelector('[data-matrix]') && fetchScript('matrix.js'),
  () => document.querySelector('.duties-in ~ .duties-in .chips') && fetchScript('duties.js'),
  () => document.querySelector('[data-sheets]') && fetchScript('sheets.js'),
  startSlashSwitch,
  startCitations,
  startExplanations,
  startPrinting,
  startColours,
]

/** Without its script the form goes, and the ways for readers without scripts stand there instead. */
function startFinder() {
  const form = document.querySelector('[data-finder]')
  if (!form) return
  fetchScript('finder.js').catch(() => {
    for (const one of [form, ...document.querySelectorAll('[data-no-finder]')]) one.classList.add('not-fetched')
  })
}

for (const start of STARTS) {
  try {
    start()
  } catch (error) {
    console.error(error) // what one part cannot do in this browser takes nothing from the others
  }
}
