// What a query may mean: its words as typed, and again with everyday words in the plan's words.

/**
 * Variants of the query: [{words, factor}]. `everyday` is [[spoken words], [plan's words]] pairs.
 * A word the plan uses for an everyday one carries `said`, the places it stands for.
 */
export function variants(query, everyday, fillers, vocabulary) {
  const weigh = (list) => {
    const light = lightness(list, fillers, vocabulary)
    const all = light.every(Boolean)
    return list.map((word, i) => ({ ...word, light: !all && light[i] }))
  }
  const found = [{ words: weigh(query), factor: 1 }]
  let all = query
  let times = 0
  for (const [said, meant] of everyday) {
    const replaced = replace(query, said, meant)
    if (!replaced) continue
    found.push({ words: weigh(replaced), factor: 0.99 })
    const more = replace(all, said, meant)
    if (more) {
      all = more
      times++
    }
  }
  if (times > 1) found.push({ words: weigh(all), factor: 0.98 })
  return found.slice(0, 7)
}

function replace(query, said, meant) {
  const at = stands(query, said)
  return at < 0 ? null : [...query.slice(0, at), ...meant, ...query.slice(at + said.length)]
}

/**
 * Which words say little here. Typed without marks a filler may be another word ("dau" is "đâu" and
 * the "đầu" of "đầu tư"): one that stands beside its partner in some name is not light.
 */
function lightness(list, fillers, vocabulary) {
  const light = list.map(() => false)
  for (const phrase of fillers) {
    for (let at = stands(list, phrase); at >= 0; at = stands(list, phrase, at + 1)) {
      phrase.forEach((word, i) => {
        light[at + i] = light[at + i] || phrase.length > 1 || !partnered(list, at, vocabulary)
      })
    }
  }
  return light
}

function partnered(list, at, vocabulary) {
  const word = list[at]
  if (word.tone || word.letters !== word.folded) return false
  const pair = (one, other) => one && other && vocabulary.named.has(`${one.folded} ${other.folded}`)
  return Boolean(pair(list[at - 1], word) || pair(word, list[at + 1]))
}

/** Where the phrase stands in the words, as typed with or without marks; -1 if nowhere. */
export function stands(query, phrase, from = 0) {
  for (let i = from; i + phrase.length <= query.length; i++) {
    if (phrase.every((word, j) => same(query[i + j], word))) return i
  }
  return -1
}

function same(typed, word) {
  if (typed.folded !== word.folded) return false
  const bare = typed.letters === typed.folded && !typed.tone
  return bare || (typed.letters === word.letters && typed.tone === word.tone)
}
