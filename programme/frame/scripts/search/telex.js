// Keys typed with the input method switched off: "ddaof taoj" (Telex), "d9a2o" (VNI).

const TONES = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
  1: '\u0301',
  2: '\u0300',
  3: '\u0309',
  4: '\u0303',
  5: '\u0323',
}
const HAT = { a: 'â', e: 'ê', o: 'ô' }
const HORN = { a: 'ă', o: 'ơ', u: 'ư' }
const VOWEL = /[aeiouyâêôăơư]/

/** The syllable that the keys make, or null where they make none other than themselves. */
export function decode(keys) {
  const vni = /\d/.test(keys)
  if (!/^[a-z0-9]+$/.test(keys) || (vni && !/[a-z]/.test(keys))) return null
  const made = []
  let tone = ''
  for (const key of keys) {
    const vowels = made.some((letter) => VOWEL.test(letter))
    if (vowels && key in TONES && /\d/.test(key) === vni) tone = TONES[key]
    else if (vni && key === '6' && change(made, HAT)) continue
    else if (vni && (key === '7' || key === '8') && horn(made, key === '8' ? 'a' : 'ou')) continue
    else if ((vni ? key === '9' : key === 'd') && made[0] === 'd') made[0] = 'đ'
    else if (!vni && key === 'd' && !vowels && made.at(-1) === 'd')
      made[made.length - 1] = 'đ' // a short form
    else if (!vni && key === 'w' && horn(made, 'aou')) continue
    else if (key === 'w' && !vowels) made.push('ư')
    else if (!vni && key in HAT && made.includes(key)) made[made.lastIndexOf(key)] = HAT[key]
    else if (/\d/.test(key)) return null
    else made.push(key)
  }
  const plain = made.join('')
  if (!tone && plain === keys) return null
  return accent(made, tone).normalize('NFC')
}

function change(made, table) {
  const place = made.findLastIndex((letter) => letter in table)
  if (place < 0) return false
  made[place] = table[made[place]]
  return true
}

function horn(made, letters) {
  const place = made.findLastIndex((letter) => letters.includes(letter))
  if (place < 0) return false
  made[place] = HORN[made[place]]
  if (made[place] === 'ơ' && made[place - 1] === 'u' && made[place - 2] !== 'q') made[place - 1] = 'ư'
  return true
}

/** Letters with the tone on its vowel: its place does not matter to the search, only to the eye. */
export function accent(made, tone) {
  const marked = made.findLastIndex((letter) => /[âêôăơư]/.test(letter))
  const vowels = made.map((letter, i) => (VOWEL.test(letter) ? i : -1)).filter((i) => i >= 0)
  if (made[0] === 'q' && vowels.length > 1) vowels.shift()
  if (made[0] === 'g' && made[1] === 'i' && vowels.length > 1) vowels.shift()
  const open = vowels.at(-1) === made.length - 1
  const place = marked >= 0 ? marked : vowels.length > 1 && open ? vowels.at(-2) : vowels.at(-1)
  return made.map((letter, i) => (i === place ? letter + tone : letter)).join('')
}
