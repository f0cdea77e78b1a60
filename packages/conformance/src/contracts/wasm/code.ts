import { signed, unsigned } from './leb.js'

/** Instructions of the WebAssembly binary format, as bytes. Only what the cases need. */
export type Code = readonly number[]

export const unreachable: Code = [0x00]
export const drop: Code = [0x1a]
export const end: Code = [0x0b]
export const otherwise: Code = [0x05]
export const loop: Code = [0x03, 0x40]
export const ifVoid: Code = [0x04, 0x40]
export const i32Add: Code = [0x6a]
export const i32Sub: Code = [0x6b]
export const i32DivS: Code = [0x6d]
export const i32RemS: Code = [0x6f]
export const i32Eq: Code = [0x46]
export const i32LtU: Code = [0x49]
export const i64Add: Code = [0x7c]
export const f64Add: Code = [0xa0]
export const f64Neg: Code = [0x9a]
export const i64FromF64Bits: Code = [0xbd]
export const f64FromI64Bits: Code = [0xbf]
export const i32FromF64: Code = [0xaa]
export const memoryGrow: Code = [0x40, 0]
export const memoryFill: Code = [0xfc, 0x0b, 0]

export const i32 = (value: number): Code => [0x41, ...signed(BigInt.asIntN(32, BigInt(value)))]
export const i64 = (value: bigint): Code => [0x42, ...signed(BigInt.asIntN(64, value))]
export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number): Code => [0x21, ...unsigned(local)]
export const globalGet = (index: number): Code => [0x23, ...unsigned(index)]
export const globalSet = (index: number): Code => [0x24, ...unsigned(index)]
export const call = (index: number): Code => [0x10, ...unsigned(index)]
export const br = (label: number): Code => [0x0c, ...unsigned(label)]
export const brIf = (label: number): Code => [0x0d, ...unsigned(label)]
/** Address below, value on top. */
export const i32Store: Code = [0x36, 2, 0]
/** Address on top. */
export const i32Load: Code = [0x28, 2, 0]
export const i64Load: Code = [0x29, 3, 0]
/** Of the first type, through the first table; the place in it is on top. */
export const callIndirect: Code = [0x11, 0, 0]
