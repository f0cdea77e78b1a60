import { KIB, MIB, noMetrics, silentLogger, systemClock, WASM_PAGE_BYTES } from '@ailee/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type ExecutionOutcome, Sandbox } from '../src/index.js'
import { addModule, buildModule, F64, I32, i32, op, single } from './fixtures/build-module.js'
import { example } from './fixtures/examples.js'
import { type RequestParts, request, text, verdict } from './fixtures/harness.js'

const test = suite('sandbox')
const sandbox = new Sandbox({ log: silentLogger, metrics: noMetrics, clock: systemClock }, { processes: 2 })
test.before(() => sandbox.start())
test.after(() => sandbox.stop())

function run(module: Uint8Array, parts: RequestParts = {}): Promise<ExecutionOutcome> {
  return sandbox.run(request(module, parts))
}

test('C and Rust say hello', async () => {
  for (const name of ['hello', 'hello-rust']) {
    const outcome = await run(example(name))
    assert.is(outcome.code, 'SUCCESS', outcome.detail)
    assert.is(text(outcome.output), 'Hello, world!\n')
    assert.is(outcome.exitCode, 0)
    assert.ok(outcome.fuelUsed > 1_000n && outcome.fuelUsed < 100_000n, `${outcome.fuelUsed} fuel`)
    assert.ok(outcome.finishedAtMs >= outcome.startedAtMs)
    assert.ok(outcome.memoryPeakBytes >= 2 * WASM_PAGE_BYTES)
  }
})

test('files that no input can have are refused', async () => {
  const bytes = new Uint8Array(1)
  for (const paths of [['/a'], ['../a'], ['a', 'a'], ['a', 'a/b'], ['']]) {
    const files = paths.map((path) => ({ path, bytes }))
    const task = request(example('hello'))
    const outcome = await sandbox.run({ ...task, input: { ...task.input, files } })
    assert.is(outcome.code, 'INVALID_INPUT', paths.join())
  }
})

test('stdin is read and counted', async () => {
  const stdin = 'the quick brown fox\njumps over\n'.repeat(1_000)
  assert.is(text((await run(example('wordcount'), { stdin })).output), '2000 6000 31000\n')
})

test('a function is called by its signature', async () => {
  assert.is(
    text((await run(example('primes'), { function: 'countPrimes', args: ['100000'] })).output),
    '9592\n'
  )
  assert.is(text((await run(addModule, { function: 'add', args: ['-1', '0x10'] })).output), '15\n')
})

test('the exit code is the caller’s to judge', async () => {
  const outcome = await run(example('exit-code'))
  assert.equal([outcome.code, outcome.exitCode], ['SUCCESS', 7])
})

test('traps are named', async () => {
  const recursion = buildModule({ functions: [{ code: [op.call, 0], export: '_start' }] })
  const kinds: [string, Uint8Array][] = [
    ['unreachable', example('trap')],
    ['unreachable', single('_start', [op.unreachable])],
    ['divide-by-zero', single('_start', [...i32(1), ...i32(0), op.i32DivS, op.drop])],
    ['integer-overflow', single('_start', [...i32(-(2 ** 31)), ...i32(-1), op.i32DivS, op.drop])],
    ['invalid-conversion', single('_start', [0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x7f, op.i32TruncF64S, op.drop])],
    ['out-of-bounds', single('_start', [...i32(-1), op.i32Load, 2, 0, op.drop], { memory: [0, 1] })],
    ['indirect-call', single('_start', [...i32(0), op.callIndirect, 0, 0], { table: [0x70, 0, 1] })],
    ['indirect-call', single('_start', [...i32(9), op.callIndirect, 0, 0], { table: [0x70, 0, 1] })],
    ['unreachable', single('_start', [op.unreachable], { memory: [0, 1] })]
  ]
  for (const [kind, module] of kinds) {
    const outcome = await run(module)
    assert.equal([outcome.code, outcome.trap], ['TRAP', kind], outcome.detail)
    assert.is(outcome.output.length, 0)
    assert.is(outcome.fuelUsed, 10n ** 15n, 'a trap takes the whole limit')
  }
  const deep = await run(recursion)
  assert.equal([deep.code, deep.trap], ['DEPTH_EXHAUSTED', ''])
})

