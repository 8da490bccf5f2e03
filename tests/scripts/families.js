import { mayBeFor, profileOf } from '#scripts/finder/rules.js'

// A small world: households (poor, near-poor), children under 16 and under 5 (who are children too), the old, workers.
export const AGES = [
  { id: 'old', all: ['old'], from: 60, under: 999 },
  { id: 'under-16', all: ['under-16'], from: 0, under: 16 },
  { id: 'under-5', all: ['under-5', 'under-16'], from: 0, under: 5 },
]
export const POOR = { id: 'poor', groups: ['poor'], household: true, rest: false, not: ['near-poor'] }
export const NEAR_POOR = { id: 'near-poor', groups: ['near-poor'], household: true, rest: false, not: ['poor'] }
export const CHILD = { id: 'under-16', groups: ['under-16'], household: false, rest: false, not: [] }
export const WORKER = { id: 'worker', groups: ['worker'], household: false, rest: false, not: [] }
export const NOTHING = { boxes: [], age: null, places: [], need: '', needGroups: [] }
export const family = (said = {}) => profileOf({ ...NOTHING, ...said }, AGES)

export const ANYBODY = {
  who: ['worker'],
  areas: [],
  persons: true,
  homes: false,
  of: [],
  wider: [],
  places: [],
  from: 0,
  under: 999,
  aged: false,
  said: false,
  needs: [],
  general: false,
}
export const support = (own) => ({ ...ANYBODY, ...own })
export const answers = (one, said) => mayBeFor(support(one), family(said))
