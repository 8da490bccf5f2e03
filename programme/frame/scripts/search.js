// Everything of search, fetched when someone goes to search.
import { startBox } from './search/box.js'
import { open } from './search/load.js'
import { startPage } from './search/page.js'

Object.assign(window.timKiem, { open, startBox, startPage })
