/**
 * What instrumenting costs: kernels plain and instrumented, in turns, in one process with the flags of a sandbox
 * child; then how long instrumenting itself takes.
 *
 *   pnpm build && node --no-liftoff packages/sandbox/bench/overhead.mjs [filter]
 */
import { readFileSync } from 'node:fs'
import { instrumentModule } from '../dist/src/instrument/index.js'
import { assemble } from '../dist/test/instrument/fixtures/assemble.js'

const ROUNDS = 3
const options = { memoryPages: 4_096, tableElements: 100_000 }
const example = (name) => readFileSync(new URL(`../../../examples/modules/${name}.wasm`, import.meta.url))

const loop = (counter, limit, body) =>
  `loop void ${body} local.get ${counter} i32.const 1 i32.add local.tee ${counter} ${limit} i32.lt_s br_if 0 end`

const i32 = ['i32']
const kernel = (code, more = {}) =>
  assemble({
    memory: [64],
    ...more,
    functions: [{ params: i32, results: i32, code, export: 'f', ...more.own }, ...(more.others ?? [])]
  })

const fib = kernel(
  `local.get 0 i32.const 2 i32.lt_s if i32 local.get 0 else local.get 0 i32.const 1 i32.sub call 0
   local.get 0 i32.const 2 i32.sub call 0 i32.add end`
)
const sieve = kernel(
  `i32.const 2 local.set 1 ${loop(
    1,
    'i32.const 2000',
    `local.get 1 i32.load8_u i32.eqz if void local.get 1 local.get 1 i32.mul local.set 2
       block void loop void local.get 2 local.get 0 i32.ge_s br_if 1 local.get 2 i32.const 1 i32.store8
       local.get 2 local.get 1 i32.add local.set 2 br 0 end end end`
  )} i32.const 0`,
  { own: { locals: ['i32', 'i32'] } }
)
const collatz = kernel(
  `${loop(
    1,
    'local.get 0',
    `local.get 1 i64.extend_i32_u local.set 2 block void loop void local.get 2 i64.const 2 i64.lt_u br_if 1
     local.get 2 i64.const 1 i64.and i64.eqz if i64 local.get 2 i64.const 1 i64.shr_u else local.get 2 i64.const 3
     i64.mul i64.const 1 i64.add end local.set 2 local.get 3 i32.const 1 i32.add local.set 3 br 0 end end`
  )} local.get 3`,
  { own: { locals: ['i32', 'i64', 'i32'] } }
)
const mandelbrot = kernel(
  `${loop(
    1,
    'local.get 0',
    `f64.const 0 local.set 2 f64.const 0 local.set 3 i32.const 0 local.set 5
     local.get 1 f64.convert_i32_s f64.const 100000 f64.div f64.const -1.5 f64.add local.set 6
     block void ${loop(
       5,
       'i32.const 200',
       `local.get 2 local.get 2 f64.mul local.get 3 local.get 3 f64.mul f64.sub local.get 6 f64.add local.set 4
        local.get 2 local.get 3 f64.mul f64.const 2 f64.mul f64.const 0.1 f64.add local.set 3 local.get 4 local.set 2
        local.get 2 local.get 2 f64.mul local.get 3 local.get 3 f64.mul f64.add f64.const 4 f64.gt br_if 1`
     )} end local.get 7 local.get 5 i32.add local.set 7`
  )} local.get 7`,
  { own: { locals: ['i32', 'f64', 'f64', 'f64', 'i32', 'f64', 'i32'] } }
)
const saxpy = kernel(
  `${loop(
    1,
    'local.get 0',
    `i32.const 0 local.set 2 loop void local.get 2 local.get 2 v128.load local.get 2 v128.load f32.const 1.5 f32x4.splat
     f32x4.mul f32x4.add v128.store local.get 2 i32.const 16 i32.add local.tee 2 i32.const 65536 i32.lt_u br_if 0 end`
  )} i32.const 0`,
  { own: { locals: ['i32', 'i32'] } }
)
const dot = kernel(
  `${loop(
    1,
    'local.get 0',
    `i32.const 0 local.set 2 f64.const 0 local.set 3 loop void local.get 3 local.get 2 f64.load local.get 2 f64.load f64.mul
     f64.add local.set 3 local.get 2 i32.const 8 i32.add local.tee 2 i32.const 65536 i32.lt_u br_if 0 end
     i32.const 70000 local.get 3 f64.store`
  )} i32.const 0`,
  { own: { locals: ['i32', 'i32', 'f64'] } }
)
const smallCalls = kernel(
  `${loop(1, 'local.get 0', 'local.get 2 local.get 1 call 1 local.set 2')} local.get 2`,
  {
    own: { locals: ['i32', 'i32'] },
    others: [
      { params: ['i32', 'i32'], results: i32, code: 'local.get 0 i32.const 31 i32.mul local.get 1 i32.xor' }
    ]
  }
)
const interpreter = kernel(
  `${loop(
    1,
    'local.get 0',
    `block void block void block void block void local.get 1 local.get 2 i32.add i32.const 3 i32.and br_table 0,1,2,3 end
     local.get 2 i32.const 3 i32.add local.set 2 br 2 end local.get 2 i32.const 5 i32.xor local.set 2 br 1 end
     local.get 2 i32.const 1 i32.shl local.set 2 end`
  )} local.get 2`,
  { own: { locals: ['i32', 'i32'] } }
)
const indirect = kernel(
  `${loop(1, 'local.get 0', 'local.get 2 local.get 1 i32.const 1 i32.and call_indirect 0 local.set 2')} local.get 2`,
  {
    types: [{ params: i32, results: i32 }],
    table: [1, 2],
    own: { locals: ['i32', 'i32'] },
    others: [
      { params: i32, results: i32, code: 'local.get 0 i32.const 7 i32.add' },
      { params: i32, results: i32, code: 'local.get 0 i32.const 9 i32.xor' }
    ]
  }
)

