// How queries are understood, fetched with the plan's text.
import { Understanding } from './search/understanding.js'

window.timKiem.parts.Understanding = Understanding
