import { meteringParameters } from './cost-table.js'
import { signed, u32 } from './leb.js'
import { Op } from './opcodes.js'

/** Indices of the globals that are appended to a module. */
export interface MeterGlobals {
  fuel: number
  depth: number
  reason: number
  /** Only where the deepest point is asked for. */
  deepest: number | undefined
}

/** Values of the reason global: why the code itself ended a run, or what it saw. */
export const Reason = {
  none: 0,
  fuelExhausted: 1,
  depthExhausted: 2,
  /** The host refused memory that the limits allow: its own failure. */
  hostRefusedMemory: 3,
  /** Not an end: `memory.grow` has met the limit at least once. */
  memoryLimitMet: 4
} as const

const EMPTY = 0x40

/** Sets the reason and traps. */
export function stop(globals: MeterGlobals, reason: number): number[] {
  return [Op.i32Const, reason, Op.globalSet, ...u32(globals.reason), Op.unreachable]
}

/** The fuel account within one function: a global, and where it is worth it a local. */
export class FuelCode {
  readonly #globals: MeterGlobals
  readonly #local: number | undefined

  constructor(globals: MeterGlobals, local: number | undefined) {
    this.#globals = globals
    this.#local = local
  }

  /** Takes a fixed amount; `checked` ends the run if too little is left. `inLocal`: the account is in the local there. */
  charge(amount: number, checked: boolean, inLocal: boolean): number[] {
    if (amount === 0 && !checked) return []
    return this.chargeComputed([Op.i64Const, ...signed(amount)], inLocal, checked)
  }

  /** Takes what `amount` leaves on the stack (an i64). */
  chargeComputed(amount: readonly number[], inLocal: boolean, checked = true): number[] {
    const get = inLocal ? this.#getLocal() : this.#getGlobal()
    return [...get, ...amount, Op.i64Sub, ...this.#set(checked, inLocal)]
  }

  /** Takes what the function's first instructions cost, out of the global. */
  enter(amount: number, intoLocal: boolean): number[] {
    return [...this.#getGlobal(), Op.i64Const, ...signed(amount), Op.i64Sub, ...this.#set(true, intoLocal)]
  }

  /** From the local to the global: before others use the account. */
  store(): number[] {
    return [...this.#getLocal(), Op.globalSet, ...u32(this.#globals.fuel)]
  }

  /** From the global to the local: after others have used it. */
  load(): number[] {
    return [...this.#getGlobal(), Op.localSet, ...u32(this.#local ?? 0)]
  }

  #getGlobal(): number[] {
    return [Op.globalGet, ...u32(this.#globals.fuel)]
  }

  #getLocal(): number[] {
    return [Op.localGet, ...u32(this.#local ?? 0)]
  }

  #set(checked: boolean, inLocal: boolean): number[] {
    if (!inLocal) {
      const set = [Op.globalSet, ...u32(this.#globals.fuel)]
      return checked ? [...set, ...this.#getGlobal(), ...this.#check()] : set
    }
    const index = u32(this.#local ?? 0)
    return checked ? [Op.localTee, ...index, ...this.#check()] : [Op.localSet, ...index]
  }

  /** The reason says it all: what the account holds then does not matter. */
  #check(): number[] {
    return [Op.i64Const, 0, Op.i64LtS, Op.if, EMPTY, ...stop(this.#globals, Reason.fuelExhausted), Op.end]
  }
}

/** `count` as an i64: the operand in the i32 local `operand`, or 0 where it is above `most` and so refused. */
function countUpTo(operand: number, most: number): number[] {
  const get = [Op.localGet, ...u32(operand)]
  const small = [...get, Op.i32Const, ...signed(most + 1), Op.i32LtU]
  return [...get, Op.i64ExtendI32U, Op.i64Const, 0, ...small, Op.select]
}

function times(factor: number): number[] {
  return [Op.i64Const, ...signed(factor), Op.i64Mul]
}

/** What an instruction pays for the number on top of its operands, which it finds in the local `operand`. */
export function dynamicCharge(
  op: number,
  operand: number,
  most: { pages: number; elements: number }
): number[] {
  const { bytesPerFuelLog2, fuelPerElement, fuelPerPage } = meteringParameters
  switch (op) {
    case Op.memoryGrow:
      return [...countUpTo(operand, most.pages), ...times(fuelPerPage)]
    case Op.tableGrow:
      return [...countUpTo(operand, most.elements), ...times(fuelPerElement)]
    case Op.memoryInit:
    case Op.memoryCopy:
    case Op.memoryFill:
      return [Op.localGet, ...u32(operand), Op.i64ExtendI32U, Op.i64Const, bytesPerFuelLog2, Op.i64ShrU]
    case Op.tableInit:
    case Op.tableCopy:
    case Op.tableFill:
      return [Op.localGet, ...u32(operand), Op.i64ExtendI32U, ...times(fuelPerElement)]
    default:
      throw new RangeError(`opcode ${op} pays nothing by its operands`)
  }
}
