// Which support may be for a family: the rules, over plain values, without a page. They stand here alone.

/**
 * What follows from what a family has said.
 *
 * `said` is {boxes: [{id, groups, household, rest, not}], age, places, need, needGroups}: for each box that was ticked
 * its group, that with all broader ones, whether it names a kind of household and whether it is for those whom no box
 * beside it fits, and the groups that nobody of it is in; the age in whole years of the one who needs support, or null; the places where they live with all
 * those are part of; what is looked for, or "", and the groups that look for it. `ages` are the groups that an age
 * makes one a member of: [{id, all, from, under}], `meetings` those that all of some others do: [{id, of}].
 *
 * The profile is {chosen, named, groups, household, not, places, age, ofOthers, need}. `named` are the groups of boxes
 * that leave open whether a narrower one is theirs; `not` are those that are surely not; `ofOthers` are groups that were named though the age is not
 * theirs: the age is of somebody else in the family then.
 */
export function profileOf(said, ages, meetings = []) {
  const { boxes, age, places, need, needGroups } = said
  const ticked = boxes.flatMap((box) => box.groups)
  const aged = age === null ? [] : ages
  const within = aged.filter(({ from, under }) => age >= from && age < under)
  const groups = [...new Set([...ticked, ...within.flatMap(({ all }) => all), ...needGroups])]
  const met = meetings.filter(({ id, of }) => !groups.includes(id) && of.every((one) => groups.includes(one)))
  return {
    chosen: boxes.length > 0,
    named: boxes.filter((box) => !box.rest).map(({ id }) => id),
    groups: [...groups, ...met.map(({ id }) => id)],
    household: boxes.some((box) => box.household),
    not: boxes.flatMap((box) => box.not).filter((id) => !groups.includes(id)),
    places,
    age,
    ofOthers: aged.filter((group) => !within.includes(group) && ticked.includes(group.id)).map(({ id }) => id),
    need,
  }
}

/**
 * What a family's words say to each condition of a support: "yes" it fits, "open" that was not told, "no"; of whom it
 * is for also "untold": not told either, and nothing that was told comes near. A box that is not ticked is no answer:
 * one household has many kinds, and only those that exclude each other (poor, near-poor) tell of one another.
 *
 * A support is {who, areas, homes, persons, of, wider, places, from, under, aged, said, needs}: the groups it is for,
 * the places of those that are all who live there, whether all are households or follow from one, or some are persons
 * of another kind; the households (or other groups) that these must belong to; for each group of `who` {above,
 * homes}, the groups it is part of and those of them that are households; the places it is for alone, if any, the ages
 * from `from` to below `under`, whether these are a condition of their own, not that of the group; whether the plan's
 * words ask for more, which nobody here can tell; what it answers. The answer has a key for each condition there is: who, of, place, age, said.
 *
 * Support for those "of" a household is for its members, whoever was named; as long as no household was named, it
 * is for those who were named. Who named a group has not told which narrower one is theirs, and, since groups
 * overlap, not that no other is.
 */
export function reasons(support, profile) {
  const { groups, household, not, places, age, ofOthers } = profile
  const member = support.of.some((id) => groups.includes(id))
  const found = { who: belonging(support, profile, member) }
  if (support.of.length)
    found.of = member ? 'yes' : support.of.every((id) => not.includes(id)) ? 'no' : household ? 'untold' : 'open'
  if (support.places.length)
    found.place = !places.length ? 'open' : support.places.some((id) => places.includes(id)) ? 'yes' : 'no'
  const told = age !== null && !support.who.some((id) => ofOthers.includes(id))
  const within = told && age >= support.from && age < support.under
  if (support.aged) found.age = within ? 'yes' : told ? 'no' : 'open'
  else if (told && !within) found.who = 'no'
  if (support.said) found.said = 'open'
  return found
}

