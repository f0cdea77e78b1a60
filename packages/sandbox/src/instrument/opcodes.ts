import { defineCore } from './opcodes-core.js'
import { defineSimd } from './opcodes-simd.js'

/** What stands behind an opcode. */
export type Immediate =
  | 'none'
  | 'block'
  | 'label'
  | 'labels'
  | 'function'
  | 'indirect'
  | 'local'
  | 'global'
  | 'table'
  | 'tables'
  | 'memory'
  | 'pages'
  | 'i32'
  | 'i64'
  | 'f32'
  | 'f64'
  | 'v128'
  | 'lane'
  | 'memory-lane'
  | 'shuffle'
  | 'reference'
  | 'types'
  | 'data'
  | 'data-memory'
  | 'memory-memory'
  | 'element'
  | 'element-table'

/** What an instruction costs: an index into the cost table. */
export type CostClass =
  | 'free'
  | 'simple'
  | 'memory'
  | 'simd'
  | 'float-division'
  | 'division'
  | 'branch-table'
  | 'call'
  | 'indirect-call'
  | 'reference'
  | 'bulk-memory'
  | 'bulk-table'
  | 'grow'

/** The float formats whose NaNs are made canonical, by number: f32, f64, f32x4, f64x2. */
export type FloatFormat = 'f32' | 'f64' | 'f32x4' | 'f64x2'

/**
 * How an instruction meets NaN bits. `A>B`: arithmetic, which reads operands in format A without showing their NaN
 * bits and makes NaNs of unknown bits in format B. `blind A`: reads so, and makes no NaN. `copy A`: has the bits of
 * one of its operands, or their absolute value; `sign A`: of its first with another sign; both show them only where
 * their own result is shown. `lanes A>B`: copies lanes. `number`: makes no NaN. `shows`: all the rest.
 */
export type NanClass =
  | 'shows'
  | 'number'
  | 'shuffle'
  | `${'blind' | 'copy' | 'sign'} ${FloatFormat}`
  | `${FloatFormat}>${FloatFormat}`
  | `lanes ${FloatFormat}>${FloatFormat}`

export interface Opcode {
  code: number
  name: string
  immediate: Immediate
  /** Length of the immediate; -1 where it varies. */
  immediateBytes: number
  pops: number
  pushes: number
  cost: CostClass
  nan: NanClass
}

/** One row of the table: names in the order of their opcodes; `_` leaves a hole. `effect` is `pops>pushes`. */
export type Define = (
  first: number,
  names: string,
  effect: string,
  cost?: CostClass,
  nan?: NanClass,
  immediate?: Immediate
) => void

/** Opcodes behind the prefixes 0xFC and 0xFD are numbered on from here. */
export const MISC_PREFIX = 0x100
export const SIMD_PREFIX = 0x200
const TABLE_SIZE = 0x300

const fixedBytes: Partial<Record<Immediate, number>> = {
  none: 0,
  f32: 4,
  f64: 8,
  v128: 16,
  lane: 1,
  shuffle: 16
}

function buildTable(): readonly (Opcode | undefined)[] {
  const table: (Opcode | undefined)[] = new Array(TABLE_SIZE).fill(undefined)
  const define: Define = (
    first,
    names,
    effect,
    cost = 'simple',
    nan = 'shows',
    immediate: Immediate = 'none'
  ) => {
    const [pops = 0, pushes = 0] = effect.split('>').map(Number)
    for (const [position, name] of names.split(/\s+/).entries()) {
      const code = first + position
      const immediateBytes = fixedBytes[immediate] ?? -1
      if (name !== '_') table[code] = { code, name, immediate, immediateBytes, pops, pushes, cost, nan }
    }
  }
  defineCore(define)
  defineSimd((first, ...row) => define(SIMD_PREFIX + first, ...row))
  return table
}

/** Every instruction that may run, by its number: WebAssembly 2.0 and tail calls. */
export const opcodes: readonly (Opcode | undefined)[] = buildTable()

/** The instructions this package treats one by one. */
export const Op = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  returnCall: 0x12,
  returnCallIndirect: 0x13,
  drop: 0x1a,
  select: 0x1b,
  selectTyped: 0x1c,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  f32Const: 0x43,
  f64Const: 0x44,
  i32Eqz: 0x45,
  i32Eq: 0x46,
  i32Ne: 0x47,
  i32LtS: 0x48,
  i32LtU: 0x49,
  i32GtS: 0x4a,
  i32GtU: 0x4b,
  i64LtS: 0x53,
  i64GtS: 0x55,
  f32Ge: 0x60,
  f64Ge: 0x66,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32And: 0x71,
  i64Add: 0x7c,
  i64Sub: 0x7d,
  i64Mul: 0x7e,
  i64DivU: 0x80,
  i64Or: 0x84,
  i64ShrU: 0x88,
  i32WrapI64: 0xa7,
  i64ExtendI32S: 0xac,
  i64ExtendI32U: 0xad,
  refNull: 0xd0,
  refFunc: 0xd2,
  memoryInit: 0x108,
  memoryCopy: 0x10a,
  memoryFill: 0x10b,
  tableInit: 0x10c,
  tableCopy: 0x10e,
  tableGrow: 0x10f,
  tableFill: 0x111,
  v128Const: 0x20c
} as const
