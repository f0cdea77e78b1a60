/**
 * `npm run fuzz -- [seconds] [seed]`: hostile frames, envelopes, messages, receipt and evidence files against the decoders, for
 * 60 s unless told. Prints its seed; a failure prints the seed of its case and the bytes, and `npm run fuzz -- 0 <seed>`
 * runs that case alone. Fails too where memory grows: what was read and thrown away must be gone.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { nodeProgram, root } from './workspace.mjs'

/** Most that the heap may be above its level after the first round, once garbage is collected. */
const MAX_GROWTH_BYTES = 32 * 1024 * 1024
/** The heap is looked at after so many cases. */
const ROUND_CASES = 200

const [seconds = '60', given] = process.argv.slice(2)
const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given)
if (!(Number(seconds) >= 0) || !Number.isSafeInteger(seed) || seed < 0) {
  console.error('usage: npm run fuzz -- [seconds] [seed]')
  process.exit(2)
}

if (globalThis.gc === undefined) {
  const own = [fileURLToPath(import.meta.url), seconds, String(seed)]
  process.exit(spawnSync(nodeProgram(), ['--expose-gc', ...own], { stdio: 'inherit' }).status ?? 1)
}

const module = join(root, 'packages/protocol/dist/test/fuzz/fuzz.js')
if (!existsSync(module)) {
  console.error('not built: run `npm run build` first')
  process.exit(2)
}
const { Fuzz } = await import(pathToFileURL(module).href)

function heapBytes() {
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

console.log(`seed ${seed}`)
const end = Date.now() + Number(seconds) * 1000
const fuzz = new Fuzz()
let cases = 0
let level
let growth = 0
try {
  while (cases === 0 || Date.now() < end) {
    fuzz.run(seed + cases)
    cases += 1
    if (cases % ROUND_CASES !== 0) continue
    const bytes = heapBytes()
    level ??= bytes
    growth = Math.max(growth, bytes - level)
  }
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const { frames, read } = fuzz.counts
const refused = Object.entries(fuzz.counts.refused).map(([code, count]) => `${code} ${count}`)
console.log(`${cases} cases with ${frames} frames: ${read} read, ${refused.join(', ')}`)
console.log(`heap grew by ${(growth / 1024 / 1024).toFixed(1)} MiB`)
process.exit(growth > MAX_GROWTH_BYTES ? 1 : 0)
