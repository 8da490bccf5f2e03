// Everything of search, fetched when someone goes to search.
import { fillIn } from './old.js'
import { startBox } from './search/box.js'
import { open } from './search/load.js'
import { startPage } from './search/page.js'

fillIn()
Object.assign(window.timKiem, { open, startBox, startPage })
