/**
 * What instrumenting costs: kernels, and scripts in QuickJS, plain and instrumented, in turns, in one process with the
 * flags of a sandbox child; then how long instrumenting itself takes.
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
import { loadQuickJs, quickJsBytes } from './quickjs.mjs'
import { scripts } from './quickjs-scripts.mjs'

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
const timed = (work) => {
  const start = performance.now()
  const result = work()
  return { ms: performance.now() - start, result }
}

/** Runs both in turns, each first in every other round; their results must be equal. */
function compare(name, runs) {
  const times = [[], []]
  for (let round = 0; round < Number(rounds); round++) {
    const results = []
    for (const which of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const { ms, result } = runs[which]()
      times[which].push(ms)
      results[which] = result
    }
    if (!Object.is(...results)) throw new Error(`${name} differs: ${results}`)
  }
  const [plain, other] = times.map((list) => Math.min(...list))
  return { name, plain, other, ratio: other / plain, middle: median(times[1]) / median(times[0]) }
}

function show({ name, plain, other, ratio, middle }, fuel) {
  const rate = (Number(fuel) / (other * 1e6)).toFixed(2)
  const cells = [plain.toFixed(2), other.toFixed(2), ratio.toFixed(3), middle.toFixed(3), String(fuel), rate]
  console.log(name.padEnd(15), ...cells.map((cell, at) => cell.padStart([10, 11, 7, 12, 12, 9][at])))
}

function conclude(what, ratios) {
  if (ratios.length === 0) return
  const mean = Math.exp(ratios.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / ratios.length)
  const worst = ratios.reduce((a, b) => (b.ratio > a.ratio ? b : a))
  const count = `${ratios.length} ${what}`
  console.log(
    `geometric mean ${mean.toFixed(3)} over ${count}, worst ${worst.ratio.toFixed(3)} (${worst.name})\n`
  )
}

console.log('kernel            plain ms  metered ms   ratio   of medians         fuel   fuel/ns')
const kernels = []
for (const kernel of await loadKernels()) {
  if (!kernel.name.includes(filter)) continue
  const metered = instrumentModule(kernel.bytes, options)
  const runs = [bind(kernel), bind(kernel, metered)]
  let fuel = 0n
  const compared = compare(kernel.name, [
    runs[0],
    () => {
      const run = runs[1]()
      fuel = run.fuel
      return run
    }
  ])
  kernels.push(compared)
  show(compared, fuel)
}
conclude('kernels', kernels)

const plainQuickJs = await loadQuickJs((bytes) => bytes)
const meteredQuickJs = await loadQuickJs((bytes) => instrumentModule(bytes, options))
const inQuickJs = []
for (const [name, script] of Object.entries(scripts)) {
  if (!`QuickJS ${name}`.includes(filter)) continue
  const compared = compare(`QuickJS ${name}`, [
    () => timed(() => plainQuickJs.run(script)),
    () => timed(() => meteredQuickJs.run(script))
  ])
  inQuickJs.push(compared)
  show(compared, meteredQuickJs.fuel())
}
conclude('scripts in QuickJS', inQuickJs)

if (filter === '') {
  const file = (name) => readFileSync(new URL(`../../../examples/modules/${name}.wasm`, import.meta.url))
  const modules = { hello: file('hello'), 'hello-rust': file('hello-rust'), QuickJS: quickJsBytes() }
  for (const [name, module] of Object.entries(modules)) {
    const bytes = new Uint8Array(module)
    const times = []
    let size = 0
    for (let round = 0; round < 20; round++) {
      const { ms, result } = timed(() => instrumentModule(bytes, options).bytes.length)
      times.push(ms)
      size = result
    }
    const perMb = (ms) => (ms / (bytes.length / 1e6)).toFixed(0)
    const [best, first] = [Math.min(...times), times[0]]
    console.log(
      `instrument ${name}: ${perMb(best)} ms/MB at best, ${perMb(median(times))} in the middle, ${perMb(first)} the first time; size × ${(size / bytes.length).toFixed(2)}`
    )
  }
}
