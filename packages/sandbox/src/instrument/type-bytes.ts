import type { ValueType } from '../module/module-info.js'

/** Value types as they are written (core specification, 5.3.1 to 5.3.4). */
export const typeBytes: Readonly<Record<ValueType, number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
  funcref: 0x70,
  externref: 0x6f
}
