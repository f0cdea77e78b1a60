import type { Define } from './opcodes.js'

/** Control, variables, memory, references and scalar numbers (WebAssembly 2.0 core specification, 5.4). */
export function defineCore(define: Define): void {
  defineControl(define)
  defineStorage(define)
  defineIntegers(define)
  defineFloats(define)
  defineConversions(define)
}

/** Branches, blocks and calls pop and push by the types they name: the decoder's readers know. */
function defineControl(define: Define): void {
  define(0x00, 'unreachable', '0>0')
  define(0x01, 'nop', '0>0', 'free')
  define(0x02, 'block', '0>0', 'free', 'shows', 'block')
  define(0x03, 'loop', '0>0', 'simple', 'shows', 'block')
  define(0x04, 'if', '1>0', 'simple', 'shows', 'block')
  define(0x05, 'else', '0>0', 'free')
  define(0x0b, 'end', '0>0', 'free')
  define(0x0c, 'br', '0>0', 'simple', 'shows', 'label')
  define(0x0d, 'br_if', '1>0', 'simple', 'shows', 'label')
  define(0x0e, 'br_table', '1>0', 'branch-table', 'shows', 'labels')
  define(0x0f, 'return', '0>0')
  define(0x10, 'call', '0>0', 'call', 'shows', 'function')
  define(0x11, 'call_indirect', '1>0', 'indirect-call', 'shows', 'indirect')
  define(0x12, 'return_call', '0>0', 'call', 'shows', 'function')
  define(0x13, 'return_call_indirect', '1>0', 'indirect-call', 'shows', 'indirect')
  define(0x1a, 'drop', '1>0')
  define(0x1b, 'select', '3>1')
  define(0x1c, 'select', '3>1', 'simple', 'shows', 'types')
}

function defineStorage(define: Define): void {
  define(0x20, 'local.get', '0>1', 'simple', 'shows', 'local')
  define(0x21, 'local.set', '1>0', 'simple', 'shows', 'local')
  define(0x22, 'local.tee', '1>1', 'simple', 'shows', 'local')
  define(0x23, 'global.get', '0>1', 'memory', 'shows', 'global')
  define(0x24, 'global.set', '1>0', 'memory', 'shows', 'global')
  define(0x25, 'table.get', '1>1', 'reference', 'shows', 'table')
  define(0x26, 'table.set', '2>0', 'reference', 'shows', 'table')
  define(0x28, 'i32.load i64.load f32.load f64.load', '1>1', 'memory', 'shows', 'memory')
  define(0x2c, 'i32.load8_s i32.load8_u i32.load16_s i32.load16_u', '1>1', 'memory', 'shows', 'memory')
  define(0x30, 'i64.load8_s i64.load8_u i64.load16_s i64.load16_u', '1>1', 'memory', 'shows', 'memory')
  define(0x34, 'i64.load32_s i64.load32_u', '1>1', 'memory', 'shows', 'memory')
  define(0x36, 'i32.store i64.store f32.store f64.store', '2>0', 'memory', 'shows', 'memory')
  define(
    0x3a,
    'i32.store8 i32.store16 i64.store8 i64.store16 i64.store32',
    '2>0',
    'memory',
    'shows',
    'memory'
  )
  define(0x3f, 'memory.size', '0>1', 'simple', 'shows', 'pages')
  define(0x40, 'memory.grow', '1>1', 'grow', 'shows', 'pages')
  define(0xd0, 'ref.null', '0>1', 'simple', 'shows', 'reference')
  define(0xd1, 'ref.is_null', '1>1')
  define(0xd2, 'ref.func', '0>1', 'reference', 'shows', 'function')
  define(0x108, 'memory.init', '3>0', 'bulk-memory', 'shows', 'data-memory')
  define(0x109, 'data.drop', '0>0', 'reference', 'shows', 'data')
  define(0x10a, 'memory.copy', '3>0', 'bulk-memory', 'shows', 'memory-memory')
  define(0x10b, 'memory.fill', '3>0', 'bulk-memory', 'shows', 'pages')
  define(0x10c, 'table.init', '3>0', 'bulk-table', 'shows', 'element-table')
  define(0x10d, 'elem.drop', '0>0', 'reference', 'shows', 'element')
  define(0x10e, 'table.copy', '3>0', 'bulk-table', 'shows', 'tables')
  define(0x10f, 'table.grow', '2>1', 'grow', 'shows', 'table')
  define(0x110, 'table.size', '0>1', 'simple', 'shows', 'table')
  define(0x111, 'table.fill', '3>0', 'bulk-table', 'shows', 'table')
}

