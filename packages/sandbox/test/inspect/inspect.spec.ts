import { MIB } from '@ailee/core'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { inspectModule, type ModuleReport } from '../../src/index.js'
import { METERING_VERSION } from '../../src/instrument/index.js'
import { meteringHash } from '../../src/instrument/metering-hash.js'
import { buildModule, op, single } from '../fixtures/build-module.js'
import { example } from '../fixtures/examples.js'
import { mutated } from '../fixtures/mutated.js'
import { echoModule } from '../host/fixtures/modules.js'
import { assemble, type FunctionSource, oneFunction } from '../instrument/fixtures/assemble.js'

const limits = { memoryBytes: 64 * MIB }
const inspect = (bytes: Uint8Array): ModuleReport => inspectModule(bytes, limits)

/** Codes of all problems, each once. */
function codes({ problems }: ModuleReport): string[] {
  return [...new Set(problems.map(({ code }) => code))].sort()
}

function caps({ problems }: ModuleReport): Record<string, [number, number]> {
  return Object.fromEntries(
    problems.flatMap(({ cap }) => (cap === undefined ? [] : [[cap.name, [cap.found, cap.allowed]]]))
  )
}

test('a module that would run: what it needs, and how large it gets', () => {
  const report = inspect(example('wordcount'))
  assert.is(report.refusal, undefined)
  assert.equal(report.problems, [])
  assert.ok(report.imports.includes('wasi_snapshot_preview1.fd_read(i32, i32, i32, i32) -> i32'))
  assert.ok(report.exports.includes('_start()'))
  assert.equal(report.memory, { minPages: 2, maxPages: undefined })
  assert.ok((report.growth ?? 0) > 1 && (report.growth ?? 0) < 3, String(report.growth))
  assert.ok((report.instrumentedBytes ?? 0) > report.moduleBytes)
  assert.ok((report.staticDepth ?? 0) > 0)
  const { version, hash } = report.metering
  assert.equal([version, hash], [METERING_VERSION, Buffer.from(meteringHash()).toString('hex')])
  assert.is(inspect(example('matmul')).hasStart, true)
})

test('custom sections are told, and count for nothing else', () => {
  const plain = inspect(single('f', [op.unreachable]))
  const named = inspect(Uint8Array.from([...single('f', [op.unreachable]), 0, 3, 1, 0x61, 0]))
  assert.equal([named.customBytes, named.growth], [5, plain.growth])
})

test('features by compilers’ names', () => {
  assert.equal(inspect(example('primes')).features, ['bulk-memory'])
  const used = (code: string): string[] => inspect(oneFunction(code)).features
  assert.equal(used('i32.const 1 i32.extend8_s drop'), ['sign-ext'])
  assert.equal(used('f32.const 1 i32.trunc_sat_f32_s drop'), ['nontrapping-fptoint'])
  assert.equal(used('ref.null func drop i32.const 0 i32x4.splat drop'), ['reference-types', 'simd128'])
  assert.equal(used('return_call 0'), ['tail-call'])
  assert.equal(used('nop'), [])
  const block = assemble({
    types: [{ params: ['i32'] }],
    functions: [{ code: 'i32.const 1 block @0 drop end', export: 'f' }]
  })
  assert.equal(inspect(block).features, ['multivalue'])
  const results = { results: ['i32', 'i32'] as const, code: 'i32.const 1 i32.const 2', export: 'f' }
  assert.equal(inspect(assemble({ functions: [results] })).features, ['multivalue'])
})

test('who can call it, and how', () => {
  assert.equal(inspect(example('hello')).calls, { command: true, functions: ['_start'], bytes: [] })
  assert.equal(inspect(echoModule).calls, { command: false, functions: ['f', 'alloc'], bytes: ['f'] })
  const vector = assemble({ functions: [{ params: ['v128'], code: 'nop', export: 'f' }] })
  assert.equal(inspect(vector).calls, { command: false, functions: [], bytes: [] })
})

test('every cap that is passed is told, with the most of it and where', () => {
  const many: FunctionSource[] = Array.from({ length: 1_001 }, (_, index) => ({
    code: '',
    export: `small${index}`
  }))
  const locals = (count: number): FunctionSource['locals'] => new Array(count).fill('i32')
  const module = assemble({
    functions: [
      ...many,
      { code: 'nop '.repeat(300_000), export: 'long' },
      { code: '', locals: locals(2_500), export: 'wide' },
      { code: '', locals: locals(2_100) },
      { code: 'block void end '.repeat(7_000), locals: locals(1_500), export: 'branching' },
      { code: '', params: new Array(101).fill('i64') }
    ],
    memory: [2_000],
    table: [],
    tableSize: [100_001],
    imports: Array.from({ length: 1_001 }, () => ({ module: 'env', name: 'abort' }))
  })
  const report = inspect(module)
  assert.equal(caps(report), {
    imports: [1_001, 1_000],
    exports: [1_004, 1_000],
    'parameters of one function': [101, 100],
    'elements in one table': [100_001, 100_000],
    'bytes in one function': [300_002, 262_144],
    'locals in one function': [2_500, 2_000],
    'groups of locals in one function': [2_500, 2_000],
    'locals times branches in one function': [10_500_000, 10_000_000]
  })
  const where = Object.fromEntries(report.problems.map((problem) => [problem.cap?.name, problem.where]))
  assert.is(where['bytes in one function'], 'function 2002 (long)')
  assert.is(where['locals in one function'], 'function 2003 (wide)')
  assert.is(where['locals times branches in one function'], 'function 2005 (branching)')
  assert.equal(codes(report), ['IMPORT_DENIED', 'MEMORY_EXHAUSTED', 'MODULE_TOO_COMPLEX'])
  assert.ok(report.problems.every(({ hint }) => hint !== undefined))
  const denied = report.problems.filter(({ code }) => code === 'IMPORT_DENIED')
  assert.is(denied.length, 1, 'the same import is told once')
  assert.match(denied[0]?.hint ?? '', '--use abort=')
})

