// Which support may be for a family: the rules, over plain values, without a page. They stand here alone.

/**
 * What follows from what a family has said.
 *
 * `said` is {boxes: [{groups, household}], age, places, need, needGroups}: for each box that was ticked its group
 * with all broader ones and whether it names a kind of household; the age in whole years of the one who needs
 * support, or null; the places where they live with all those are part of; what is looked for, or "", and the
 * groups that look for it. `ages` are the groups that an age makes one a member of: [{id, all, from, under}].
 *
 * The profile is {chosen, groups, household, places, age, ofOthers, need}. `ofOthers` are groups that were named
 * though the age is not theirs: the age is of somebody else in the family then.
 */
export function profileOf(said, ages) {
  const { boxes, age, places, need, needGroups } = said
  const named = boxes.flatMap((box) => box.groups)
  const aged = age === null ? [] : ages
  const within = aged.filter(({ from, under }) => age >= from && age < under)
  return {
    chosen: boxes.length > 0,
    groups: [...new Set([...named, ...within.flatMap(({ all }) => all), ...needGroups])],
    household: boxes.some((box) => box.household),
    places,
    age,
    ofOthers: aged.filter((group) => !within.includes(group) && named.includes(group.id)).map(({ id }) => id),
    need,
  }
}

/**
 * Whether nothing that was said speaks against a support; conditions are shown, never judged.
 *
 * A support is {who, of, place, from, under, needs}: the groups it is for, the households (or other groups) that
 * these must belong to, the only place it is for or "", the ages from `from` to below `under`, what it answers.
 * Support for those "of" a household is for its members, whoever was named; as long as no household was named, it
 * is for those who were named.
 */
export function mayBeFor(support, profile) {
  if (profile.need && !support.needs.includes(profile.need)) return false
  if (support.place && profile.places.length && !profile.places.includes(support.place)) return false
  const aged = profile.age !== null && !support.who.some((id) => profile.ofOthers.includes(id))
  if (aged && (profile.age < support.from || profile.age >= support.under)) return false
  if (!profile.chosen) return true
  const meets = (wanted) => wanted.some((id) => profile.groups.includes(id))
  if (meets(support.of)) return true
  return meets(support.who) && !(support.of.length && profile.household)
}

/** What the shown supports of a project are: "own", only what is "general" (for everybody), or "none". */
export function kindOf(shown) {
  if (shown.some((support) => !support.general)) return 'own'
  return shown.length ? 'general' : 'none'
}

/** How many projects were found, in words: the kinds of all projects, and whether anything was chosen. */
export function summary(kinds, chosen) {
  const count = (wanted) => kinds.filter((kind) => kind === wanted).length
  const [own, general] = [count('own'), count('general')]
  if (!own && !general) return 'Không có chỗ nào khớp'
  if (!chosen) return `${own + general} dự án, tiểu dự án; chọn ở trên để thu hẹp`
  const more = general ? `; thêm ${general} chung cho mọi người` : ''
  return `Có thể thuộc đối tượng của ${own} dự án, tiểu dự án${more}`
}
