// One more of a list of the plan: a body, a group, a document, a part ...

import { filled, options } from './asking.js'
import { form } from './form.js'
import * as page from './page.js'
import * as panel from './panel.js'
import { knows, learn, post } from './server.js'

const NAMED = { agencies: true, groups: true, documents: true, places: true }
const TO_BE_NAMED =
  'Phải có câu của Kế hoạch nhắc tới mục này. Câu ấy chưa có ở đây thì nên thêm câu trước, rồi bôi đen tên trong câu mà ' +
  'đánh dấu: mục mới thêm được ngay ở đó. Thêm ở đây trước thì trang xem chưa đổi, tới khi có câu ấy.'
const LIMITS = { sections: { without: ['kind'], taken: {} } } // a part of the plan stands in no project
export const add = (event) => {
  const top = event.target.closest('button.new')?.dataset.top
  if (!top) return
  const { one, kind } = knows().lists[top]
  panel.create(
    `Thêm ${one}`,
    top in NAMED ? TO_BE_NAMED : '',
    form(kind, {}, { ...options(), limits: LIMITS[top], isNew: true }),
    async (read) => {
      await page.done(await post('do', { op: 'new', given: { top, value: filled(read) } }))
      await learn()
    },
  )
}
