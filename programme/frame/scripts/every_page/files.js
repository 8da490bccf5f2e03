// Where our files are from this page, and fetching a script when it is used.

const own = document.currentScript
/** The way from this page to the site's root, "../"; it is told by the address of this script itself. */
export const base = own?.getAttribute('src').replace(/assets\/[^/]*$/, '') || './'
/** The name of a file with a hash of its contents, or of the scripts that read it, as the page says it now: `make serve` may have changed it. */
const named = (file) =>
  own?.dataset.files?.split(' ').find((name) => name.replace(/(\.[0-9a-f]{10}|-[0-9a-f]{8})\.js$/, '.js') === file) ||
  file

/**
 * Fetch a script: it works from a USB stick too, where a page may not fetch other files. One that is cut, or a page of
 * errors in its place, "loads" as well: the end of each says that it ran. Where one is lost, forms that wait step aside.
 */
export function fetchScript(name) {
  return new Promise((done, failed) => {
    const script = document.createElement('script')
    script.src = `${base}assets/${named(name)}`
    script.onload = script.onerror = () => {
      if (script.ran) return done()
      document.documentElement.classList.add('lost')
      failed(script.src)
    }
    document.head.append(script)
  })
}
