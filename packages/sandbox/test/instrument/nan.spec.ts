import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { instrumentModule } from '../../src/instrument/index.js'
import { assemble, oneFunction } from './fixtures/assemble.js'
import { meter, OPTIONS } from './fixtures/metered-run.js'
import { runUnder } from './fixtures/tiers.js'

const F32 = 'i32.const 2145386497 f32.reinterpret_i32'
const F64 = 'i64.const -2251799813685245 f64.reinterpret_i64'
const V128 = 'v128.const 1,0,224,127,2,0,224,255,3,0,0,0,0,0,252,255'
const CANONICAL_F32 = 0x7fc00000
const CANONICAL_F64 = 0x7ff8000000000000n

/** The bits of `expression`, an f32 or f64, as its function stores them. */
function bits(
  expression: string,
  type: 'f32' | 'f64',
  locals: readonly ('f32' | 'f64' | 'v128')[] = []
): number | bigint {
  const run = meter(oneFunction(`i32.const 0 ${expression} ${type}.store`, { locals }), 'f')
  const view = new DataView(run.memory.buffer)
  return type === 'f32' ? view.getUint32(0, true) : view.getBigUint64(0, true)
}

test('every scalar arithmetic result is canonical', () => {
  for (const name of ['add', 'sub', 'mul', 'div', 'min', 'max']) {
    assert.is(bits(`${F32} f32.const 1 f32.${name}`, 'f32'), CANONICAL_F32, name)
    assert.is(bits(`f64.const 1 ${F64} f64.${name}`, 'f64'), CANONICAL_F64, name)
  }
  for (const name of ['sqrt', 'ceil', 'floor', 'trunc', 'nearest']) {
    assert.is(bits(`${F32} f32.${name}`, 'f32'), CANONICAL_F32, name)
    assert.is(bits(`${F64} f64.${name}`, 'f64'), CANONICAL_F64, name)
  }
  assert.is(bits(`${F64} f32.demote_f64`, 'f32'), CANONICAL_F32)
  assert.is(bits(`${F32} f64.promote_f32`, 'f64'), CANONICAL_F64)
  assert.is(bits('f32.const -1 f32.sqrt', 'f32'), CANONICAL_F32)
  assert.is(bits('f64.const 0 f64.const 0 f64.div', 'f64'), CANONICAL_F64)
})

test('bits that no arithmetic has touched stay as they are', () => {
  assert.is(bits(F32, 'f32'), 2145386497)
  assert.is(bits(`${F32} f32.neg`, 'f32'), 2145386497 + 2 ** 31)
  assert.is(bits(`${F32} f32.const -1 f32.copysign`, 'f32'), 2145386497 + 2 ** 31)
  assert.is(bits(`${F32} local.set 0 local.get 0`, 'f32', ['f32']), 2145386497)
  // A canonical NaN with its sign changed is canonical before, not after.
  assert.is(bits('f32.const -1 f32.sqrt f32.neg', 'f32'), CANONICAL_F32 + 2 ** 31)
})

test('a local with known bits on one way and a result on another keeps both', () => {
  const code = (way: number): string =>
    `${F32} local.set 0 i32.const ${way} if void ${F32} f32.const 1 f32.add local.set 0 end i32.const 0 local.get 0 f32.store`
  const read = (way: number): number =>
    new DataView(meter(oneFunction(code(way), { locals: ['f32'] }), 'f').memory.buffer).getUint32(0, true)
  assert.is(read(0), 2145386497)
  assert.is(read(1), CANONICAL_F32)
})

test('vectors are made canonical lane by lane', () => {
  const lanes = (expression: string): number[] => {
    const run = meter(oneFunction(`i32.const 0 ${expression} v128.store`), 'f')
    return [...new Uint32Array(run.memory.buffer, 0, 4)]
  }
  const ones = 'f32.const 1 f32x4.splat'
  assert.equal(lanes(`${V128} ${ones} f32x4.mul`), [CANONICAL_F32, CANONICAL_F32, 3, CANONICAL_F32])
  assert.equal(lanes(`${V128} f64x2.abs f64x2.sqrt`).slice(2), [0, 0x7ff80000])
  assert.equal(lanes(`${V128} f32x4.neg`)[0], 2145386497 + 2 ** 31)
})