test('caps of the instrumenter are told besides imports and memory', () => {
  const chain = Array.from(
    { length: 20 },
    (_, index): FunctionSource => ({
      code: index < 19 ? `call ${index + 2}` : '',
      locals: new Array(1_999).fill('i64'),
      export: `f${index}`
    })
  )
  const report = inspect(
    assemble({ functions: chain, memory: [2_000], imports: [{ module: 'env', name: 'puts' }] })
  )
  assert.equal(codes(report), ['IMPORT_DENIED', 'MEMORY_EXHAUSTED', 'MODULE_TOO_COMPLEX'])
  const [found = 0, allowed] = caps(report)['units of depth in one chain of calls'] ?? []
  assert.ok(found > 4_096)
  assert.is(allowed, 4_096)
  assert.match(report.problems.find(({ code }) => code === 'IMPORT_DENIED')?.hint ?? '', 'define it')
  assert.is(report.refusal?.code, 'IMPORT_DENIED')
  const small = inspect(
    assemble({ functions: [{ code: '', export: 'f' }], imports: [{ module: 'wbg', name: 'x' }] })
  )
  assert.ok((small.instrumentedBytes ?? 0) > 0, 'its size is known although it is refused')
})

test('every feature that is denied is told once, over all functions', () => {
  const f = (...code: number[]) => ({ code })
  const module = buildModule({
    functions: [
      { code: [op.i32Const, 0, 0xfe, 0x10, 2, 0, op.drop, 0xfe, 0x03, 0, 0xd0, 0x70, 0xd3], export: 'f' },
      f(0x06, op.empty, 0x19, 0x0b),
      f(0x1f, op.empty, 1, 2, 0, 0x0b, 0x08, 0),
      f(0xfd, 0x80, 0x02),
      f(0xfb, 0x00, 0x00, 0xfe, 0x10),
      f(0xfc, 0x13),
      f(op.i32Const, 0, op.i32Load, 0x42, 1, 0, op.drop)
    ],
    // Shared, 1 to 2 pages.
    memory: [3, 1, 2]
  })
  const report = inspect(module)
  assert.equal(codes(report), ['FEATURE_DENIED'])
  const names = report.problems.map(({ message }) => /the module uses ([^(,]*[^(, ])/.exec(message)?.[1])
  assert.equal(
    names.sort(),
    [
      'a shared memory',
      'exception handling',
      'garbage collection',
      'memory control or wide arithmetic',
      'more than one memory',
      'relaxed SIMD',
      'threads and atomics'
    ].sort()
  )
  assert.ok(report.problems.every(({ hint }) => hint !== undefined))
  assert.is(report.problems[0]?.message, report.refusal?.message)
  assert.equal(report.exports, ['f()'])
})

test('what V8 does not validate is told', () => {
  const report = inspect(single('f', [op.i32Add]))
  assert.is(report.refusal?.code, 'MODULE_INVALID')
  assert.match(report.refusal?.message ?? '', 'does not validate')
  assert.equal(codes(report), ['MODULE_INVALID'])
})

test('what is no module at all is told with a way out', () => {
  const hint = (bytes: Uint8Array | string): string => {
    const report = inspect(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
    assert.equal(codes(report), ['MODULE_INVALID'])
    assert.is(report.instrumentedBytes, undefined)
    return report.problems[0]?.hint ?? ''
  }
  assert.match(hint('just text'), 'compile it')
  assert.match(hint('(module)'), 'wat2wasm')
  assert.match(hint(Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0)), 'component')
  assert.match(hint(Uint8Array.of(0x1f, 0x8b, 8)), 'unpack')
  hint('')
})

test('a module over 4 MiB is looked at all the same', () => {
  const custom = 5 * MIB
  const head = [0, ...[custom & 0x7f, (custom >> 7) & 0x7f, (custom >> 14) & 0x7f, custom >> 21]].map(
    (byte, index) => (index > 0 && index < 4 ? byte | 0x80 : byte)
  )
  const module = new Uint8Array(single('f', [op.unreachable]).length + head.length + custom)
  module.set(single('f', [op.unreachable]))
  module.set(head, single('f', [op.unreachable]).length)
  const report = inspect(module)
  assert.equal(Object.keys(caps(report)), ['bytes'])
  assert.equal(report.exports, ['f()'])
  assert.match(report.problems[0]?.hint ?? '', 'strip')
})

test('whatever the bytes are, nothing is thrown, and problems are there exactly if it is refused', () => {
  const check = (bytes: Uint8Array): void => {
    const { refusal, problems, growth } = inspect(bytes)
    assert.is(problems.length === 0, refusal === undefined)
    if (refusal === undefined) assert.ok(growth !== undefined)
    else assert.ok(problems.some(({ code }) => code === refusal.code))
  }
  fc.assert(fc.property(mutated, check), { numRuns: 300 })
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      check(bytes)
      check(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...bytes]))
    }),
    { numRuns: 1_000 }
  )
})

test.run()