/** Of whom a support is for, see `reasons`; `member`: the family is of the households it is for. */
function belonging({ who, areas, homes, persons, wider }, profile, member) {
  const { chosen, named, groups, household, not, places } = profile
  const has = (id) => groups.includes(id)
  const fitting = (one) => !household || one.homes.every(has)
  const narrower = (one) => one.above.some((id) => named.includes(id)) && fitting(one)
  if (who.some(has) || areas.some((id) => places.includes(id))) return 'yes'
  if (areas.length === who.length) return places.length ? 'no' : 'open'
  if (!chosen || member || wider.some(narrower) || (areas.length && !places.length)) return 'open'
  const others = (ids) => ids.some((id) => not.includes(id))
  const told = persons
    ? wider.length && wider.every((one) => others(one.homes))
    : !homes || who.every((id) => others([id]))
  return told ? 'no' : 'untold'
}

/** Whether nothing that was said speaks against a support; conditions that were not told are shown, never judged. */
export function mayBeFor(support, profile) {
  if (profile.need && !support.needs.includes(profile.need)) return false
  return Object.values(reasons(support, profile)).every((answer) => answer === 'yes' || answer === 'open')
}

/**
 * Where a sentence stands among those of its project, the first at 0, or null: it is for others. `supports` are those
 * it is for.
 *
 * First what fits in all that is asked, then what fits as far as was told; after these the sentences that are also
 * for others, in the same order; what names nobody; what is for everybody; last, of which nothing was told.
 */
export function rank(supports, profile) {
  if (!supports.length) return 4
  const mine = supports.filter((support) => mayBeFor(support, profile))
  if (!mine.length) return null
  const places = mine.map((support) => {
    const answers = Object.values(reasons(support, profile))
    if (!answers.includes('yes')) return 7
    if (support.general) return 5
    return answers.includes('open') ? 1 : 0
  })
  const best = Math.min(...places)
  const others = mine.length < supports.length
  return best + (!others ? 0 : best < 4 ? 2 : 1)
}

/**
 * How near the nearest of these supports comes: more of what was told and fits makes it nearer, a group that was named
 * itself above one that follows. What is for everybody comes no nearer than nothing.
 */
export function nearness(supports, profile) {
  const points = supports
    .filter((support) => !support.general && mayBeFor(support, profile))
    .map((support) => {
      const { who, ...others } = reasons(support, profile)
      const named = support.who.some((id) => profile.named.includes(id))
      const met = Object.values(others).filter((answer) => answer === 'yes').length
      return met + (who !== 'yes' ? 0 : named ? 3 : 2)
    })
  return Math.max(0, ...points)
}

/** Whether all that a support asks for was told, and fits. */
export const isMet = (support, profile) => Object.values(reasons(support, profile)).every((answer) => answer === 'yes')

/**
 * What the shown supports of a project are: "own" where all of one is met, "maybe" where something was not told, only
 * what is "general" (for everybody), or "none". One of which nothing was told counts only where that holds of all.
 */
export function kindOf(shown, profile) {
  const told = shown.filter((support) => Object.values(reasons(support, profile)).includes('yes'))
  const own = (told.length ? told : shown).filter((support) => !support.general)
  if (own.some((support) => isMet(support, profile))) return 'own'
  if (own.length) return 'maybe'
  return shown.length ? 'general' : 'none'
}

/**
 * How many projects and parts were found, in words: the kinds of all, whether anything was chosen, and what they are
 * called. The kind "work" is of parts that give bodies work and name the family in it.
 */
export function summary(kinds, chosen, called) {
  const [own, maybe, general, work] = ['own', 'maybe', 'general', 'work'].map(
    (one) => kinds.filter((kind) => kind === one).length,
  )
  if (!own && !maybe && !general && !work) return 'Chưa thấy chỗ nào khớp'
  const beside = work ? [`${work} chỗ giao việc cho cơ quan có nhắc tới`] : []
  const all = own + maybe + general
  if (!chosen) return `${[...(all ? [`${all} ${called}`] : []), ...beside].join('; ')}; chọn ở trên để thu hẹp`
  const said = [
    [own, 'khớp'],
    [maybe, 'còn điều chưa rõ'],
    [general, 'chung cho mọi người'],
  ].filter(([count]) => count)
  const words = said.map(([count, what], i) => (i ? `${count} ${what}` : `${count} ${called} ${what}`))
  return [...words, ...beside].join('; ')
}
