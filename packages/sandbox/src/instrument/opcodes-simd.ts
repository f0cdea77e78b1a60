import type { Define, NanClass } from './opcodes.js'

/** The instructions behind the prefix 0xFD (WebAssembly 2.0 core specification, 5.4.9). */
export function defineSimd(define: Define): void {
  defineMemory(define)
  defineLanes(define)
  defineComparisons(define)
  defineIntegers(define)
  defineFloats(define)
}

function named(shape: string, names: string): string {
  return names.replace(/\S+/g, (name) => (name === '_' ? name : `${shape}.${name}`))
}

function defineMemory(define: Define): void {
  const loads =
    'load load8x8_s load8x8_u load16x4_s load16x4_u load32x2_s load32x2_u load8_splat load16_splat load32_splat load64_splat'
  define(0x00, named('v128', loads), '1>1', 'memory', 'shows', 'memory')
  define(0x0b, 'v128.store', '2>0', 'memory', 'shows', 'memory')
  define(0x0c, 'v128.const', '0>1', 'simd', 'shows', 'v128')
  const lane = 'memory-lane'
  define(
    0x54,
    named('v128', 'load8_lane load16_lane load32_lane load64_lane'),
    '2>1',
    'memory',
    'shows',
    lane
  )
  define(
    0x58,
    named('v128', 'store8_lane store16_lane store32_lane store64_lane'),
    '2>0',
    'memory',
    'shows',
    lane
  )
  define(0x5c, 'v128.load32_zero v128.load64_zero', '1>1', 'memory', 'shows', 'memory')
}

function defineLanes(define: Define): void {
  const extract = (first: number, names: string, nan: NanClass = 'shows'): void =>
    define(first, names, '1>1', 'simd', nan, 'lane')
  const replace = (first: number, name: string, nan: NanClass = 'shows'): void =>
    define(first, name, '2>1', 'simd', nan, 'lane')
  define(0x0d, 'i8x16.shuffle', '2>1', 'simd', 'shuffle', 'shuffle')
  define(0x0e, 'i8x16.swizzle', '2>1', 'simd')
  define(0x0f, 'i8x16.splat i16x8.splat i32x4.splat i64x2.splat', '1>1', 'simd')
  define(0x13, 'f32x4.splat', '1>1', 'simd', 'lanes f32>f32x4')
  define(0x14, 'f64x2.splat', '1>1', 'simd', 'lanes f64>f64x2')
  extract(0x15, 'i8x16.extract_lane_s i8x16.extract_lane_u')
  replace(0x17, 'i8x16.replace_lane')
  extract(0x18, 'i16x8.extract_lane_s i16x8.extract_lane_u')
  replace(0x1a, 'i16x8.replace_lane')
  for (const [position, shape] of ['i32x4', 'i64x2'].entries()) {
    extract(0x1b + 2 * position, `${shape}.extract_lane`)
    replace(0x1c + 2 * position, `${shape}.replace_lane`)
  }
  extract(0x1f, 'f32x4.extract_lane', 'lanes f32x4>f32')
  replace(0x20, 'f32x4.replace_lane', 'lanes f32x4>f32x4')
  extract(0x21, 'f64x2.extract_lane', 'lanes f64x2>f64')
  replace(0x22, 'f64x2.replace_lane', 'lanes f64x2>f64x2')
}

function defineComparisons(define: Define): void {
  const names = 'eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u'
  for (const [position, shape] of ['i8x16', 'i16x8', 'i32x4'].entries()) {
    define(0x23 + 10 * position, named(shape, names), '2>1', 'simd')
  }
  define(0x41, named('f32x4', 'eq ne lt gt le ge'), '2>1', 'simd', 'blind f32x4')
  define(0x47, named('f64x2', 'eq ne lt gt le ge'), '2>1', 'simd', 'blind f64x2')
  define(0xd6, named('i64x2', 'eq ne lt_s gt_s le_s ge_s'), '2>1', 'simd')
  define(0x4d, 'v128.not', '1>1', 'simd')
  define(0x4e, 'v128.and v128.andnot v128.or v128.xor', '2>1', 'simd')
  define(0x52, 'v128.bitselect', '3>1', 'simd')
  define(0x53, 'v128.any_true', '1>1', 'simd')
}