test('fuel is exact: what a run used is enough for it, and one less is not', async () => {
  const runs: [name: string, parts: RequestParts][] = [
    ['hello', {}],
    ['primes', { function: 'countPrimes', args: ['1000'] }],
    ['kmeans', { function: 'kmeansChecksum', args: ['100', '4', '5'] }],
    ['wordcount', { stdin: 'one two\nthree\n' }]
  ]
  for (const [name, options] of runs) {
    const { fuelUsed } = await run(example(name), options)
    const enough = await run(example(name), { ...options, limits: { fuel: fuelUsed } })
    assert.equal([enough.code, enough.fuelUsed], ['SUCCESS', fuelUsed], name)
    const short = await run(example(name), { ...options, limits: { fuel: fuelUsed - 1n } })
    assert.equal(
      [short.code, short.fuelUsed, short.output.length],
      ['FUEL_EXHAUSTED', fuelUsed - 1n, 0],
      name
    )
  }
})

test('an endless loop, and an endless stream of host calls, run out of fuel', async () => {
  for (const name of ['endless-loop', 'stdout-flood']) {
    const outcome = await run(example(name), { limits: { fuel: 1_000_000n } })
    assert.is(outcome.code, 'FUEL_EXHAUSTED', name)
  }
})

test('a trap in the start function is a trap, a segment that does not fit an instantiation failure', async () => {
  const starts = buildModule({
    functions: [{ code: [op.unreachable] }, { code: [], export: '_start' }],
    start: 0
  })
  assert.is((await run(starts)).code, 'TRAP')
  const data = single('_start', [], { memory: [0, 1], data: [{ at: 65_535, bytes: [1, 2] }] })
  assert.is((await run(data)).code, 'INSTANTIATION_FAILED')
})

test('memory ends at the limit', async () => {
  const outcome = await run(example('grow-memory'), { limits: { memoryBytes: 8 * MIB } })
  assert.is(outcome.code, 'MEMORY_EXHAUSTED', outcome.detail)
  assert.match(outcome.detail, '8 MiB')
  assert.ok(outcome.memoryPeakBytes <= 8 * MIB)
  const large = single('_start', [], { memory: [0, 100] })
  assert.is((await run(large, { limits: { memoryBytes: MIB } })).code, 'MEMORY_EXHAUSTED')
  // A trap that has nothing to do with memory stays one, even where the limit is small.
  const small = await run(example('trap'), { limits: { memoryBytes: WASM_PAGE_BYTES } })
  assert.is(small.code, 'TRAP')
})

test('a flood of output ends at once', async () => {
  const outcome = await run(example('stdout-flood'), { limits: { outputBytes: 64 * KIB } })
  assert.is(outcome.code, 'OUTPUT_TOO_LARGE')
  assert.is(outcome.output.length, 0)
  assert.is(
    (await run(addModule, { function: 'add', args: ['1', '2'], limits: { outputBytes: 1 } })).code,
    'OUTPUT_TOO_LARGE'
  )
})

test('what is no module says what it is', async () => {
  const outcome = await run(new TextEncoder().encode('<html>'))
  assert.is(outcome.code, 'MODULE_INVALID')
  assert.match(outcome.detail, 'it starts with 3c 68 74')
  assert.match((await run(new Uint8Array(0))).detail, 'it is empty')
  // Well-formed, but its code leaves a value too few.
  assert.is((await run(single('_start', [op.drop]))).code, 'MODULE_INVALID')
})

test('a missing function lists the ones there are', async () => {
  const unknown = await run(addModule, { function: 'sub' })
  assert.is(unknown.code, 'FUNCTION_NOT_FOUND')
  assert.match(unknown.detail, 'add(i32, i32) -> i32')
  const command = await run(addModule)
  assert.is(command.code, 'FUNCTION_NOT_FOUND')
  assert.match(command.detail, '--function')
})

