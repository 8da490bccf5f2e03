// Reads the page /ho-tro: its projects, the sentences of each, and those a sentence is for.

/** The ids that an attribute lists. */
export const list = (text) => (text || '').split(' ').filter(Boolean)

/**
 * The projects, in the page's order: {element, rest, after, sentences, shared}. `rest` holds the sentences that do
 * not answer, `after` is what follows those that do; `shared` says whether it stands under the heading for everybody.
 */
export function readProjects() {
  return [...document.querySelectorAll('.support')].map((element) => ({
    element,
    rest: element.querySelector('.rest'),
    after: element.querySelector('.sentence ~ .facts, .rest'),
    sentences: [...element.querySelectorAll('.sentence')].map((one) => readSentence(one, list(element.dataset.needs))),
    shared: false,
  }))
}

/**
 * A sentence of the plan: {element, items: [{element, id, support}], marks: [{element, of}], away}. `of` are the ids
 * of the items that a mark names; `away` says whether the sentence stands among the rest.
 */
function readSentence(element, needs) {
  const items = [...element.querySelectorAll('[data-support]')]
  const marks = [...element.querySelectorAll('mark')]
  return {
    element,
    items: items.map((item) => ({ element: item, id: item.dataset.support, support: readSupport(item, needs) })),
    marks: marks.map((mark) => ({ element: mark, of: list(mark.dataset.of) })),
    away: false,
  }
}

/** See rules.js; also whether the support is `general`, for everybody. */
function readSupport({ dataset }, needs) {
  const { who, of, place, from, under } = dataset
  return {
    who: list(who),
    of: list(of),
    place: place || '',
    from: Number(from),
    under: Number(under),
    needs,
    general: 'general' in dataset,
  }
}
