// Where our files are from this page, and fetching a script when it is used.

/** The link to the search, which the frame of every page has; it says where our files are. */
export const link = document.querySelector('[data-search]')
/** The way from this page to the site's root, "../". */
export const base = link?.dataset.search ?? './'
const named = JSON.parse(link?.dataset.files || '{}') // file -> its name with a hash of its contents

/** Fetch a script: it works from a USB stick too, where a page may not fetch other files. */
export function fetchScript(name) {
  return new Promise((done, failed) => {
    const script = document.createElement('script')
    script.src = `${base}assets/${named[name] || name}`
    script.onload = done
    script.onerror = () => failed(new Error(script.src))
    document.head.append(script)
  })
}
