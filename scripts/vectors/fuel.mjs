/** `fuel.json`: small modules, how they end, and what they cost. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha3 } from '../../packages/protocol/dist/src/index.js'
import { execute, loadModule, meteringHash } from '../../packages/sandbox/dist/src/portable.js'
import { buildModule, I32, i32, op, single } from '../../packages/sandbox/dist/test/fixtures/build-module.js'
import { root } from '../workspace.mjs'
import { counting, expect, hex, utf8 } from './json.mjs'

const example = (name) => new Uint8Array(readFileSync(join(root, `examples/modules/${name}.wasm`)))

const SEED = counting(32, 32)
const CLOCK_MS = 1_795_501_275_360
const limits = { memoryBytes: 2 ** 24, fuel: 10_000_000n, wallTimeMs: 60_000, outputBytes: 4096 }

const add = single('add', [op.localGet, 0, op.localGet, 1, op.i32Add], { params: [I32, I32], results: [I32] })
const divide = single('divide', [op.localGet, 0, op.localGet, 1, op.i32DivS], {
  params: [I32, I32],
  results: [I32]
})
const sumTo = single(
  'sum',
  [
    // local 0 counts down to 0, local 1 adds up.
    ...[op.loop, op.empty],
    ...[op.localGet, 0, op.localGet, 1, op.i32Add, op.localSet, 1],
    ...[op.localGet, 0, ...i32(1), 0x6b, 0x22, 0, 0x0d, 0, 0x0b],
    ...[op.localGet, 1]
  ],
  { params: [I32, I32], results: [I32] }
)
const recursive = single('deep', [op.call, 0])
const load = single('load', [op.localGet, 0, op.i32Load, 2, 0], {
  params: [I32],
  results: [I32],
  memory: [0, 1]
})
const grow = single('grow', [op.localGet, 0, op.memoryGrow, 0], {
  params: [I32],
  results: [I32],
  memory: [0, 1]
})
const notThere = buildModule({
  imports: [{ module: 'env', name: 'abort', params: [], results: [] }],
  functions: [{ code: [], export: '_start' }]
})
const memory64 = single('_start', [], { memory: [4, 1] })

const tasks = [
  ['adds', { module: add, function: 'add', args: ['2', '40'] }, 'SUCCESS'],
  ['adds, and wraps', { module: add, function: 'add', args: ['0x7fffffff', '1'] }, 'SUCCESS'],
  ['a loop of 10 turns', { module: sumTo, function: 'sum', args: ['10', '0'] }, 'SUCCESS'],
  ['a loop of 1000 turns', { module: sumTo, function: 'sum', args: ['1000', '0'] }, 'SUCCESS'],
  ['divides', { module: divide, function: 'divide', args: ['-7', '2'] }, 'SUCCESS'],
  ['divides by zero', { module: divide, function: 'divide', args: ['1', '0'] }, 'TRAP'],
  ['overflows', { module: divide, function: 'divide', args: ['-2147483648', '-1'] }, 'TRAP'],
  ['loads inside memory', { module: load, function: 'load', args: ['65532'] }, 'SUCCESS'],
  ['loads outside memory', { module: load, function: 'load', args: ['65533'] }, 'TRAP'],
  [
    'grows its memory, and names it',
    { module: grow, function: 'grow', args: ['3'], hashMemory: true },
    'SUCCESS'
  ],
  ['growth above the limit costs no pages', { module: grow, function: 'grow', args: ['1000'] }, 'SUCCESS'],
  ['recursion without an end', { module: recursive, function: 'deep' }, 'DEPTH_EXHAUSTED'],
  ['primes up to 1000', { module: example('primes'), function: 'countPrimes', args: ['1000'] }, 'SUCCESS'],
  ['a product of matrices', { module: example('matmul'), function: 'matmul', args: ['8'] }, 'SUCCESS'],
  [
    'a checksum of clusters',
    { module: example('kmeans'), function: 'kmeansChecksum', args: ['100', '4', '5'] },
    'SUCCESS'
  ],
  ['copies its input', { module: example('echo'), stdin: 'to be copied' }, 'SUCCESS'],
  ['copies nothing', { module: example('echo') }, 'SUCCESS'],
  ['exits with 7', { module: example('exit-code') }, 'SUCCESS'],
  ['never returns', { module: example('endless-loop'), fuel: 5000n }, 'FUEL_EXHAUSTED'],
  ['traps at once', { module: example('trap') }, 'TRAP'],
  ['grows until refused', { module: example('grow-memory') }, 'MEMORY_EXHAUSTED'],
  ['writes without an end', { module: example('stdout-flood') }, 'OUTPUT_TOO_LARGE'],
  ['no such function', { module: add, function: 'subtract', args: ['1', '2'] }, 'FUNCTION_NOT_FOUND'],
  ['an argument too few', { module: add, function: 'add', args: ['1'] }, 'INVALID_INPUT'],
  ['an argument out of range', { module: add, function: 'add', args: ['1', '4294967296'] }, 'INVALID_INPUT'],
  ['imports what there is not', { module: notThere }, 'IMPORT_DENIED'],
  ['a 64-bit memory', { module: memory64 }, 'FEATURE_DENIED'],
  ['no module', { module: utf8('not a module') }, 'MODULE_INVALID'],
  ['cut off', { module: add.slice(0, -3) }, 'MODULE_INVALID']
]

function run({ module, args = [], env = [], stdin = '', fuel = limits.fuel, hashMemory = false, ...task }) {
  const request = {
    function: task.function ?? '',
    input: { args, env, stdin: utf8(stdin), files: [] },
    limits: { ...limits, fuel },
    seed: SEED,
    clockMs: CLOCK_MS,
    hashMemory
  }
  const loaded = loadModule(module, request.limits)
  return 'code' in loaded
    ? loaded
    : execute(loaded.compiled, loaded.prepared, request, { sha3, stderrBytes: 4096 })
}

/** The same with exactly the fuel that it takes, and with one less. */
function edges(name, task) {
  const { fuelUsed } = run(task)
  return [
    [`${name}, with exactly its fuel`, { ...task, fuel: fuelUsed }, 'SUCCESS'],
    [`${name}, with one less`, { ...task, fuel: fuelUsed - 1n }, 'FUEL_EXHAUSTED']
  ]
}

export const fuel = {
  description:
    'Runs of small modules by the rules that meteringHash names: how each ends, its output and its fuel. function is empty for a WASI command.',
  cases: () =>
    [
      ...tasks,
      ...edges('adds', tasks[0][1]),
      ...edges('a loop of 1000 turns', tasks[3][1]),
      ...edges('copies its input', tasks[15][1])
    ].map(([name, task, code]) => {
      const report = run(task)
      expect(report.code, code, name)
      const { memoryBytes, outputBytes } = limits
      return {
        name,
        meteringHash: hex(meteringHash()),
        module: hex(task.module),
        function: task.function ?? '',
        args: task.args ?? [],
        env: task.env ?? [],
        stdin: hex(utf8(task.stdin ?? '')),
        limits: {
          memoryBytes: String(memoryBytes),
          fuel: String(task.fuel ?? limits.fuel),
          outputBytes: String(outputBytes)
        },
        seed: hex(SEED),
        clockMs: String(CLOCK_MS),
        hashMemory: task.hashMemory ?? false,
        code,
        trap: report.trap,
        exitCode: report.exitCode,
        fuelUsed: String(report.fuelUsed),
        output: hex(report.output),
        memoryHash: report.memoryHash === undefined ? null : hex(report.memoryHash)
      }
    })
}
