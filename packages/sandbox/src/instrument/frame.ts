import { enterFrame, leaveFrame, noteDepth } from './depth.js'
import type { FrameLocals } from './frame-locals.js'
import { FuelCode, type MeterGlobals, Reason, stop } from './fuel-code.js'
import type { FuelRegions } from './fuel-regions.js'
import { signed, u32 } from './leb.js'
import { Op } from './opcodes.js'

const EMPTY = 0x40

/** What one function does with fuel and depth where it begins, ends and calls. */
export interface Frame {
  fuel: FuelCode
  /** Where it begins: takes what its first instructions cost, and its units of depth. */
  enter(amount: number): number[]
  /** On every way out. */
  exit: readonly number[]
  /** Around the call of a function that uses the globals. */
  beforeShared: readonly number[]
  afterShared: readonly number[]
}

/** Fuel and depth are handed on in globals; `depth` is undefined for a function that cannot come to call itself. */
export function globalFrame(
  globals: MeterGlobals,
  locals: FrameLocals,
  regions: FuelRegions,
  depth: number | undefined
): Frame {
  const fuel = new FuelCode(globals, regions.needsLocal ? locals.get('fuel', 'i64') : undefined)
  const left = depth === undefined ? 0 : locals.get('depth', 'i32')
  return {
    fuel,
    enter: (amount) => [
      ...fuel.enter(amount, regions.everywhere),
      ...(depth === undefined ? [] : enterFrame(globals, left, depth))
    ],
    exit: [
      ...(regions.everywhere ? fuel.store() : []),
      ...(depth === undefined ? [] : leaveFrame(globals, left, depth))
    ],
    beforeShared: [],
    afterShared: []
  }
}

/** Of a copy: fuel and depth are its last two parameters, fuel its last result. `first` is the parameter of the fuel. */
export function registerFrame(globals: MeterGlobals, first: number, depth: number): Frame {
  const fuel = new FuelCode(globals, first)
  const own = u32(first)
  const left = u32(first + 1)
  const take = (local: number[], amount: number): number[] => [
    ...[Op.localGet, ...local, Op.i64Const, ...signed(amount), Op.i64Sub, Op.localTee, ...local]
  ]
  const negative = [Op.i64Const, 0, Op.i64LtS, Op.if, EMPTY]
  // One branch for both: the sign of either is the sign of their union.
  const ending = [
    ...[Op.localGet, ...own, ...negative, ...stop(globals, Reason.fuelExhausted), Op.end],
    ...stop(globals, Reason.depthExhausted)
  ]
  const note =
    globals.deepest === undefined ? [] : noteDepth(globals.deepest, [Op.localGet, ...left, Op.i32WrapI64])
  return {
    fuel,
    enter: (amount) => [
      ...[...take(own, amount), ...take(left, depth), Op.i64Or, ...negative, ...ending, Op.end, ...note]
    ],
    exit: [Op.localGet, ...own],
    beforeShared: [
      ...fuel.store(),
      ...[Op.localGet, ...left, Op.i32WrapI64, Op.globalSet, ...u32(globals.depth)]
    ],
    afterShared: fuel.load()
  }
}

/** The call of a copy from another one: what stands before, instead of and behind the call. */
export function copyCall(first: number, copy: number): Record<'before' | 'instead' | 'after', number[]> {
  return {
    before: [Op.localGet, ...u32(first), Op.localGet, ...u32(first + 1)],
    instead: [Op.call, ...u32(copy)],
    after: [Op.localSet, ...u32(first)]
  }
}
