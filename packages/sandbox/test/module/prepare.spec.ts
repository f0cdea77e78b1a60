import { MIB } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { aileeSignatures } from '../../src/host/signatures.js'
import { importProblem } from '../../src/module/check-imports.js'
import { parseModule } from '../../src/module/parse.js'
import { type PreparedModule, prepareModule } from '../../src/module/prepare.js'
import { ModuleRefusal } from '../../src/module/refusal.js'
import { buildModule, I32, I64, op, single } from '../fixtures/build-module.js'
import { example } from '../fixtures/examples.js'

function code(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof ModuleRefusal) return error.code
    throw error
  }
  return 'accepted'
}

function memory(prepared: PreparedModule): unknown {
  return parseModule(prepared.bytes).memory
}

test('clamps the memory’s maximum to the limit', () => {
  const limits = { memoryBytes: MIB }
  const open = prepareModule(single('f', [], { memory: [0, 1] }), limits)
  assert.equal(memory(open), { min: 1, max: 16 })
  assert.equal(open.memoryLimit, { initialPages: 1, limitPages: 16 })
  const above = prepareModule(single('f', [], { memory: [1, 1, 40] }), limits)
  assert.equal(memory(above), { min: 1, max: 16 })
  const below = prepareModule(single('f', [], { memory: [1, 1, 3] }), limits)
  assert.equal(memory(below), { min: 1, max: 3 })
  assert.is(below.memoryLimit, undefined)
  assert.is(
    code(() => prepareModule(single('f', [], { memory: [0, 17] }), limits)),
    'MEMORY_EXHAUSTED'
  )
})

test('clamps tables', () => {
  const prepared = prepareModule(single('f', [], { table: [0x70, 0, 1] }), { memoryBytes: 0 })
  assert.equal(parseModule(prepared.bytes).tables, [{ element: 'funcref', min: 1, max: 100_000 }])
})

test('makes memory and start function exports of fresh names', () => {
  const module = buildModule({
    functions: [{ code: [], export: 'ailee:start' }, { code: [] }],
    memory: [0, 1],
    start: 1
  })
  const prepared = prepareModule(module, { memoryBytes: MIB })
  assert.is(prepared.startExport, 'ailee:start:2')
  const instance = new WebAssembly.Instance(new WebAssembly.Module(prepared.bytes))
  assert.ok(instance.exports[prepared.memoryExport ?? ''] instanceof WebAssembly.Memory)
  assert.is(typeof instance.exports['ailee:start:2'], 'function')
  assert.equal([...prepared.functions.keys()], ['ailee:start'])
})

test('real modules stay valid, and preparing is repeatable', () => {
  for (const name of ['hello', 'hello-rust', 'primes', 'wordcount']) {
    const once = prepareModule(example(name), { memoryBytes: 64 * MIB })
    assert.ok(WebAssembly.validate(once.bytes), name)
    assert.equal(prepareModule(example(name), { memoryBytes: 64 * MIB }).bytes, once.bytes)
  }
})

test('only functions of WASI and ailee, of the right signature, can be imported', () => {
  const imports = (module: string, name: string, params: number[], results = [I32]): string =>
    code(() =>
      prepareModule(buildModule({ imports: [{ module, name, params, results }] }), { memoryBytes: MIB })
    )
  assert.is(imports('wasi_snapshot_preview1', 'fd_close', [I32]), 'accepted')
  assert.is(imports('wasi_snapshot_preview1', 'fd_close', [I32, I32]), 'IMPORT_DENIED')
  assert.is(imports('wasi_snapshot_preview1', 'system', [I32]), 'IMPORT_DENIED')
  assert.is(imports('env', 'abort', [I32]), 'IMPORT_DENIED')
  for (const [name, { params, results }] of Object.entries(aileeSignatures)) {
    const bytes = (types: readonly string[]): number[] => types.map((type) => (type === 'i64' ? I64 : I32))
    assert.is(imports('ailee', name, bytes(params), bytes(results)), 'accepted', name)
    assert.is(imports('ailee', name, [...bytes(params), I32], bytes(results)), 'IMPORT_DENIED', name)
  }
  assert.is(imports('ailee', 'fd_write', [I32], []), 'IMPORT_DENIED')
})

test('a denied import is told with what there is', () => {
  const problem = (module: string, name: string): string | undefined =>
    importProblem({ module, name, type: { params: ['i64'], results: [] } })
  assert.match(problem('env', 'f') ?? '', 'only wasi_snapshot_preview1 and ailee can be imported')
  assert.match(problem('ailee', 'f') ?? '', '"ailee" has only input_size() -> i32, input_read(i32, i32, i32)')
  assert.match(problem('ailee', 'log') ?? '', 'log(i64), but it is log(i32, i32)')
})

test('custom sections are left out', () => {
  const module = single('f', [op.unreachable])
  const prepared = prepareModule(Uint8Array.from([...module, 0, 3, 1, 0x61, 0]), { memoryBytes: MIB })
  assert.is(WebAssembly.Module.customSections(new WebAssembly.Module(prepared.bytes), 'a').length, 0)
})

test.run()
