// Makes of each entry beside this file (light.css, material.css) one sheet and prints all as JSON, name -> text.
// An address may end in "?within=SELECTOR": all rules of that part are then nested in SELECTOR, and so outdo others.
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { argv, exit } from 'node:process'
import { fileURLToPath } from 'node:url'
import { Features, bundleAsync } from 'lightningcss'

const version = (major, minor = 0) => (major << 16) | (minor << 8)
/** Browsers of 2020. What they do not know stands in a rule of its own, which only they drop. */
const targets = { chrome: version(80), edge: version(80), firefox: version(78), safari: version(13, 1) }
/** Left as they are: without these a page of such a browser lacks some air or a shade, and no word. */
const exclude =
  Features.LogicalProperties | Features.IsSelector | Features.NotSelectorList | Features.FontFamilySystemUi

const resolver = {
  resolve: (address, from) => resolve(dirname(from), address),
  read(address) {
    const [file, within] = address.split('?within=')
    const text = readFileSync(file, 'utf8')
    return within ? `${within} {\n${text}}` : text
  },
}

/** The theme Material takes 20 pixels for a rem where our parts mean 16. */
const ofMaterial = {
  Length: (length) => (length.unit === 'rem' ? { unit: 'rem', value: length.value * 0.8 } : undefined),
}

const made = {}
for (const name of argv.slice(2)) {
  const visitor = name === 'material.css' ? ofMaterial : undefined
  const filename = fileURLToPath(new URL(name, import.meta.url))
  const { code, warnings } = await bundleAsync({ filename, resolver, visitor, targets, exclude, minify: true })
  for (const { message, loc } of warnings) console.error(`${loc.filename}:${loc.line}: ${message}`)
  if (warnings.length) exit(1)
  made[name] = code.toString().replaceAll('--lightningcss-', '--') // what light-dark() became
}
console.log(JSON.stringify(made))
