import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type InstrumentedModule, instrumentModule } from '../../src/instrument/index.js'
import { ModuleRefusal } from '../../src/module/refusal.js'
import { buildModule, op } from '../fixtures/build-module.js'
import { example } from '../fixtures/examples.js'
import { assemble, instructions } from './fixtures/assemble.js'
import { OPTIONS } from './fixtures/metered-run.js'
import { randomModule } from './fixtures/random-module.js'

function attempt(module: Uint8Array): InstrumentedModule | ModuleRefusal {
  try {
    return instrumentModule(module, OPTIONS)
  } catch (error) {
    if (error instanceof ModuleRefusal) return error
    throw error
  }
}

function refusal(module: Uint8Array): string {
  const outcome = attempt(module)
  return outcome instanceof ModuleRefusal ? `${outcome.code}: ${outcome.message}` : 'accepted'
}

/** A module with these instructions in its one function, a memory and a table. */
function body(code: number[]): Uint8Array {
  return buildModule({ functions: [{ code, export: 'f' }], memory: [0, 1], table: [0x70, 0, 1] })
}

test('features that could differ between machines are refused by name and place', () => {
  const cases: [number[], RegExp][] = [
    [[0xfe, 0x00, 0x02, 0x00], /threads and atomics \(opcode 0xfe at byte \d+\)/],
    [[0xfd, 0x80, 0x02], /relaxed SIMD \(opcode 0xfd 0x100 at byte \d+\)/],
    [[0xfb, 0x00], /garbage collection/],
    [[0x06, 0x40], /exception handling \(try\)/],
    [[0x08, 0x00], /exception handling \(throw\)/],
    [[0x1f, 0x40], /exception handling \(try_table\)/],
    [[0x14, 0x00], /function references \(call_ref\)/],
    [[0x15, 0x00], /function references \(return_call_ref\)/],
    [[0xd5, 0x00], /function references/],
    [[0xfc, 0x13], /wide arithmetic/],
    [[0x41, 0, 0x28, 0x40, 1, 0], /more than one memory/],
    [[0x41, 0, 0x40, 1], /more than one memory/],
    [[0xd0, 0x6b], /typed references/]
  ]
  for (const [code, text] of cases) {
    const found = refusal(body(code))
    assert.match(found, /^FEATURE_DENIED/)
    assert.match(found, text)
  }
})

test('what does not exist is malformed, also what instrumenting would bring to life', () => {
  const cases: Record<string, number[]> = {
    'unknown opcode': [0x27],
    'unknown vector opcode': [0xfd, 0x9a, 0x01],
    'local of the instrumenter': [0x20, 0, op.drop],
    'global of the instrumenter': [0x23, 0, op.drop],
    'label of the wrapper': [0x0c, 1],
    'label in a table': [0x41, 0, 0x0e, 1, 0, 1],
    'type of the instrumenter': [0x02, 9, 0x0b],
    'function index': [0x10, 9],
    'undeclared reference': [0xd2, 1, op.drop],
    'else without if': [0x05],
    'end too many': [0x0b, 0x0b],
    'block left open': [0x02, 0x40],
    'data segment': [0xfc, 0x09, 0],
    'element segment': [0xfc, 0x0d, 0],
    'long number': [0x41, 0x80, 0x80, 0x80, 0x80, 0x80, 0],
    'huge table': [0x41, 0, 0x0e, 0xff, 0xff, 0xff, 0xff, 0x0f]
  }
  for (const [name, code] of Object.entries(cases)) assert.match(refusal(body(code)), /^MODULE_INVALID/, name)
})

test('caps', () => {
  const huge = (code: string, locals = 0): string =>
    refusal(assemble({ functions: [{ code, export: 'f', locals: new Array(locals).fill('i32') }] }))
  assert.match(huge('', 2_001), /^MODULE_TOO_COMPLEX/)
  assert.is(huge('', 2_000), 'accepted')
  assert.match(huge('block void end '.repeat(6_000), 2_000), /^MODULE_TOO_COMPLEX.*locals times branches/)
  assert.match(huge('nop '.repeat(256 * 1024)), /^MODULE_TOO_COMPLEX.*bytes in one function/)
  const vectors = `i32.const 0 ${'f32.const 0 f32x4.splat '}${'f32.const 0 f32x4.splat f32x4.add v128.not '.repeat(20_000)} v128.store`
  const outcome = refusal(assemble({ functions: [{ code: vectors, export: 'f' }], memory: [1] }))
  assert.is(outcome, 'accepted', 'a body as dear as it gets is still instrumented')
  const big = Array.from({ length: 3 }, () => ({ code: instructionsOf(60_000) }))
  assert.is(refusal(assemble({ functions: big, memory: [1] })), 'accepted')
})

function instructionsOf(count: number): string {
  return `f32.const 1 ${'f32.neg f32.sqrt f32.abs '.repeat(count)} drop`
}

test('memory and tables above the limits', () => {
  assert.match(refusal(buildModule({ memory: [0, 0x81, 2] })), /^MEMORY_EXHAUSTED/)
  assert.match(refusal(buildModule({ table: [0x70, 0, 0xe9, 7] })), /^MODULE_TOO_COMPLEX/)
})

test('every opcode of the table is decoded', () => {
  // Whatever stands in the table is read and copied; nothing is lost behind it.
  for (const name of [
    'nop',
    'v128.const 0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0 drop',
    'memory.size drop',
    'table.size 0 drop'
  ]) {
    assert.is(refusal(body(instructions(name))), 'accepted', name)
  }
})

const supply = fc.noBias(fc.uint8Array({ minLength: 300, maxLength: 1_000, size: 'max' }))
const originals = fc.oneof(
  fc.constantFrom('primes', 'kmeans', 'matmul', 'echo').map(example),
  supply.map((bytes) => assemble(randomModule(bytes)))
)
const mutated = fc
  .record({
    original: originals,
    changes: fc.array(fc.record({ at: fc.nat(), value: fc.nat(255) }), { minLength: 1, maxLength: 5 }),
    cut: fc.option(fc.nat(), { freq: 5 })
  })
  .map(({ original, changes, cut }) => {
    const bytes = Uint8Array.from(original)
    for (const { at, value } of changes) bytes[at % bytes.length] = value
    return cut === null ? bytes : bytes.subarray(0, cut % bytes.length)
  })

test('mutated modules are refused with a code or stay what they were: valid or not', () => {
  fc.assert(
    fc.property(mutated, (module) => {
      const outcome = attempt(module)
      if (outcome instanceof ModuleRefusal) return
      const valid = WebAssembly.validate(Uint8Array.from(module))
      assert.is(WebAssembly.validate(outcome.bytes), valid)
    }),
    { numRuns: 10_000 }
  )
})

test.run()
