// Reads the page /ho-tro: its projects and other parts, the sentences of each, and those a sentence is for.

/** The ids that an attribute lists. */
export const list = (text) => (text || '').split(' ').filter(Boolean)

/**
 * The projects and other parts, in the page's order: {element, needs, work, rest, missed, sentences}. `work`: it gives
 * bodies their work; `rest`, after the sentences that answer, holds those that do not; `missed` says in a line whom
 * they are for.
 */
export function readProjects() {
  return [...document.querySelectorAll('.support')].map((element) => ({
    element,
    needs: list(element.dataset.needs),
    work: 'work' in element.dataset,
    rest: element.querySelector('.rest'),
    missed: element.querySelector('[data-missed]'),
    sentences: [...element.querySelectorAll('.sentence')].map((one) => readSentence(one, list(element.dataset.needs))),
  }))
}

/**
 * A sentence of the plan: {element, list, items: [{element, id, plain, parts, support}], marks: [{element, of}]}. `of`
 * are the ids of the items that a mark names; `parts` are the conditions of an item by their names in rules.js.
 */
function readSentence(element, needs) {
  const items = [...element.querySelectorAll('[data-support]')]
  const marks = [...element.querySelectorAll('mark')]
  return {
    element,
    list: element.querySelector('.targets'),
    items: items.map((item) => readItem(item, needs)),
    marks: marks.map((mark) => ({ element: mark, of: list(mark.dataset.of) })),
  }
}

function readItem(element, needs) {
  const parts = {}
  for (const part of element.querySelectorAll('[data-part]')) parts[part.dataset.part] = part
  const plain = element.querySelector('.plain')
  const support = readSupport(element, needs)
  return {
    element,
    id: element.dataset.support,
    plain,
    parts,
    support: { ...support, aged: 'age' in parts, said: 'said' in parts },
  }
}

/** See rules.js; also whether the support is `general`, for everybody. */
function readSupport({ dataset }, needs) {
  const { who, of, wider, places, from, under } = dataset
  return {
    who: list(who),
    areas: list(dataset.areas),
    persons: 'persons' in dataset,
    homes: 'homes' in dataset,
    priority: 'priority' in dataset,
    of: list(of),
    wider: list(wider).map((one) => {
      const [above, homes] = one.split(':').map((ids) => ids.split(',').filter(Boolean))
      return { above, homes }
    }),
    places: list(places),
    from: Number(from),
    under: Number(under),
    needs,
    general: 'general' in dataset,
  }
}
