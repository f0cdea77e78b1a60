import { MAX_MODULE_BYTES as PROTOCOL_MAX_MODULE_BYTES } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_MODULE_BYTES } from '../../src/module/caps.js'
import { parseModule } from '../../src/module/parse.js'
import { ModuleRefusal } from '../../src/module/refusal.js'
import { addModule, buildModule, I32, I64, op, single } from '../fixtures/build-module.js'

function refusal(bytes: Uint8Array): ModuleRefusal {
  try {
    parseModule(bytes)
  } catch (error) {
    if (error instanceof ModuleRefusal) return error
    throw error
  }
  throw new Error('was accepted')
}

function bytes(...parts: (number | number[])[]): Uint8Array {
  return Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...parts.flat()])
}

test('reads signatures, exports and memory', () => {
  const module = buildModule({
    imports: [{ name: 'fd_close', params: [I32], results: [I32] }],
    functions: [{ params: [I64, I32], results: [I64], code: [op.localGet, 0], export: 'first' }],
    memory: [1, 2, 5]
  })
  const info = parseModule(module)
  assert.equal(info.memory, { min: 2, max: 5 })
  assert.equal(info.exports, [{ name: 'first', kind: 'function', index: 1 }])
  assert.equal(info.functions[1], { params: ['i64', 'i32'], results: ['i64'] })
  assert.is(info.imports[0]?.name, 'fd_close')
})

test('the module cap is the protocol’s', () => {
  assert.is(MAX_MODULE_BYTES, PROTOCOL_MAX_MODULE_BYTES)
})

test('bytes that are no module are named as such', () => {
  const error = refusal(new TextEncoder().encode('#!/bin/sh\n'))
  assert.is(error.code, 'MODULE_INVALID')
  assert.match(error.message, 'not a WebAssembly module: it starts with 23 21 2f')
  assert.is(refusal(new Uint8Array(0)).code, 'MODULE_INVALID')
})

test('every truncation is refused or is a shorter whole module', () => {
  const ends: number[] = []
  for (let length = 8; length < addModule.length; length++) {
    try {
      parseModule(addModule.subarray(0, length))
      ends.push(length)
    } catch (error) {
      if (!(error instanceof ModuleRefusal)) throw error
      assert.is(error.code, 'MODULE_INVALID')
    }
  }
  // Only at the ends of the preamble and of the type section does a module without code remain.
  assert.is(ends.length, 2)
})

test('malformed structure is MODULE_INVALID', () => {
  const cases: [string, Uint8Array][] = [
    ['unknown section', bytes(14, 0)],
    ['repeated section', bytes(1, 1, 0, 1, 1, 0)],
    ['sections out of order', bytes(3, 1, 0, 1, 1, 0)],
    ['section longer than the file', bytes(1, 0xff, 0xff, 0xff, 0xff, 0x0f)],
    ['overlong number', bytes(1, 6, 0x80, 0x80, 0x80, 0x80, 0x80, 0)],
    ['number past 32 bits', bytes(1, 5, 0xff, 0xff, 0xff, 0xff, 0x7f)],
    ['a count with nothing behind it', bytes(1, 2, 0xff, 0x01)],
    ['bytes left over in a section', bytes(1, 2, 0, 0)],
    ['type that does not exist', bytes(3, 2, 1, 7)],
    ['functions without code', bytes(1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0)],
    ['code without functions', bytes(10, 4, 1, 2, 0, 0x0b)],
    ['memory maximum below its minimum', bytes(5, 4, 1, 1, 5, 2)],
    ['export of what is not there', bytes(7, 5, 1, 1, 0x61, 0, 3)],
    ['a name that is no UTF-8', bytes(7, 5, 1, 1, 0xff, 0, 0)]
  ]
  for (const [what, module] of cases) assert.is(refusal(module).code, 'MODULE_INVALID', what)
})

test('caps hold before anything is allocated by a count', () => {
  const huge = [0xff, 0xff, 0xff, 0xff, 0x0f]
  for (const section of [1, 2, 3, 4, 6, 7, 9, 11]) {
    assert.is(refusal(bytes(section, 5, huge)).code, 'MODULE_TOO_COMPLEX', `section ${section}`)
  }
  const oneFunction = [1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0]
  const locals = (count: number[]): Uint8Array => bytes(oneFunction, 10, 7, 1, 5, 1, count, 0x7f, 0x0b)
  assert.not.throws(() => parseModule(locals([0xd0, 0x0f])))
  assert.is(refusal(locals([0xd1, 0x0f])).code, 'MODULE_TOO_COMPLEX')
  assert.is(refusal(new Uint8Array(MAX_MODULE_BYTES + 1)).code, 'MODULE_TOO_COMPLEX')
})

test('features whose results could differ are denied', () => {
  const cases: [string, Uint8Array][] = [
    ['shared memory', single('f', [], { memory: [3, 1, 1] })],
    ['64-bit memory', single('f', [], { memory: [4, 1] })],
    ['two memories', bytes(5, 5, 2, 0, 1, 0, 1)],
    ['exceptions', bytes(13, 1, 0)],
    ['garbage collection', bytes(1, 3, 1, 0x5f, 0)],
    ['typed references', bytes(1, 6, 1, 0x60, 1, 0x63, 0x70, 0)]
  ]
  for (const [what, module] of cases) assert.is(refusal(module).code, 'FEATURE_DENIED', what)
})

test('imports of memory, table and global are denied by name', () => {
  for (const kind of [1, 2, 3]) {
    const error = refusal(bytes(2, 7, 1, 1, 0x6d, 1, 0x6e, kind, 0))
    assert.is(error.code, 'IMPORT_DENIED')
    assert.match(error.message, '"m.n"')
  }
})

test.run()
