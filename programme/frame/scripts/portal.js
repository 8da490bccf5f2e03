// On every page of a portal over many plans: the box in the header, the page of search, colours, printing.
import { startColours } from './every_page/colours.js'
import { startPrinting } from './every_page/printing.js'
import { fillIn } from './old.js'
import { startBox } from './portal/box.js'
import { startPage } from './portal/page.js'
import { receive } from './portal/shards.js'

fillIn()
for (const start of [receive, startPage, startBox, startPrinting, startColours]) {
  try {
    start()
  } catch (error) {
    console.error(error) // what one part cannot do in this browser takes nothing from the others
  }
}
