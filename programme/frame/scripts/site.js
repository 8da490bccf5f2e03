// On every page: starts what the page has, each part by itself; the large parts are fetched when they are used.
import { startCitations } from './site/citations.js'
import { startColours } from './site/colours.js'
import { startExplanations } from './site/explanations.js'
import { fetchScript } from './site/files.js'
import { startPrinting } from './site/printing.js'
import { startSearch } from './site/search.js'
import { startSlashSwitch } from './site/slash.js'

startSearch()
if (document.querySelector('[data-finder]')) fetchScript('finder.js')
if (document.querySelector('[data-matrix]')) fetchScript('matrix.js')
startSlashSwitch()
startCitations()
startExplanations()
startPrinting()
startColours()
