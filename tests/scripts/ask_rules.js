// Reads {supports, profiles} as JSON and writes, for each profile, "1" for each support that may be for it, else "0".
import { readFileSync } from 'node:fs'
import { mayBeFor } from '#scripts/finder/rules.js'

const { supports, profiles } = JSON.parse(readFileSync(0, 'utf8'))
const answers = profiles.map((profile) => supports.map((one) => (mayBeFor(one, profile) ? '1' : '0')).join(''))
process.stdout.write(JSON.stringify(answers))
