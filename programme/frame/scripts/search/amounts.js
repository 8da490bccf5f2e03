// Amounts and dates in whatever unit and grouping, as the site writes them; an amount that stands nowhere is said.

const UNITS = { ty: 1e9, ti: 1e9, trieu: 1e6, tr: 1e6, nghin: 1e3, ngan: 1e3, k: 1e3, dong: 1, d: 1, vnd: 1 }
const NUMBER = '\\d+(?:[.,]\\d+)*'
const UNIT = 'trieu|tr|nghin|ngan|k|dong|vnd|d'
const AMOUNT = new RegExp(
  `\\b(${NUMBER})\\s*(?:(t[yi]|trieu(?=\\s*\\d\\b))\\b(?:\\s*(${NUMBER})(?:\\s*(trieu|tr)\\b)?(?![\\d/]))?|(${UNIT})\\b)(\\s*ruoi\\b)?(?:\\s*(?:dong|vnd|d)\\b)*` +
    `|\\b([1-9]\\d{0,2}(?:[.,]\\d{3}){2,}|[1-9]\\d{6,})(?![\\d.,]*\\d)`,
  'g',
)

/** The number that is written: with a unit a point or comma before three digits may be either; [value, smallest step]. */
const read = (text) => [Number(text), 10 ** -(text.split('.')[1] || '').length]
function numbers(written) {
  const grouped = /^[1-9]\d{0,2}([.,]\d{3})+$/.test(written)
  const found = grouped ? [read(written.replace(/[.,]/g, ''))] : []
  if (/^\d+([.,]\d+)?$/.test(written)) found.push(read(written.replace(',', '.')))
  return found
}

/** What an amount may be in đồng: [[value, step]] ("7,2 tỷ": 7.2e9, to 0.1e9). */
function values([, number, billions, more, millions, unit, half, bare]) {
  if (bare) return [[Number(bare.replace(/[.,]/g, '')), 1]]
  const times = UNITS[billions || unit]
  const first = numbers(number).map(([value, step]) => [value * times, step * times])
  if (half) return first.map(([value]) => [value + times / 2, times / 10])
  if (!more) return first
  const rest = Number(more.replace(/[.,]/g, ''))
  const step = millions ? 1e6 : times / 10 ** more.length
  return first.map(([value]) => [value + rest * step, step])
}

/** The amounts in the texts of the site: [[đồng, as written]]. `fold` keeps the length of what it folds. */
export function amountsIn(texts, fold) {
  const found = new Map()
  for (const text of texts) {
    if (!/\d/.test(text)) continue
    for (const match of fold(text).matchAll(AMOUNT)) {
      const written = text.slice(match.index, match.index + match[0].length)
      for (const [value] of values(match).slice(0, 1)) if (!found.has(value)) found.set(value, written)
    }
  }
  return [...found]
}

/** Put the amounts of a query as the site writes them; `unknown(amount)` is told of others, which are taken out. */
/** Rounded or cut off: "7,2 tỷ" is 7.218 triệu, and so is "7,21 tỷ". */
const near = ([value, step], [amount]) =>
  step > 1 ? amount - value > -step / 2 && amount - value < step : amount === value
export function writeAmounts(query, known, fold, unknown) {
  return replaceFolded(query, AMOUNT, fold, (match, written) => {
    const meant = values(match)
    const [best] = known
      .filter((one) => meant.some((two) => near(two, one)))
      .map((one) => [Math.min(...meant.map(([value]) => Math.abs(value - one[0]))), one[1]])
      .sort(([one], [other]) => one - other)
    if (best) return ` ${best[1]} `
    unknown(written.trim())
    return ' '
  })
}

/** Dates as "11/4/2023", digits in groups as one number. */
export function writeDates(query, fold) {
  const spelled =
    /(?:\bngay\s+)?\b(\d{1,2})\s*thang\s*(\d{1,2})\s*(?:nam\s*)?(\d{4})\b|\b(\d{1,2})[-.](\d{1,2})[-.](\d{4})\b/g
  const dated = replaceFolded(
    query,
    spelled,
    fold,
    ([, d1, m1, y1, d2, m2, y2]) => `${d1 || d2}/${m1 || m2}/${y1 || y2}`,
  )
  return dated
    .replace(/\b[1-9]\d{0,2}(?: \d{3})+(?![\d/])/g, (run) => run.replace(/ /g, ''))
    .replace(/ph[ầa]n tr[ăa]m/giu, '%')
}

/** Replace what `pattern` finds in the folded text; `fold` keeps the length. */
export function replaceFolded(text, pattern, fold, write) {
  let out = ''
  let from = 0
  for (const match of fold(text).matchAll(pattern)) {
    const end = match.index + match[0].length
    out += text.slice(from, match.index) + write(match, text.slice(match.index, end))
    from = end
  }
  return out + text.slice(from)
}
