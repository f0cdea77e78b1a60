import { meteringParameters } from './cost-table.js'
import { signed, u32 } from './leb.js'
import { Op } from './opcodes.js'

/** Indices of the globals that are appended to a module. */
export interface MeterGlobals {
  fuel: number
  depth: number
  reason: number
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

/** The fuel account of one function: in a local between its calls, or in the global throughout. */
export class FuelCode {
  readonly #globals: MeterGlobals
  readonly #local: number | undefined

  constructor(globals: MeterGlobals, local: number | undefined) {
    this.#globals = globals
    this.#local = local
  }

  /** Takes a fixed amount; `check` ends the run if too little is left. */
  charge(amount: number, check: boolean): number[] {
    if (amount === 0 && !check) return []
    return [...this.#get(), Op.i64Const, ...signed(amount), Op.i64Sub, ...this.#set(check)]
  }

  /** Takes what `amount` leaves on the stack (an i64) and checks. */
  chargeComputed(amount: readonly number[]): number[] {
    return [...this.#get(), ...amount, Op.i64Sub, ...this.#set(true)]
  }

  /** Loads the account and takes what the function's first instructions cost. */
  enter(amount: number): number[] {
    const get = [Op.globalGet, ...u32(this.#globals.fuel)]
    return [...get, Op.i64Const, ...signed(amount), Op.i64Sub, ...this.#set(true)]
  }

  /** Before others use the account: calls, and the function's end. */
  store(): number[] {
    if (this.#local === undefined) return []
    return [Op.localGet, ...u32(this.#local), Op.globalSet, ...u32(this.#globals.fuel)]
  }

  /** After others have used it. */
  load(): number[] {
    if (this.#local === undefined) return []
    return [Op.globalGet, ...u32(this.#globals.fuel), Op.localSet, ...u32(this.#local)]
  }

  #get(): number[] {
    if (this.#local === undefined) return [Op.globalGet, ...u32(this.#globals.fuel)]
    return [Op.localGet, ...u32(this.#local)]
  }

  #set(check: boolean): number[] {
    if (this.#local === undefined) {
      const set = [Op.globalSet, ...u32(this.#globals.fuel)]
      return check ? [...set, Op.globalGet, ...u32(this.#globals.fuel), ...this.#check()] : set
    }
    const index = u32(this.#local)
    return check ? [Op.localTee, ...index, ...this.#check()] : [Op.localSet, ...index]
  }

  #check(): number[] {
    const ending = [...this.store(), ...stop(this.#globals, Reason.fuelExhausted)]
    return [Op.i64Const, 0, Op.i64LtS, Op.if, EMPTY, ...ending, Op.end]
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
