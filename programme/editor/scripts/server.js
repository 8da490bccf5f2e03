// What is asked of the server. Each change hands back the token of the page.

const { address } = document.documentElement.dataset
let { token } = document.documentElement.dataset
let known

export const here = address

export const get = async (name) => (await fetch(`/__editor/${name}`)).json()

// Fields, closed lists, what can be named; asked for once, and again after something new was made.
export const learn = async () => (known = await get('choices'))
export const knows = () => known
export const fieldsOf = (kind) => known.fields[kind]
export const fieldOf = (kind, key) => known.fields[kind]?.find((one) => one.key === key)
export const nameOf = (list, value) => known.things[list]?.find((one) => one.value === value)?.name ?? value

export const part = async (later = '') =>
  get(`part?at=${encodeURIComponent(address)}&later=${encodeURIComponent(later)}`)

// What is offered to mark in a sentence, or in a stretch of it.
export const offersOf = async (block, stretch = {}) =>
  get(`offers?${new URLSearchParams({ at: address, block: block.id, ...stretch })}`)

const sent = (name, body) =>
  fetch(`/__editor/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Token': token },
    body: JSON.stringify({ page: address, ...body }),
  })

// A server that was started again has another token: this page asks for it, and what was typed here stays.
const learnToken = async () => {
  const text = await (await fetch(location.pathname)).text()
  const now = new DOMParser().parseFromString(text, 'text/html').documentElement.dataset.token
  const isOther = Boolean(now) && now !== token
  token = now || token
  return isOther
}

// What was asked for and is not answered yet: who looks whether something is written waits for it.
let pending = Promise.resolve()
export const settled = () => pending

export const post = (name, body = {}) => {
  const answer = posted(name, body)
  pending = Promise.all([pending, answer])
  return answer
}

const posted = async (name, body) => {
  try {
    let answer = await sent(name, body)
    if (answer.status === 403 && (await learnToken())) answer = await sent(name, body)
    return await answer.json()
  } catch {
    return {
      done: false,
      why: 'away',
      said: 'Chương trình không trả lời, có lẽ đã tắt. Chưa ghi được; mở lại rồi bấm Ghi lần nữa.',
    }
  }
}
