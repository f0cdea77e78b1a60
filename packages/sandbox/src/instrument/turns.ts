import { type CountedLoop, wrapLimit } from './counted-loop.js'
import { signed, u32 } from './leb.js'
import { Op } from './opcodes.js'

const EMPTY = 0x40
const TWO_32 = 2 ** 32

/** How many turns a loop takes whose counter starts with a known value and whose bound is one; else undefined. */
export function constantTurns(loop: CountedLoop): number | undefined {
  const { bound, start, step, relation, isSigned, testsLast } = loop
  if (start === undefined || !('constant' in bound)) return undefined
  const first = (testsLast ? start + step : start) | 0
  const last = testsLast ? 1 : 0
  if (relation === 'ne') {
    const way = (step > 0 ? bound.constant - first : first - bound.constant) >>> 0
    const turns = way / Math.abs(step)
    return Number.isInteger(turns) ? last + turns : undefined
  }
  const value = (of: number): number => (isSigned ? of : of >>> 0)
  const inclusive = relation === 'le' || relation === 'ge' ? 1 : 0
  const way = step > 0 ? value(bound.constant) - value(first) : value(first) - value(bound.constant)
  return last + Math.ceil(Math.max(0, way + inclusive) / Math.abs(step))
}

/** Most turns that any counted loop takes. */
export const MOST_TURNS = TWO_32

/**
 * Leaves the number of turns as an i64 where a loop begins. `scratch` is a local of type i64. Where the counter would
 * wrap before its test fails, `never` is run instead: it must trap.
 */
export function turnsCode(loop: CountedLoop, scratch: number, never: readonly number[]): number[] {
  const { counter, bound, step, relation, isSigned, testsLast } = loop
  const size = Math.abs(step)
  const ahead = testsLast ? [Op.i32Const, ...signed(step), Op.i32Add] : []
  const own = [Op.localGet, ...u32(counter), ...ahead]
  const other =
    'constant' in bound ? [Op.i32Const, ...signed(bound.constant)] : [Op.localGet, ...u32(bound.local)]
  const plusLast = testsLast ? [Op.i64Const, 1, Op.i64Add] : []
  if (relation === 'ne') {
    const way = [...(step > 0 ? [...other, ...own] : [...own, ...other]), Op.i32Sub]
    const misses = [...way, Op.i32Const, ...signed(size - 1), Op.i32And, Op.if, EMPTY, ...never, Op.end]
    const exact = [...way, Op.i64ExtendI32U, ...dividedBy(size)]
    return [...(size === 1 ? [] : misses), ...exact, ...plusLast]
  }
  const extend = isSigned ? Op.i64ExtendI32S : Op.i64ExtendI32U
  const [high, low] = step > 0 ? [other, own] : [own, other]
  const inclusive = relation === 'le' || relation === 'ge' ? 1 : 0
  const round = inclusive + size - 1
  const way = [...high, extend, ...low, extend, Op.i64Sub]
  const rounded = [...way, ...(round === 0 ? [] : [Op.i64Const, ...signed(round), Op.i64Add])]
  const turns = [Op.localTee, ...u32(scratch), Op.i64Const, 0, Op.localGet, ...u32(scratch)]
  const positive = [...turns, Op.i64Const, 0, Op.i64GtS, Op.select]
  return [...wrapCheck(loop, never), ...rounded, ...positive, ...dividedBy(size), ...plusLast]
}

/** Of a bound that is only known as the loop begins. */
function wrapCheck({ bound, step, relation, isSigned }: CountedLoop, never: readonly number[]): number[] {
  if (!('local' in bound)) return []
  const limit = wrapLimit({ relation, isSigned }, step)
  const rises = step > 0
  const whole = rises ? (isSigned ? 2 ** 31 - 1 : TWO_32 - 1) : isSigned ? -(2 ** 31) : 0
  if (limit === whole) return []
  const compare = rises ? (isSigned ? Op.i32GtS : Op.i32GtU) : isSigned ? Op.i32LtS : Op.i32LtU
  const test = [Op.localGet, ...u32(bound.local), Op.i32Const, ...signed(limit | 0), compare]
  return [...test, Op.if, EMPTY, ...never, Op.end]
}

function dividedBy(size: number): number[] {
  if (size === 1) return []
  const power = Math.log2(size)
  if (Number.isInteger(power)) return [Op.i64Const, ...signed(power), Op.i64ShrU]
  return [Op.i64Const, ...signed(size), Op.i64DivU]
}