function defineIntegers(define: Define): void {
  define(0x41, 'i32.const', '0>1', 'simple', 'shows', 'i32')
  define(0x42, 'i64.const', '0>1', 'simple', 'shows', 'i64')
  const comparisons = (type: string): string =>
    'eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u'.replace(/\S+/g, (name) => `${type}.${name}`)
  define(0x45, 'i32.eqz', '1>1')
  define(0x46, comparisons('i32'), '2>1')
  define(0x50, 'i64.eqz', '1>1')
  define(0x51, comparisons('i64'), '2>1')
  define(0x67, 'i32.clz i32.ctz i32.popcnt', '1>1')
  define(0x6a, 'i32.add i32.sub i32.mul', '2>1')
  define(0x6d, 'i32.div_s i32.div_u i32.rem_s i32.rem_u', '2>1', 'division')
  define(0x71, 'i32.and i32.or i32.xor i32.shl i32.shr_s i32.shr_u i32.rotl i32.rotr', '2>1')
  define(0x79, 'i64.clz i64.ctz i64.popcnt', '1>1')
  define(0x7c, 'i64.add i64.sub i64.mul', '2>1')
  define(0x7f, 'i64.div_s i64.div_u i64.rem_s i64.rem_u', '2>1', 'division')
  define(0x83, 'i64.and i64.or i64.xor i64.shl i64.shr_s i64.shr_u i64.rotl i64.rotr', '2>1')
  define(0xc0, 'i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s', '1>1')
}

function defineFloats(define: Define): void {
  define(0x43, 'f32.const', '0>1', 'simple', 'shows', 'f32')
  define(0x44, 'f64.const', '0>1', 'simple', 'shows', 'f64')
  for (const [type, compare, unary] of [
    ['f32', 0x5b, 0x8b],
    ['f64', 0x61, 0x99]
  ] as const) {
    const named = (names: string): string => names.replace(/\S+/g, (name) => `${type}.${name}`)
    define(compare, named('eq ne lt gt le ge'), '2>1', 'simple', `blind ${type}`)
    define(unary, named('abs'), '1>1', 'simple', `copy ${type}`)
    define(unary + 1, named('neg'), '1>1', 'simple', `sign ${type}`)
    define(unary + 2, named('ceil floor trunc nearest'), '1>1', 'simple', `${type}>${type}`)
    define(unary + 6, named('sqrt'), '1>1', 'float-division', `${type}>${type}`)
    define(unary + 7, named('add sub mul'), '2>1', 'simple', `${type}>${type}`)
    define(unary + 10, named('div'), '2>1', 'float-division', `${type}>${type}`)
    define(unary + 11, named('min max'), '2>1', 'simple', `${type}>${type}`)
    define(unary + 13, named('copysign'), '2>1', 'simple', `sign ${type}`)
  }
}

function defineConversions(define: Define): void {
  define(0xa7, 'i32.wrap_i64', '1>1')
  define(0xa8, 'i32.trunc_f32_s i32.trunc_f32_u', '1>1', 'simple', 'blind f32')
  define(0xaa, 'i32.trunc_f64_s i32.trunc_f64_u', '1>1', 'simple', 'blind f64')
  define(0xac, 'i64.extend_i32_s i64.extend_i32_u', '1>1')
  define(0xae, 'i64.trunc_f32_s i64.trunc_f32_u', '1>1', 'simple', 'blind f32')
  define(0xb0, 'i64.trunc_f64_s i64.trunc_f64_u', '1>1', 'simple', 'blind f64')
  define(
    0xb2,
    'f32.convert_i32_s f32.convert_i32_u f32.convert_i64_s f32.convert_i64_u',
    '1>1',
    'simple',
    'number'
  )
  define(0xb6, 'f32.demote_f64', '1>1', 'simple', 'f64>f32')
  define(
    0xb7,
    'f64.convert_i32_s f64.convert_i32_u f64.convert_i64_s f64.convert_i64_u',
    '1>1',
    'simple',
    'number'
  )
  define(0xbb, 'f64.promote_f32', '1>1', 'simple', 'f32>f64')
  define(0xbc, 'i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64', '1>1')
  define(0x100, 'i32.trunc_sat_f32_s i32.trunc_sat_f32_u', '1>1', 'simple', 'blind f32')
  define(0x102, 'i32.trunc_sat_f64_s i32.trunc_sat_f64_u', '1>1', 'simple', 'blind f64')
  define(0x104, 'i64.trunc_sat_f32_s i64.trunc_sat_f32_u', '1>1', 'simple', 'blind f32')
  define(0x106, 'i64.trunc_sat_f64_s i64.trunc_sat_f64_u', '1>1', 'simple', 'blind f64')
}
