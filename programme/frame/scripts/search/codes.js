// Documents, clauses, projects and places by their numbers and names, in any spelling; one that is not there is said.
import { replaceFolded } from './amounts.js'
import { fold as folded } from './fold.js'

const ROMAN = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9, x: 10 }
const SPOKEN = { mot: 1, nhat: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10 }
const COUNT = `\\d{1,2}|(?:${Object.keys(SPOKEN).join('|')})(?! ?\\d)`
const KINDS = {
  qd: 'Quyết định',
  nd: 'Nghị định',
  tt: 'Thông tư',
  cv: 'Công văn',
  nq: 'Nghị quyết',
  kh: 'Kế hoạch',
  ct: 'Chỉ thị',
}
const FULL = Object.fromEntries(Object.entries(KINDS).map(([short, full]) => [short, folded(full)]))
const KIND = `${Object.values(FULL).join('|')}|luat|van ban|${Object.keys(KINDS).join('|')}`

const number = (said) => SPOKEN[said] || Number(said)
const roman = (value) => Object.keys(ROMAN).find((one) => ROMAN[one] === Number(value))

/** The documents that texts name: [{kind, number, year, signs}]. */
const NAMED = new RegExp(`\\b(${KIND})?\\s*(?:so)?[\\s:.]*(\\d{1,5})/(?:(\\d{4})/)?([a-z][a-z\\d-]*)`, 'g')
const document = ([, kind, no, year, signs]) => ({ kind: FULL[kind] || kind, number: Number(no), year, signs })
export function documentsIn(texts, fold) {
  return texts.flatMap((text) => (text.includes('/') ? Array.from(fold(text).matchAll(NAMED), document) : []))
}

const ASKED = new RegExp(
  `\\b(?:(${KIND})\\s*(?:so)?[\\s:.]*(?=\\d))?(\\d{1,5}[a-z]?)(?:\\s*[/ -]\\s*(\\d{4}))?` +
    `(?:\\s*[/ -]\\s*((?:${Object.keys(KINDS).join('|')}|[a-z]{2,}(?=-))(?:[-/ ]?[a-z]{2,}\\d*)*))?\\b`,
  'g',
)
/** Take out the numbers of documents that no text names; `unknown(written)` is told. */
export function checkDocuments(query, known, fold, unknown) {
  return replaceFolded(query, ASKED, fold, ([, kind, no, year, signs], written) => {
    if (!kind && !KINDS[signs?.split(/[-/ ]/)[0]] && !signs?.includes('-')) return written
    if (kind === 'ke hoach' && !signs && !/so/.test(fold(written)) && no.length < 3) return written
    if (/^(19|20)\d\d$/.test(no) && !signs) return written
    const named = kind === 'van ban' ? '' : FULL[kind] || kind || FULL[signs.split(/[-/ ]/)[0]]
    const same = (one) =>
      one.number === Number(no) &&
      (!named || !one.kind || one.kind === named) &&
      (!year || !one.year || one.year === year)
    if (known.some(same)) return kind in KINDS ? written.replace(/^\p{L}+/u, `${KINDS[kind]} `) : written
    unknown(written.replace(/^\D*/, '').trim())
    return ' '
  })
}

const SUB = '(?:tieu du ?an|tieu da|tda)'
const TOP = '(?:du ?an|da)'
const AND = '\\s*(?:,|-|/|cua|thuoc|trong)?\\s*'
const PROJECT = new RegExp(
  `\\b(?:${SUB}\\s*(?:so )?(${COUNT})${AND}${TOP}\\s*(?:so )?(${COUNT})|${TOP}\\s*(?:so )?(${COUNT})${AND}${SUB}\\s*(?:so )?(${COUNT})` +
    `|(?:${SUB}|${TOP})\\s*(?:so )?(\\d{1,2})\\.(\\d{1,2})|(tieu )?${TOP}\\s*(?:so |thu )?(${COUNT}))\\b`,
  'g',
)
/** Write projects out ("TDA2 DA6" as "tiểu dự án 2 dự án 6"); `named(label)` says whether there is one so called. */
export function writeProjects(query, named, fold, unknown) {
  return replaceFolded(query, PROJECT, fold, ([, sub1, top1, top2, sub2, top3, sub3, within, alone], written) => {
    if (within) return written // of which project is not said
    if (alone && !/\d/.test(alone) && !/so |thu /.test(fold(written)) && !named(`du an ${number(alone)}`))
      return written
    const top = number(top1 || top2 || top3 || alone)
    const sub = number(sub1 || sub2 || sub3)
    const labels = alone ? [`Dự án ${top}`] : [`Tiểu dự án ${sub} Dự án ${top}`, `Dự án ${top}.${sub}`]
    const label = labels.find((one) => named(fold(one)))
    if (label) return ` ${label} `
    unknown(alone ? labels[0] : `Tiểu dự án ${sub}, Dự án ${top}`)
    return ' '
  })
}

