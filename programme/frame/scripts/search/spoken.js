// Numbers that were said: "ba tỷ không trăm năm mươi mốt triệu" is 3051000000, "tám tỷ ba" 8,3 tỷ, "hai mươi bảy" 27.
import { replaceFolded } from './amounts.js'

const DIGITS = { khong: 0, mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, sau: 6, bay: 7, tam: 8, chin: 9 }
const SCALES = { nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9, ti: 1e9 }
const WORD = [...Object.keys(DIGITS), ...Object.keys(SCALES), 'muoi', 'tram', 'linh', 'le'].join('|')
const RUN = new RegExp(`\\b(?:(?:${WORD})\\s+)+(?:${WORD})\\b(?!\\s+(?:le|hang|sach)\\b)`, 'g')

const WRITTEN = 'không một mốt hai ba bốn tư năm lăm sáu bảy bẩy tám chín mười mươi trăm linh lẻ nghìn ngàn triệu tỷ tỉ'
const marked = new Set(WRITTEN.split(' '))

/** Write the numbers of a query in digits; words of which only one could be a number stay. */
export function writeSpoken(query, fold) {
  return replaceFolded(query, RUN, fold, ([run], written) => {
    const said = run.split(/\s+/)
    const typed = written.toLowerCase().split(/\s+/)
    const scaled = said.some((word) => word in SCALES || word === 'muoi' || word === 'tram')
    const begins = (said[0] in DIGITS && said[0] !== 'lam') || said[0] === 'muoi'
    if (!scaled || !begins || typed.some((word, i) => word !== said[i] && !marked.has(word))) return written
    // Two digits side by side are two numbers: "hai triệu hai, một tháng".
    const end = said.findIndex((word, i) => word in DIGITS && said[i - 1] in DIGITS)
    const rest = end < 0 ? '' : ` ${typed.slice(end).join(' ')}`
    return count(end < 0 ? said : said.slice(0, end)) + rest
  })
}

function count(said) {
  let total = 0
  let part = 0
  let scale = 0
  for (const word of said) {
    if (word in SCALES) {
      scale = SCALES[word]
      total += part * scale
      part = 0
    } else if (word === 'tram') part *= 100
    else if (word === 'muoi') part = part - (part % 10) + (part % 10 || 1) * 10
    else if (word in DIGITS) part += DIGITS[word]
  }
  if (scale < 1e6) return String(total + part)
  if (part) return `${String(total / scale + part / 10).replace('.', ',')} ${scale === 1e9 ? 'tỷ' : 'triệu'}` // "tám tỷ ba"
  return `${total} đồng`
}
