import { signed, unsigned } from './bytes.js'
import { type CountedLoop, limitOf } from './counted.js'
import { number } from './rules.js'

/** Globals of a rewritten module: the account, the posted account, the depth that is left, and why the code ended. */
export interface Globals {
  account: number
  posted: number
  depth: number
  reason: number
}

/** Locals that a rewritten function has on top. */
export interface Scratch {
  depth: number
  operand: number
  turns: number
  f32: number
  f64: number
  v128: number
}

export const SCRATCH_TYPES = [0x7f, 0x7f, 0x7e, 0x7d, 0x7c, 0x7b]
export const REASON_FUEL = 1
export const REASON_DEPTH = 2

export const get = (local: number): number[] => [0x20, ...unsigned(local)]
export const set = (local: number): number[] => [0x21, ...unsigned(local)]
export const load = (global: number): number[] => [0x23, ...unsigned(global)]
export const store = (global: number): number[] => [0x24, ...unsigned(global)]
export const i32 = (value: number): number[] => [0x41, ...signed(value | 0)]
const i64 = (value: number): number[] => [0x42, ...signed(value)]

export function stop({ reason }: Globals, why: number): number[] {
  return [...i32(why), ...store(reason), 0x00]
}

export function post({ account, posted }: Globals): number[] {
  return [...load(account), ...store(posted)]
}

/** Takes what `amount` leaves on the stack. */
export function charge(
  globals: Globals,
  amount: readonly number[],
  checked: boolean,
  isPrivate: boolean
): number[] {
  const take = [...load(globals.account), ...amount, 0x7d, ...store(globals.account)]
  const test = [...load(globals.account), ...i64(0), 0x53, 0x04, 0x40, ...stop(globals, REASON_FUEL), 0x0b]
  return [...take, ...(isPrivate ? [] : post(globals)), ...(checked ? test : [])]
}

export function fixed(amount: number): number[] {
  return i64(amount)
}

/** What an instruction pays for the operand that stands in a local. */
export function byOperand(name: string, local: number, most: { pages: number; elements: number }): number[] {
  const wide = [...get(local), 0xad]
  if (/^memory\.(init|copy|fill)$/.test(name)) return [...wide, ...i64(number('bytesPerFuelLog2')), 0x88]
  const each = i64(number(name === 'memory.grow' ? 'fuelPerPage' : 'fuelPerElement'))
  if (!name.endsWith('.grow')) return [...wide, ...each, 0x7e]
  const limit = name === 'memory.grow' ? most.pages : most.elements
  return [...wide, ...each, 0x7e, ...i64(0), ...wide, ...i64(limit), 0x58, 0x1b]
}

/** The turns of a counted loop, as section 7 of METERING.md says, as an i64. */
export function turnsOf(loop: CountedLoop, globals: Globals, scratch: Scratch): number[] {
  const { bound, step, relation, isSigned, isLast } = loop
  const size = Math.abs(step)
  const c = [...get(loop.counter), ...(isLast ? [...i32(step), 0x6a] : [])]
  const b = 'local' in bound ? get(bound.local) : i32(bound.constant)
  const z = [...i64(isLast ? 1 : 0), 0x7c]
  const never = [0x04, 0x40, ...stop(globals, REASON_FUEL), 0x0b]
  if (relation === 'ne') {
    const way = [...(step > 0 ? [...b, ...c] : [...c, ...b]), 0x6b]
    return [...way, ...i32(size), 0x70, ...never, ...way, ...i32(size), 0x6e, 0xad, ...z]
  }
  const extend = isSigned ? 0xac : 0xad
  const beyond = [...b, extend, ...i64(limitOf(relation, isSigned, step)), step > 0 ? 0x55 : 0x53, ...never]
  const [from, to] = step > 0 ? [c, b] : [b, c]
  const u = relation === 'le' || relation === 'ge' ? 1 : 0
  const way = [...to, extend, ...from, extend, 0x7d, ...i64(u), 0x7c, ...set(scratch.turns)]
  const w = get(scratch.turns)
  const rounded = [...w, ...i64(size - 1), 0x7c, ...i64(size), 0x7f]
  const positive = [...rounded, ...i64(0), ...w, ...i64(0), 0x55, 0x1b]
  return [...('local' in bound ? beyond : []), ...way, ...positive, ...z]
}

const canonical32 = [0, 0, 0xc0, 0x7f]
const canonical64 = [0, 0, 0, 0, 0, 0, 0xf8, 0x7f]

/** Makes the NaNs of an arithmetic result canonical, if its class (section 11) says that it is one. */
export function mendNan(nan: string, scratch: Scratch): number[] {
  const [, format] = /^\w+>(f32|f64|f32x4|f64x2)$/.exec(nan) ?? []
  if (format === undefined) return []
  const constants: Record<string, { constant: number[]; equal: number[]; local: number; select: number[] }> =
    {
      f32: { constant: [0x43, ...canonical32], equal: [0x5b], local: scratch.f32, select: [0x1b] },
      f64: { constant: [0x44, ...canonical64], equal: [0x61], local: scratch.f64, select: [0x1b] },
      f32x4: {
        constant: [0xfd, 0x0c, ...canonical32, ...canonical32, ...canonical32, ...canonical32],
        equal: [0xfd, 0x41],
        local: scratch.v128,
        select: [0xfd, 0x52]
      },
      f64x2: {
        constant: [0xfd, 0x0c, ...canonical64, ...canonical64],
        equal: [0xfd, 0x47],
        local: scratch.v128,
        select: [0xfd, 0x52]
      }
    }
  const found = constants[format]
  if (found === undefined) return []
  const { constant, equal, local, select } = found
  return [...set(local), ...get(local), ...constant, ...get(local), ...get(local), ...equal, ...select]
}
