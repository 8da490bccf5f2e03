// Only one question: does a script use what a browser of the list in package.json lacks? Style is oxlint's and prettier's.
import compat from 'eslint-plugin-compat'

export default [
  {
    files: ['programme/frame/scripts/**/*.js', 'programme/editor/scripts/*.js'],
    ...compat.configs['flat/recommended'],
  },
]
