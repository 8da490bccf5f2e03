// What the search knows lies in many small scripts; each is fetched when a query asks for it, once.
import { fetchScript } from '../every_page/files.js'

const held = new Map() // name -> what it holds
const asked = new Map() // name -> what is being fetched

/** Lets the scripts hand over what they hold. */
export function receive() {
  window.cong = { take: (name, content) => held.set(name, content) }
}

/** What a shard holds; null where it does not come, and it is tried anew the next time. */
export async function shard(name) {
  if (!asked.has(name)) asked.set(name, fetchScript(`tim-kiem/${name}.js`))
  try {
    await asked.get(name)
    return held.get(name) ?? null
  } catch {
    asked.delete(name)
    return null
  }
}

/** The rows of a tree (`noi`, `ten`) under a syllable; with `open` also under those that begin with it. */
export async function under(tree, firsts, syllable, open) {
  const from = lastNotAfter(firsts, syllable)
  if (from < 0 && !open) return []
  const to = open ? Math.min(lastNotAfter(firsts, `${syllable}\uffff`), Math.max(from, 0) + 1) : from
  const rows = new Set()
  for (let at = Math.max(from, 0); at <= to; at++) {
    const found = await shard(`${tree}-${at}`)
    if (!found || !(firsts[at] in found.keys)) throw new Error(tree) // it may be of a portal that came meanwhile
    for (const [key, places] of Object.entries(found.keys)) {
      if (key === syllable || (open && key.startsWith(syllable))) for (const one of places) rows.add(found.rows[one])
    }
  }
  return [...rows]
}

function lastNotAfter(firsts, key) {
  let low = 0
  let high = firsts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (firsts[middle] <= key) low = middle + 1
    else high = middle
  }
  return low - 1
}
