// Numbers that were said: "ba tỷ không trăm năm mươi mốt triệu" is 3051000000, "tám tỷ ba" 8,3 tỷ, "hai mươi bảy" 27.
import { replaceFolded } from './amounts.js'

const DIGITS = { khong: 0, mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, sau: 6, bay: 7, tam: 8, chin: 9 }
const SCALES = { nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9, ti: 1e9 }
const WORD = [...Object.keys(DIGITS), ...Object.keys(SCALES), 'muoi', 'tram', 'linh', 'le'].join('|')
const RUN = new RegExp(`\\b(?:(?:${WORD})\\s+)+(?:${WORD})\\b(?!\\s+(?:le|hang|sach)\\b)`, 'g')

/** Write the numbers of a query in digits; words of which only one could be a number stay. */
export function writeSpoken(query, fold) {
  return replaceFolded(query, RUN, fold, ([run], written) => {
    const said = run.split(/\s+/)
    if (
      !said.some((word) => word in SCALES || word === 'muoi' || word === 'tram') ||
      !(said[0] in DIGITS || said[0] === 'muoi')
    )
      return written
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
    const rest = part < 10 && scale >= 1e6 ? part / 10 : 0 // "tám tỷ ba"
    if (rest) return `${String(total / scale + rest).replace('.', ',')} ${scale === 1e9 ? 'tỷ' : 'triệu'}`
    return scale >= 1e6 && !part ? `${total} đồng` : String(total + part)
  })
}
