// Reads a query before it is cut into words: numbers, codes and places as the site writes them, or said to be absent.
import { amountsIn, writeAmounts, writeDates } from './amounts.js'
import { checkDocuments, documentsIn, writeClauses, writeParts, writeProjects } from './codes.js'
import { placeStarts } from './absent.js'
import { fold } from './fold.js'
import { writeSpoken } from './spoken.js'

const same = (text) => text.toLowerCase().replace(/./gsu, (letter) => fold(letter)[0] || ' ')

export class Reading {
  constructor(entries) {
    this.entries = entries
    this.names = new Set(entries.flatMap((entry) => (entry.clause ? [] : entry.phrases.map(said))))
  }

  get places() {
    return (this.starts ||= placeStarts([...this.names]))
  }

  /** What the texts of the site hold, looked up when first asked for. */
  get known() {
    return (this.held ||= (() => {
      const texts = this.entries.flatMap(({ names, title, hint, text }) => [...(names || [title]), hint || text || ''])
      const refs = this.entries
        .flatMap(({ names, title }) => names || [title])
        .map((name) => /^mục ([ivx][\w.]*)/i.exec(name)?.[1])
      return {
        amounts: amountsIn(texts, same),
        documents: documentsIn(texts, same),
        refs: [...new Set(refs)].filter(Boolean).map((ref) => ref.toLowerCase()),
        parts: this.entries.flatMap(({ title }) => partNamed(same(title))),
      }
    })())
  }

  /** {text, absent}: the query rewritten; what it names and the site does not, as [{kind, what}], is taken out. */
  read(query) {
    const absent = []
    const note = (kind) => (what) => absent.push({ kind, what })
    let text = query.normalize('NFC')
    if (
      !/\d|\b(?:[ivx]+|ph[aầ]n|[td]*d[aá]|d[uự] [aá]n|m[uụ]c|[dđ]i[eể]m|kho[aả]n|tri[eệ]u|t[yỷiỉ]|m[uư][oơ]i|tr[aă]m|duan)(?!\p{L})/iu.test(
        text,
      )
    )
      return { text, absent }
    text = writeDates(writeSpoken(text, same), same)
    const read = writeClauses(
      writeProjects(writeParts(text, this.known.parts, same), (label) => this.names.has(label), same, note('project')),
      this.known.refs,
      same,
      note('clause'),
    )
    const checked = writeAmounts(
      checkDocuments(read, this.known.documents, same, note('document')),
      this.known.amounts,
      same,
      note('amount'),
    )
    return { text: checked, absent }
  }
}

/** [[number, name]] of a part of the plan by the title of its entry ("Mục V: Tổ chức thực hiện"), or none. */
const partNamed = (title) => {
  const found = /^muc ([ivx]+): ([^,(]+)/.exec(title)
  return found ? [[found[1], found[2].trim()]] : []
}

const said = (phrase) => phrase.map((word) => word.folded).join(' ')
