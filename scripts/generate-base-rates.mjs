/**
 * Writes `packages/market/src/verification/base-rate/base-rates.ts` by solving for every allowance in it. `--check`
 * fails if the committed file differs.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DESIGN_MARGIN, LOT_SIZES, rateForAllowedWrong } from '../packages/market/dist/src/index.js'
import { root } from './workspace.mjs'

const path = join(root, 'packages/market/src/verification/base-rate/base-rates.ts')
const EPSILON = 0.001
const SMALLEST = 0.005
/** Between two allowances in the table lie lots that audit at most this much more than they would have to. */
const RATIO = 1.12

const exact = LOT_SIZES.map((lotSize) => DESIGN_MARGIN * EPSILON * lotSize)
const largest = Math.max(...exact)
const steps = Math.ceil(Math.log(largest / SMALLEST) / Math.log(RATIO))
const between = Array.from({ length: steps }, (_, step) => Number((SMALLEST * RATIO ** step).toPrecision(4)))
const allowances = [...new Set([...exact, ...between])]
  .filter((value) => value <= largest)
  .sort((a, b) => a - b)

// Rounded up, so that rounding never lets more pass; floating point differs in the last digits between machines.
const roundUp = (rate) => Math.min(1, Math.ceil(rate * 1e6 - 1e-3) / 1e6)
const rows = allowances.map((allowed) => `  [${allowed}, ${roundUp(rateForAllowedWrong(allowed))}]`)
const text = `/**
 * Base rates by the wrong results that a lot may be expected to let pass (0.8·ε·b): pairs of both, ascending.
 * Written by scripts/generate-base-rates.mjs, which solves for each of them.
 */
export const baseRates: readonly (readonly [number, number])[] = [
${rows.join(',\n')}
]
`

if (process.argv.includes('--check')) {
  const same = (await readFile(path, 'utf8').catch(() => '')) === text
  console.log(same ? `${rows.length} base rates are as solved` : 'base-rates.ts differs from what is solved')
  process.exit(same ? 0 : 1)
}
await writeFile(path, text)
console.log(`${rows.length} base rates written`)