function defineIntegers(define: Define): void {
  const one = (first: number, shape: string, names: string): void =>
    define(first, named(shape, names), '1>1', 'simd')
  const two = (first: number, shape: string, names: string): void =>
    define(first, named(shape, names), '2>1', 'simd')
  one(0x60, 'i8x16', 'abs neg popcnt all_true bitmask')
  two(0x65, 'i8x16', 'narrow_i16x8_s narrow_i16x8_u')
  two(0x6b, 'i8x16', 'shl shr_s shr_u add add_sat_s add_sat_u sub sub_sat_s sub_sat_u')
  two(0x76, 'i8x16', 'min_s min_u max_s max_u _ avgr_u')
  one(0x7c, 'i16x8', 'extadd_pairwise_i8x16_s extadd_pairwise_i8x16_u')
  one(0x7e, 'i32x4', 'extadd_pairwise_i16x8_s extadd_pairwise_i16x8_u')
  one(0x80, 'i16x8', 'abs neg')
  two(0x82, 'i16x8', 'q15mulr_sat_s')
  one(0x83, 'i16x8', 'all_true bitmask')
  two(0x85, 'i16x8', 'narrow_i32x4_s narrow_i32x4_u')
  const extend = (from: string): string =>
    `extend_low_${from}_s extend_high_${from}_s extend_low_${from}_u extend_high_${from}_u`
  one(0x87, 'i16x8', extend('i8x16'))
  two(0x8b, 'i16x8', 'shl shr_s shr_u add add_sat_s add_sat_u sub sub_sat_s sub_sat_u')
  two(0x95, 'i16x8', 'mul min_s min_u max_s max_u _ avgr_u')
  const extmul = (from: string): string =>
    `extmul_low_${from}_s extmul_high_${from}_s extmul_low_${from}_u extmul_high_${from}_u`
  two(0x9c, 'i16x8', extmul('i8x16'))
  one(0xa0, 'i32x4', 'abs neg _ all_true bitmask')
  one(0xa7, 'i32x4', extend('i16x8'))
  two(0xab, 'i32x4', 'shl shr_s shr_u add _ _ sub')
  two(0xb5, 'i32x4', 'mul min_s min_u max_s max_u dot_i16x8_s')
  two(0xbc, 'i32x4', extmul('i16x8'))
  one(0xc0, 'i64x2', 'abs neg _ all_true bitmask')
  one(0xc7, 'i64x2', extend('i32x4'))
  two(0xcb, 'i64x2', 'shl shr_s shr_u add _ _ sub')
  two(0xd5, 'i64x2', 'mul')
  two(0xdc, 'i64x2', extmul('i32x4'))
}

function defineFloats(define: Define): void {
  define(0x5e, 'f32x4.demote_f64x2_zero', '1>1', 'simd', 'f64x2>f32x4')
  define(0x5f, 'f64x2.promote_low_f32x4', '1>1', 'simd', 'f32x4>f64x2')
  define(0x67, named('f32x4', 'ceil floor trunc nearest'), '1>1', 'simd', 'f32x4>f32x4')
  define(0x74, named('f64x2', 'ceil floor'), '1>1', 'simd', 'f64x2>f64x2')
  define(0x7a, 'f64x2.trunc', '1>1', 'simd', 'f64x2>f64x2')
  define(0x94, 'f64x2.nearest', '1>1', 'simd', 'f64x2>f64x2')
  for (const [shape, first] of [
    ['f32x4', 0xe0],
    ['f64x2', 0xec]
  ] as const) {
    define(first, named(shape, 'abs'), '1>1', 'simd', `copy ${shape}`)
    define(first + 1, named(shape, 'neg'), '1>1', 'simd', `sign ${shape}`)
    define(first + 3, `${shape}.sqrt`, '1>1', 'float-division', `${shape}>${shape}`)
    define(first + 4, named(shape, 'add sub mul'), '2>1', 'simd', `${shape}>${shape}`)
    define(first + 7, `${shape}.div`, '2>1', 'float-division', `${shape}>${shape}`)
    define(first + 8, named(shape, 'min max'), '2>1', 'simd', `${shape}>${shape}`)
    define(first + 10, named(shape, 'pmin pmax'), '2>1', 'simd', `copy ${shape}`)
  }
  define(0xf8, 'i32x4.trunc_sat_f32x4_s i32x4.trunc_sat_f32x4_u', '1>1', 'simd', 'blind f32x4')
  define(0xfa, 'f32x4.convert_i32x4_s f32x4.convert_i32x4_u', '1>1', 'simd', 'number')
  define(0xfc, 'i32x4.trunc_sat_f64x2_s_zero i32x4.trunc_sat_f64x2_u_zero', '1>1', 'simd', 'blind f64x2')
  define(0xfe, 'f64x2.convert_low_i32x4_s f64x2.convert_low_i32x4_u', '1>1', 'simd', 'number')
}
