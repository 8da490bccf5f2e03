// What this device keeps: only what was chosen on a button; nothing where storage is refused.

/** What was kept under a name, or "". */
export function recall(name) {
  try {
    return localStorage.getItem(name) || ''
  } catch {
    return ''
  }
}

/** Keep a value under a name; "" forgets it. */
export function keep(name, value) {
  try {
    if (value) localStorage.setItem(name, value)
    else localStorage.removeItem(name)
  } catch {
    // kept for this page only
  }
}