test('raw bits of one lane width show in the other', () => {
  // The upper half is 1 and a canonical NaN as two f32, which is a number as an f64; a raw NaN would be none.
  const expected = Math.sqrt(new Float64Array(Uint32Array.of(0x3f800000, CANONICAL_F32).buffer)[0] ?? 0)
  const sum = `${V128} f32.const 1 f32x4.splat f32x4.add`
  for (const code of [`${sum} f64x2.sqrt`, `${sum} local.set 0 local.get 0 f64x2.sqrt`]) {
    const run = meter(oneFunction(`i32.const 0 ${code} v128.store`, { locals: ['v128'] }), 'f')
    assert.is(new Float64Array(run.memory.buffer, 8, 1)[0], expected)
  }
})

test('values that branches carry are shown', () => {
  const sum = `${F32} f32.const 1 f32.add`
  assert.is(bits(`block f32 ${sum} i32.const 1 br_if 0 drop f32.const 0 end`, 'f32'), CANONICAL_F32)
  assert.is(bits(`block f32 ${sum} br 0 end`, 'f32'), CANONICAL_F32)
  assert.is(bits(`block f32 ${sum} i32.const 0 br_table 0,0 end`, 'f32'), CANONICAL_F32)
  assert.is(bits(`i32.const 1 if f32 ${sum} else f32.const 0 end`, 'f32'), CANONICAL_F32)
  assert.is(bits(`block f32 ${sum} end`, 'f32'), CANONICAL_F32)
  assert.is(bits(`${sum} ${F32} i32.const 1 select`, 'f32'), CANONICAL_F32)
  assert.is(bits(`${sum} ${F32} i32.const 0 select`, 'f32'), 2145386497)
})

test('the sign that copysign takes is that of the canonical NaN, also in what is computed with it', () => {
  const negative = 'f32.const -1 f32.sqrt'
  const sign = `${negative} f32.const -1 f32.copysign ${F32} f32.add`
  for (const nan of [negative, sign, 'f32.const inf f32.const inf f32.sub'.replaceAll('inf', 'Infinity')]) {
    assert.is(bits(`f32.const 1 ${nan} f32.copysign f32.const 1 f32.add`, 'f32'), 0x40000000)
  }
})

test('known bits that were copied through locals stay as they are', () => {
  const code = `${F32} local.set 0 i32.const 0 if void f32.const 1 ${F32} f32.add local.set 1 end local.get 0 local.set 1 local.get 1`
  assert.is(bits(code, 'f32', ['f32', 'f32']), 2145386497)
  const sum = `${F32} f32.const 1 f32.add local.tee 0 local.set 1 local.get 1`
  assert.is(bits(sum, 'f32', ['f32', 'f32']), CANONICAL_F32)
})

test('arithmetic alone adds nothing, and one look at its end adds one fix', () => {
  const size = (code: string): number =>
    instrumentModule(oneFunction(code, { params: ['f32'], results: ['i32'] }), OPTIONS).bytes.length
  const hidden = size('local.get 0 f32.const 1 f32.add f32.const 2 f32.mul f32.const 3 f32.lt')
  const shown = size('local.get 0 f32.const 1 f32.add f32.const 2 f32.mul i32.reinterpret_f32')
  const once = size('local.get 0 i32.reinterpret_f32')
  // The fix, and the section with its hint.
  assert.ok(shown - hidden < 65, `${shown - hidden}`)
  assert.ok(hidden - once < 25, `${hidden - once}`)
})

test('both compilers agree on NaN bits', () => {
  const sources = ['add', 'sub', 'mul', 'div', 'min', 'max'].flatMap((name) => [
    `i32.const 0 local.get 2 ${F32} f32.${name} f32.store i32.const 8 ${F32} local.get 2 f32.${name} f32.store`,
    `i32.const 0 local.get 3 ${F64} f64.${name} f64.store i32.const 8 ${F64} local.get 3 f64.${name} f64.neg f64.store`,
    `i32.const 0 local.get 2 f32x4.splat ${V128} f32x4.${name} v128.store i32.const 16 ${V128} local.get 3 f64x2.splat f64x2.${name} v128.store`
  ])
  const tasks = sources.map((code) => {
    const module = assemble({
      functions: [{ params: ['i32', 'i64', 'f32', 'f64'], code, export: 'f' }],
      memory: [1, 1]
    })
    return { module: Buffer.from(module).toString('base64'), values: [0, '0', 1.5, -1.5] }
  })
  assert.equal(runUnder(['--liftoff', '--liftoff-only'], tasks), runUnder(['--no-liftoff'], tasks))
})

test.run()
