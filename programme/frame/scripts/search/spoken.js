// Numbers that were said: "hai tỷ không trăm sáu mươi triệu" is 2060000000, "tám tỷ ba" 8,3 tỷ, "hai mươi bảy" 27.
import { replaceFolded } from './amounts.js'

const DIGITS = { khong: 0, mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, sau: 6, bay: 7, tam: 8, chin: 9 }
const SCALES = { nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9, ti: 1e9 }
const TENS = new Set(['muoi', 'chuc'])
const WORD = [...Object.keys(DIGITS), ...Object.keys(SCALES), 'muoi', 'chuc', 'tram', 'linh', 'le', 'ruoi'].join('|')
const RUN = new RegExp(`\\b(?:(?:${WORD})\\s+)+(?:${WORD})\\b(?!\\s+(?:le|hang|sach)\\b)`, 'g')

const WRITTEN =
  'không một mốt hai ba bốn tư năm lăm sáu bảy bẩy tám chín mười mươi chục trăm rưỡi rưởi linh lẻ nghìn ngàn triệu tỷ tỉ'
const marked = new Set(WRITTEN.split(' '))

/** Write the numbers of a query in digits; words of which only one could be a number stay. */
export function writeSpoken(query, fold) {
  return replaceFolded(query, RUN, fold, (match, written) => {
    const typed = written.toLowerCase().split(/\s+/)
    return numbered(fold(written).split(/\s+/), typed).join(' ')
  })
}

const isDigit = (word) => word in DIGITS
const isThousand = (word) => SCALES[word] === 1e3

/** The words of a run with its numbers written. */
function numbered(said, typed) {
  // A year: "năm hai nghìn không trăm hai ba", but not "năm mốt triệu".
  if (said[0] === 'nam' && isDigit(said[1]) && typed[1] !== 'mốt')
    return [typed[0], ...numbered(said.slice(1), typed.slice(1))]
  const scaled = said.some((word) => word in SCALES || TENS.has(word) || word === 'tram')
  const begins = said[0] === 'muoi' || (isDigit(said[0]) && said[0] !== 'lam' && said[0] !== 'khong')
  if (!scaled || !begins || typed.some((word, i) => word !== said[i] && !marked.has(word))) return typed
  // Two digits side by side are two numbers ("hai triệu hai, một tháng"), but tens in "năm mốt triệu" and in years.
  const end = said.findIndex(
    (word, i) =>
      isDigit(word) &&
      (said[i - 1] === 'ruoi' ||
        (isDigit(said[i - 1]) &&
          !(said[i + 1] in SCALES) &&
          !((isThousand(said[i - 2]) || said[i - 2] === 'tram') && i === said.length - 1))),
  )
  if (end < 0) return [count(said)]
  return [count(said.slice(0, end)), ...numbered(said.slice(end), typed.slice(end))]
}

/** The last digit as tens; none said is "mười". */
const tens = (part) => part - (part % 10) + (part % 10 || 1) * 10

function count(said) {
  let total = 0
  let part = 0
  let scale = 0
  for (const [i, word] of said.entries()) {
    if (word in SCALES) {
      // "ba nghìn … triệu": thousands of millions.
      total = scale && SCALES[word] > scale ? (total + part) * SCALES[word] : total + part * SCALES[word]
      scale = SCALES[word]
      part = 0
    } else if (word === 'tram') part *= 100
    else if (word === 'ruoi' && part) part += 50
    else if (word === 'ruoi') total += scale / 2
    else if (TENS.has(word)) part = tens(part)
    else if (isDigit(word)) part = (isDigit(said[i - 1]) ? tens(part) : part) + DIGITS[word]
  }
  if (scale < 1e6) return String(total + part)
  if (part)
    return `${String(total / scale + part / (part < 10 ? 10 : part < 100 ? 100 : 1000)).replace('.', ',')} ${scale === 1e9 ? 'tỷ' : 'triệu'}` // "tám tỷ ba"
  return `${total} đồng`
}