const kernels = [
  ['primes', example('primes'), 'countPrimes', [3_000_000]],
  ['matmul', example('matmul'), 'matmul', [256]],
  ['matmul-rust', example('matmul-rust'), 'matmul', [256]],
  ['kmeans', example('kmeans'), 'kmeansInertia', [2_000, 8, 10]],
  ['slow', example('slow'), 'busy', [1]],
  ['fib', fib, 'f', [27]],
  ['sieve', sieve, 'f', [4_000_000]],
  ['collatz', collatz, 'f', [300_000]],
  ['mandelbrot', mandelbrot, 'f', [50_000]],
  ['saxpy (vectors)', saxpy, 'f', [1_000]],
  ['dot product', dot, 'f', [1_000]],
  ['small calls', smallCalls, 'f', [5_000_000]],
  ['br_table', interpreter, 'f', [4_000_000]],
  ['indirect calls', indirect, 'f', [3_000_000]]
]

function bind(bytes, name, values, metered) {
  const imports = { env: { abort: () => undefined } }
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports)
  const call = instance.exports[name]
  const list = values
    .slice(0, call.length)
    .concat(new Array(Math.max(0, call.length - values.length)).fill(10))
  return () => {
    if (metered !== undefined) {
      instance.exports[metered.exports.fuel].value = 2n ** 62n
      instance.exports[metered.exports.depth].value = 10_000
    }
    const start = performance.now()
    const result = call(...list)
    return {
      ms: performance.now() - start,
      result,
      fuel: metered && 2n ** 62n - instance.exports[metered.exports.fuel].value
    }
  }
}

let product = 0
let count = 0
console.log('kernel                plain ms   metered ms   ratio        fuel   fuel/ns')
for (const [name, bytes, wanted, values] of kernels) {
  if (process.argv[2] !== undefined && !name.includes(process.argv[2])) continue
  const metered = instrumentModule(bytes, options)
  const plain = bind(bytes, wanted, values)
  const other = bind(metered.bytes, wanted, values, metered)
  const times = { plain: [], metered: [] }
  let fuel = 0n
  for (let round = 0; round < ROUNDS; round++) {
    const a = plain()
    const b = other()
    if (!Object.is(a.result, b.result) && !String(a.result).includes('object'))
      throw new Error(`${name} differs`)
    times.plain.push(a.ms)
    times.metered.push(b.ms)
    fuel = b.fuel
  }
  const best = (list) => Math.min(...list)
  const ratio = best(times.metered) / best(times.plain)
  product += Math.log(ratio)
  count++
  const cells = [best(times.plain).toFixed(2), best(times.metered).toFixed(2), ratio.toFixed(3), String(fuel)]
  const rate = (Number(fuel) / (best(times.metered) * 1e6)).toFixed(2)
  console.log(name.padEnd(18), ...cells.map((cell) => cell.padStart(11)), rate.padStart(9))
}
console.log(`geometric mean ${Math.exp(product / count).toFixed(3)} over ${count} kernels`)

for (const name of ['hello', 'hello-rust', 'nn-int8', 'wordcount']) {
  const bytes = example(name)
  let best = Infinity
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