test('arguments that do not fit are named', async () => {
  const count = await run(example('primes'), { function: 'countPrimes', args: ['1', '2'] })
  assert.equal(
    [count.code, count.detail],
    ['INVALID_INPUT', 'countPrimes(i32) -> i32 takes 1 argument, got 2']
  )
  assert.is((await run(addModule, { function: 'add', args: ['1', 'x'] })).code, 'INVALID_INPUT')
  assert.is((await run(example('hello'), { args: ['a\0b'] })).code, 'INVALID_INPUT')
  assert.is((await run(example('hello'), { env: ['NAME'] })).code, 'INVALID_INPUT')
})

test('imports other than WASI are denied by name', async () => {
  const outcome = await run(
    buildModule({ imports: [{ module: 'env', name: 'abort', params: [], results: [] }] })
  )
  assert.is(outcome.code, 'IMPORT_DENIED')
  assert.match(outcome.detail, '"env.abort"')
})

test('bytes that are not those of their hash are refused', async () => {
  const outcome = await sandbox.run({ ...request(addModule), moduleHash: '0'.repeat(64) })
  assert.is(outcome.code, 'MODULE_INVALID')
})

test('several results, after what the function printed and after _initialize', async () => {
  const module = buildModule({
    imports: [{ name: 'fd_write', params: [I32, I32, I32, I32], results: [I32] }],
    functions: [
      { results: [I32, F64], code: [...i32(-1), 0x44, 0, 0, 0, 0, 0, 0, 0xe0, 0x3f], export: 'pair' },
      {
        code: [...i32(1), ...i32(0), ...i32(1), ...i32(8), op.call, 0, op.drop],
        export: '_initialize'
      }
    ],
    memory: [0, 1],
    data: [
      { at: 0, bytes: [16, 0, 0, 0, 3, 0, 0, 0] },
      { at: 16, bytes: [0x68, 0x69, 0x0a] }
    ]
  })
  assert.is(text((await run(module, { function: 'pair' })).output), 'hi\n-1\n0.5\n')
})

test('two runs are equal, wherever they run', async () => {
  for (const name of ['hello-rust', 'wordcount', 'trap', 'stdout-flood', 'grow-memory']) {
    const runs = await Promise.all([1, 2, 3].map(() => run(example(name), { stdin: 'a b c', args: ['x'] })))
    for (const other of runs) assert.equal(verdict(other), runs.map(verdict)[0])
  }
})

test('nothing of a task is left for the next', async () => {
  // Returns what stands at address 0 and leaves a mark there.
  const module = single('visit', [...i32(0), op.i32Load, 2, 0, ...i32(0), ...i32(77), op.i32Store, 2, 0], {
    results: [I32],
    memory: [0, 1]
  })
  for (let visit = 0; visit < 6; visit++) {
    assert.is(text((await run(module, { function: 'visit' })).output), '0\n')
  }
})

test('one module under two memory limits', async () => {
  const grow = single('grow', [...i32(1), op.memoryGrow, 0], { results: [I32], memory: [0, 1] })
  const grown = async (pages: number): Promise<string> => {
    const limits = { memoryBytes: pages * WASM_PAGE_BYTES }
    return text((await run(grow, { function: 'grow', limits })).output)
  }
  assert.equal([await grown(1), await grown(2), await grown(1)], ['-1\n', '1\n', '-1\n'])
})

test('more modules than a process keeps', async () => {
  const modules = Array.from({ length: 40 }, (_, index) => single('f', [...i32(index)], { results: [I32] }))
  for (const round of [1, 2]) {
    for (const [index, module] of modules.entries()) {
      assert.is(text((await run(module, { function: 'f' })).output), `${index}\n`, `round ${round}`)
    }
  }
})

test('a request that no task can lead to is a fault of the caller', async () => {
  for (const change of [{ seed: new Uint8Array(1) }, { moduleHash: 'x' }, { clockMs: Number.NaN }]) {
    const error = await sandbox.run({ ...request(addModule), ...change }).catch((reason: unknown) => reason)
    assert.is((error as { code?: string }).code, 'SANDBOX_REQUEST_INVALID')
  }
})

test.run()
