// Puts a text on the clipboard, in the old way where the new one is refused (a page from a folder).
import { make } from '../elements.js'

/** Whether the text was copied. The old way moves the focus: it comes back to `button`. */
export async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = make('textarea')
    area.value = text
    button.after(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    button.focus()
    return done
  }
}