const WORD = '(?:phan|tieu muc|muc|khoan|diem|tiet|tieu\\s+du an)'
const PIECE = `${WORD}(?!\\s+\\d+\\s+du an)\\s*(?:thu\\s+|la ma\\s+)?(?:[ivx]+(?:[./-]?\\d+)*(?:[./-]?[a-h])?|\\d+(?:\\.\\d+)*(?:\\.?[a-h])?|[a-h]|${COUNT})\\b`
const CLAUSE = new RegExp(
  `\\b(?:(?:\\d+(?:\\.\\d+)*\\.?[a-h][\\s,]+)?(?:${PIECE}[\\s,.]*(?:(?:cua|thuoc|trong|o) (?=${WORD}))?)+(?:[a-h]\\b)?|[ivx]+(?:[./-]\\s?\\d+)+(?:[./ -]?\\s?[a-h])?\\b` +
    `|(?:ii|iii|iv|v)(?:[ .]?\\d){1,2}(?: ?[a-h])?\\b|\\d+(?:\\.\\d+)+\\.?[a-h]\\b)`,
  'g',
)
const NAMED_PIECE = new RegExp(`${WORD}\\s*(?:thu\\s+|la ma\\s+)?`, 'g')
/** Signs between numbers that were said: "III chấm 3 phẩy b". */
const SAID = /(\b[ivx]+|\d)\s+(?:cham|phay|gach)\s+(?=\d|[a-h]\b)/g
const SPELLED = new RegExp(`(?:${Object.keys(SPOKEN).join('|')})\\b`)
/** Write a part that is called by its name as its number, where a clause of it is asked for ("khoản 5 phần tổ chức thực hiện"). */
export function writeParts(query, parts, fold) {
  const bare = fold(query)
  if (!new RegExp(`\\b(?:khoan|diem|muc) (?:${COUNT}|[a-h])\\b`).test(bare)) return query
  const [ref, name] = parts.find((part) => new RegExp(`\\b(?:phan|muc) ${part[1]}\\b`).test(bare)) || []
  return ref ? replaceFolded(query, new RegExp(`(?:phan|muc) ${name}`, 'g'), fold, () => `phần ${ref}`) : query
}

/** The clauses that may be meant where no part is said: "3.2" is III.3.2, or else "2.1" is II.1, and "6" III.6. */
function guess(tail, refs) {
  const inside = refs.filter((ref) => ref.endsWith(`.${tail.join('.')}`))
  if (tail.length > 1 && inside.length) return inside
  const [first, ...rest] = tail
  const top = refs.filter((ref) => ref === [roman(number(first)), ...rest].join('.'))
  return top.length ? top : inside
}

/** Write clauses as the plan does ("điểm b mục 3.2" as "mục III.3.2.b"); `refs` are those that there are, in small letters. */
export function writeClauses(query, refs, fold, unknown) {
  const signed = replaceFolded(query, SAID, fold, (_, written) => `${/^[^ ]+/.exec(written)[0]}.`)
  return replaceFolded(signed, CLAUSE, fold, (match, written) => {
    const pieces = match[0].match(NAMED_PIECE) || []
    if (SPELLED.test(match[0]) && pieces.length < 2 && !/[ầụểảế]/.test(written)) return written // "phan bon": no "phần bốn"
    const said = match[0]
      .replace(/\b(?:cua|thuoc|trong|o)\b/g, '')
      .replace(NAMED_PIECE, (word) => ` ${/^phan|la ma/.test(word) ? '#' : ''}`)
    const parts = said.match(/#?(?:[ivx]+(?![a-z])|\d+|[a-h](?![a-z])|[a-z]+)/g) || []
    let head = ''
    let tail = []
    for (const part of parts) {
      const bare = part.replace('#', '')
      if (part in ROMAN) head = part
      else if (part !== bare) head = bare in ROMAN ? bare : roman(number(bare)) || ''
      else tail.push(SPOKEN[bare] || bare)
    }
    tail = [...tail.filter((one) => /\d/.test(one)), ...tail.filter((one) => !/\d/.test(one))]
    const asked = [head, ...tail].filter(Boolean).join('.')
    const found = head
      ? refs.filter((ref) => ref === asked)
      : /muc|phan/.test(match[0]) || tail.length > 1
        ? guess(tail, refs)
        : []
    if (found.length === 1) return ` mục ${found[0].toUpperCase().replace(/\.([A-H])$/, (end) => end.toLowerCase())} `
    if (!head || !(tail.length || /phan|muc/.test(match[0]))) return written
    unknown(asked.toUpperCase().replace(/\.([A-H])$/, (end) => end.toLowerCase()))
    return ' '
  })
}
