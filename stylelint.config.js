// Only one question, of the styles as they are made: what do they use that a browser of the list in package.json lacks?
// What such a browser may do without stands here, with what a page is there without it. See tests/engine/test_engines.py.
import { readFileSync } from 'node:fs'

const { browserslist } = JSON.parse(readFileSync(new URL('package.json', import.meta.url)))
const STEPS_ASIDE = [
  'css-has', // in rules of their own: spacing, wider tables, what stays together on paper
  'css-media-scripting', // forms that wait for a script stay hidden until it is there
  'css-widows-orphans', // Firefox, on paper: room is kept after headings instead (@supports not (orphans: 3))
  'css3-attr', // only in `content`, where every browser has it
  'viewport-unit-variants', // a line with vh stands before the one with dvh
]

export default {
  plugins: ['stylelint-no-unsupported-browser-features'],
  rules: {
    'plugin/no-unsupported-browser-features': [
      true,
      { browsers: browserslist, ignorePartialSupport: true, ignore: STEPS_ASIDE },
    ],
  },
}
