import { u32 } from './leb.js'
import { type FloatFormat, Op } from './opcodes.js'

/** The canonical NaNs as constants: positive, quiet, nothing else (core specification, 3.3.3). */
const canonical: Readonly<Record<FloatFormat, readonly number[]>> = {
  f32: [Op.f32Const, 0, 0, 0xc0, 0x7f],
  f64: [Op.f64Const, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f],
  f32x4: [0xfd, 0x0c, ...[0, 1, 2, 3].flatMap(() => [0, 0, 0xc0, 0x7f])],
  f64x2: [0xfd, 0x0c, ...[0, 1].flatMap(() => [0, 0, 0, 0, 0, 0, 0xf8, 0x7f])]
}

const EMPTY = 0x40
const F32X4_NE = [0xfd, 0x42]
const F64X2_NE = [0xfd, 0x48]
/** The sign of each lane as a bit: cheaper to branch on than any_true. */
const I32X4_BITMASK = [0xfd, 0xa4, 0x01]
const I64X2_BITMASK = [0xfd, 0xc4, 0x01]
const BITSELECT = [0xfd, 0x52]

/** Makes every NaN in the value on the stack canonical; `local` is a scratch local of its type. `rare`: where its `if` is. */
export function canonicalise(format: FloatFormat, local: number): { bytes: number[]; rare: number } {
  const get = [Op.localGet, ...u32(local)]
  const set = [Op.localSet, ...u32(local)]
  const tee = [Op.localTee, ...u32(local)]
  if (format === 'f32' || format === 'f64') {
    const ge = format === 'f32' ? Op.f32Ge : Op.f64Ge
    const test = [...tee, ...get, ge, Op.i32Eqz]
    return { bytes: [...test, Op.if, EMPTY, ...canonical[format], ...set, Op.end, ...get], rare: test.length }
  }
  const ne = format === 'f32x4' ? F32X4_NE : F64X2_NE
  const bitmask = format === 'f32x4' ? I32X4_BITMASK : I64X2_BITMASK
  // bitselect takes the first operand where the mask, here "is no number", has ones.
  const mended = [...canonical[format], ...get, ...get, ...get, ...ne, ...BITSELECT, ...set]
  const test = [...tee, ...get, ...ne, ...bitmask]
  return { bytes: [...test, Op.if, EMPTY, ...mended, Op.end, ...get], rare: test.length }
}
