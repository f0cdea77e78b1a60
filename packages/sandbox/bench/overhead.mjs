/**
 * What instrumenting costs: kernels plain and instrumented, in turns, in one process with the flags of a sandbox
 * child; then how long instrumenting itself takes.
 *
 *   npm run build && node_modules/.bin/node packages/sandbox/bench/overhead.mjs [filter] [rounds]
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CHILD_SMALL_STACK_KIB } from '../dist/src/constants.js'
import { instrumentModule } from '../dist/src/instrument/index.js'
import { childFlags } from '../dist/src/pool/child-flags.js'
import { loadKernels } from './kernels.mjs'

const [filter = '', rounds = '9'] = process.argv.slice(2)
const options = { memoryPages: 4_096, tableElements: 100_000 }

// The kernels run as in a child: one compiler, its stack, its hints.
if (process.env.AILEE_BENCH !== 'child') {
  const { status } = spawnSync(
    process.execPath,
    [...childFlags(CHILD_SMALL_STACK_KIB), fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { stdio: 'inherit', env: { ...process.env, AILEE_BENCH: 'child' } }
  )
  process.exit(status ?? 1)
}

function bind({ bytes, function: name, values }, metered) {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(metered?.bytes ?? bytes))
  const { exports } = instance
  const fill = () => {
    if (metered === undefined) return
    exports[metered.exports.fuel].value = 2n ** 62n
    exports[metered.exports.depth].value = 20_000
  }
  fill()
  if (metered?.exports.start !== undefined) exports[metered.exports.start]()
  return () => {
    fill()
    const start = performance.now()
    const result = exports[name](...values)
    const ms = performance.now() - start
    return { ms, result, fuel: metered && 2n ** 62n - exports[metered.exports.fuel].value }
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]
const ratios = []
console.log('kernel            plain ms  metered ms   ratio   of medians         fuel   fuel/ns')
for (const kernel of await loadKernels()) {
  if (!kernel.name.includes(filter)) continue
  const metered = instrumentModule(kernel.bytes, options)
  const runs = [bind(kernel), bind(kernel, metered)]
  const times = [[], []]
  let fuel = 0n
  for (let round = 0; round < Number(rounds); round++) {
    // In turns, and each first in every other round.
    const order = round % 2 === 0 ? [0, 1] : [1, 0]
    const results = []
    for (const which of order) {
      const run = runs[which]()
      times[which].push(run.ms)
      results[which] = run.result
      fuel = run.fuel ?? fuel
    }
    if (!Object.is(...results)) throw new Error(`${kernel.name} differs: ${results}`)
  }
  const [plain, other] = times.map((list) => Math.min(...list))
  const ratio = other / plain
  ratios.push({ name: kernel.name, ratio })
  const middle = median(times[1]) / median(times[0])
  console.log(
    kernel.name.padEnd(15),
    plain.toFixed(2).padStart(10),
    other.toFixed(2).padStart(11),
    ratio.toFixed(3).padStart(7),
    middle.toFixed(3).padStart(12),
    String(fuel).padStart(12),
    (Number(fuel) / (other * 1e6)).toFixed(2).padStart(9)
  )
}
const mean = Math.exp(ratios.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / ratios.length)
const worst = ratios.reduce((a, b) => (b.ratio > a.ratio ? b : a))
console.log(
  `geometric mean ${mean.toFixed(3)} over ${ratios.length} kernels, worst ${worst.ratio.toFixed(3)} (${worst.name})`
)

if (filter === '') {
  for (const name of ['hello', 'hello-rust', 'nn-int8', 'wordcount']) {
    const bytes = readFileSync(new URL(`../../../examples/modules/${name}.wasm`, import.meta.url))
    let best = Number.POSITIVE_INFINITY
    let size = 0
    for (let round = 0; round < 20; round++) {
      const start = performance.now()
      size = instrumentModule(bytes, options).bytes.length
      best = Math.min(best, performance.now() - start)
    }
    const perMb = best / (bytes.length / 1e6)
    console.log(
      `instrument ${name}: ${best.toFixed(2)} ms, ${perMb.toFixed(0)} ms/MB, size × ${(size / bytes.length).toFixed(2)}`
    )
  }
}
