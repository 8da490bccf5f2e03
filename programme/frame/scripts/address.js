// The state of a page in its address, so that it can be shared and comes back when the page is loaded anew.

/** Put what was asked behind the path, after `sign` ("?" or "#"); `push` for a step that Back undoes. */
export function remember(path, sign, asked, push = false) {
  const said = String(asked)
  try {
    history[push ? 'pushState' : 'replaceState'](null, '', said ? path + sign + said : path)
  } catch {
    // some browsers keep no history on a USB stick; the answers stand all the same
  }
}
