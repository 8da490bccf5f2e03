// On every page: starts what the page has, each part by itself; the large parts are fetched when they are used.
import { startCitations } from './every_page/citations.js'
import { startColours } from './every_page/colours.js'
import { startExplanations } from './every_page/explanations.js'
import { fetchScript } from './every_page/files.js'
import { startPrinting } from './every_page/printing.js'
import { startSearch } from './every_page/search.js'
import { startSlashSwitch } from './every_page/slash.js'

startSearch()
if (document.querySelector('[data-finder]')) fetchScript('finder.js')
if (document.querySelector('[data-matrix]')) fetchScript('matrix.js')
if (document.querySelector('.duties-in ~ .duties-in .chips')) fetchScript('duties.js')
if (document.querySelector('[data-sheets]')) fetchScript('sheets.js')
startSlashSwitch()
startCitations()
startExplanations()
startPrinting()
startColours()
