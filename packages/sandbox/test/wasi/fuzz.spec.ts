import { hash } from 'node:crypto'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Meter, OutOfFuel } from '../../src/execution/meter.js'
import { type PreparedModule, prepareModule } from '../../src/module/prepare.js'
import { errno } from '../../src/wasi/errno.js'
import { wasiImports } from '../../src/wasi/preview1.js'
import { WASI_MODULE, wasiNames, wasiSignatures } from '../../src/wasi/signatures.js'
import { OutputOverflow } from '../../src/wasi/streams.js'
import { ProcessExit, WasiProcess } from '../../src/wasi/wasi-process.js'
import { outputsOf } from './fixtures/outputs.js'
import { trampolines } from './fixtures/trampolines.js'

/** More with a longer run by hand: WASI_FUZZ=20000. */
const RUNS = Number(process.env.WASI_FUZZ ?? 500)
const seed = Number(process.env.WASI_SEED ?? 20_261_124)
const PAGE = 65_536
const FUEL = 2_000_000n
const ALL_RIGHTS = (1n << 28n) - 1n
const texts = { args: ['module', 'grüße'], env: ['A=\u{1f600}'] }

const prepared: PreparedModule = prepareModule(trampolines, { memoryBytes: PAGE })
const compiled = new WebAssembly.Module(prepared.bytes)
const answers: ReadonlySet<number> = new Set(Object.values(errno))

interface Call {
  name: string
  params: (number | bigint)[]
}

interface Run {
  answers: (number | string)[]
  memory: Uint8Array
  fuel: bigint
  stdout: Uint8Array
  stderr: Uint8Array
}

/** Where pointers may go: all over the page, its edges, and beyond. */
const word = fc.oneof(
  fc.integer({ min: 0, max: 8 }),
  fc.integer({ min: 0, max: PAGE }),
  fc.integer({ min: PAGE - 70, max: PAGE + 8 }),
  fc.constantFrom(-1, -4, -8, -64, -PAGE, 0x7fffffff, -0x80000000, 1_024, 1_025, 4_095, 4_096),
  fc.integer()
)
const long = fc.oneof(
  fc.bigInt(-2n, 70n),
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  fc.constantFrom(2n ** 53n, 2n ** 31n, 2n ** 62n, -(2n ** 63n), 2n ** 63n - 1n, (1n << 28n) - 1n)
)
/** As often as everything else: a file that is there, opened and used. */
const likely: fc.Arbitrary<Call> = fc.oneof(
  fc.constantFrom<Call>(
    { name: 'path_open', params: [3, 0, 0, 1, 1, ALL_RIGHTS, ALL_RIGHTS, 0, 32_000] },
    { name: 'fd_readdir', params: [3, 100, 60, 0n, 32_000] }
  ),
  fc
    .tuple(fc.constantFrom('fd_read', 'fd_write'), fc.constantFrom(0, 1, 4, 5), word)
    .map(([name, fd, at]) => ({ name, params: [fd, at, 2, 32_000] })),
  fc.tuple(fc.constantFrom(0, 1_000, 40_000), word).map(([at, count]) => {
    return { name: 'poll_oneoff', params: [at, 50_000, count, 32_000] }
  }),
  word.map((length) => ({ name: 'random_get', params: [100, length] }))
)
const any: fc.Arbitrary<Call> = fc.constantFrom(...wasiNames).chain((name) => {
  const params = wasiSignatures.get(name)?.params ?? []
  return fc
    .tuple(...params.map((type) => (type === 'i64' ? long : word)))
    .map((values) => ({ name, params: values }))
})
const calls = fc.array(fc.oneof(any, likely), { minLength: 1, maxLength: 12, size: 'max' })
/** What memory holds at first, again and again: words that lists and subscriptions could have. */
const contents = fc
  .array(word, { minLength: 48, maxLength: 48, size: 'max' })
  .map((words) => new Uint8Array(Int32Array.from(words).buffer))

function run(sequence: readonly Call[], content: Uint8Array): Run {
  const program = new WasiProcess({
    ...texts,
    stdin: new Uint8Array(300).fill(9),
    files: [
      { path: 'a', bytes: new Uint8Array(5_000).fill(1) },
      { path: 'd/e', bytes: new Uint8Array(3) }
    ],
    seed: new Uint8Array(32),
    clockMs: 1_700_000_000_000,
    outputBytes: 100_000,
    stderrBytes: 1_000,
    sha3: (bytes) => hash('sha3-256', bytes, 'buffer')
  })
  const instance = new WebAssembly.Instance(compiled, { [WASI_MODULE]: wasiImports(program) })
  const memory = instance.exports[prepared.memoryExport ?? ''] as WebAssembly.Memory
  program.memory.attach(memory)
  const meter = new Meter(instance.exports, prepared.meter, FUEL)
  program.meter = meter
  const bytes = new Uint8Array(memory.buffer)
  for (let at = 0; at < PAGE; at += content.length) bytes.set(content.subarray(0, PAGE - at), at)
  bytes[0] = 0x61
  const told = sequence.map(({ name, params }) => {
    const expected = bytes.slice()
    const outputs = outputsOf(name, params, new DataView(expected.buffer), texts)
    try {
      const answer = (instance.exports[name] as (...values: (number | bigint)[]) => number)(...params)
      assert.ok(answers.has(answer), `${name} answers ${answer}`)
      return answer
    } catch (error) {
      const ends = [ProcessExit, OutputOverflow, OutOfFuel, WebAssembly.RuntimeError]
      if (!ends.some((end) => error instanceof end)) throw error
      if (error instanceof WebAssembly.RuntimeError) assert.ok(meter.isExhausted, `${name}: ${error.message}`)
      return (error as Error).constructor.name
    } finally {
      for (const [at, length] of outputs) expected.set(bytes.subarray(at, at + length), Math.min(at, PAGE))
      assert.is(Buffer.compare(bytes, expected), 0, `${name}(${params}) writes elsewhere`)
    }
  })
  return {
    answers: told,
    memory: bytes.slice(),
    fuel: meter.used,
    stdout: program.stdout.bytes().slice(),
    stderr: program.stderr.bytes().slice()
  }
}

test('any calls end in known ways, write only where they should, and do the same again', () => {
  const seen = new Map<number | string, number>()
  const result = fc.check(
    fc.property(calls, contents, (sequence, content) => {
      const once = run(sequence, content)
      assert.equal(run(sequence, content), once)
      for (const answer of once.answers) seen.set(answer, (seen.get(answer) ?? 0) + 1)
    }),
    { numRuns: RUNS, seed }
  )
  assert.not(result.failed, `${result.errorInstance}\n${fc.defaultReportMessage(result)}`)
  for (const answer of [errno.SUCCESS, errno.BADF, errno.FAULT, errno.INVAL, errno.NOTDIR, 'ProcessExit']) {
    assert.ok(seen.has(answer), `never seen: ${answer}`)
  }
})
test.run()
