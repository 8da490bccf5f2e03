// What is asked of the server. Each change hands back the token of the page.

const { token, address } = document.documentElement.dataset
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

export const post = async (name, body = {}) => {
  try {
    const answer = await fetch(`/__editor/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Token': token },
      body: JSON.stringify({ page: address, ...body }),
    })
    return await answer.json()
  } catch {
    return {
      done: false,
      why: 'away',
      said: 'Chương trình không trả lời, có lẽ đã tắt. Chưa ghi được; mở lại rồi bấm Ghi lần nữa.',
    }
  }
}
