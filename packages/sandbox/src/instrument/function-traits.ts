import type { FunctionType } from '../module/module-info.js'
import { malformed } from '../module/refusal.js'
import type { Code } from './code.js'
import { opcodeCosts } from './cost-table.js'
import type { IndexSpaces } from './index-spaces.js'
import { Op } from './opcodes.js'
import { dearestPath } from './potential.js'

/** What the first reading of a function tells about it. */
export interface FunctionTraits {
  /** Functions it calls by index, tail calls included. */
  calls: readonly number[]
  /** Types it calls through tables. */
  indirectTypes: readonly number[]
  /** It has no loop, tail call, indirect call or instruction that pays by its operands. */
  plain: boolean
  tailCalls: boolean
}

/** Instructions that pay by the number on top of their operands. */
export const dynamicOps: ReadonlySet<number> = new Set([
  Op.memoryGrow,
  Op.memoryInit,
  Op.memoryCopy,
  Op.memoryFill,
  Op.tableInit,
  Op.tableCopy,
  Op.tableGrow,
  Op.tableFill
])

/**
 * Collects a decoded body's traits; functions that it makes references to are added to `taken`. They must be
 * declared outside of code (core specification, 3.4.10), which the export of the start function would hide.
 */
export function traitsOf(code: Code, declared: ReadonlySet<number>, taken: Set<number>): FunctionTraits {
  const calls = new Set<number>()
  const indirectTypes = new Set<number>()
  let plain = true
  let tailCalls = false
  for (let index = 0; index < code.length; index++) {
    const op = code.op[index] ?? 0
    const value = code.value[index] ?? 0
    if (op === Op.call || op === Op.returnCall) calls.add(value)
    else if (op === Op.callIndirect || op === Op.returnCallIndirect) indirectTypes.add(value)
    else if (op === Op.refFunc) {
      if (!declared.has(value)) throw malformed('a reference to an undeclared function', code.at[index] ?? 0)
      taken.add(value)
    }
    if (op === Op.returnCall || op === Op.returnCallIndirect) tailCalls = true
    if (op === Op.loop || op === Op.returnCall || dynamicOps.has(op)) plain = false
  }
  if (indirectTypes.size > 0) plain = false
  return { calls: [...calls], indirectTypes: [...indirectTypes], plain, tailCalls }
}

/**
 * What functions cost their callers beyond the call itself: defined for functions that pay nothing of their own,
 * undefined for all others.
 */
export type FreeCosts = readonly (number | undefined)[]

/** What indirect calls of a type cost, by the type's index, and whether one may reach a function that pays for itself. */
export interface IndirectCosts {
  cost: readonly number[]
  shared: readonly boolean[]
}

/** An indirect call pays for the dearest free function that it may reach. */
export function indirectCosts(
  spaces: IndexSpaces,
  taken: ReadonlySet<number>,
  free: FreeCosts
): IndirectCosts {
  const canonical = canonicalTypes(spaces)
  const cost: number[] = new Array(spaces.types.length).fill(0)
  const shared: boolean[] = new Array(spaces.types.length).fill(false)
  for (const index of taken) {
    const type = canonical[spaces.functionTypes[index] ?? 0] ?? 0
    const own = free[index]
    if (own === undefined) shared[type] = true
    else cost[type] = Math.max(cost[type] ?? 0, own)
  }
  return {
    cost: [...canonical].map((type) => cost[type] ?? 0),
    shared: [...canonical].map((type) => shared[type] ?? false)
  }
}

/** What instruction `index` costs, with what free callees cost. */
export function costWith(code: Code, free: FreeCosts, indirect?: IndirectCosts): (index: number) => number {
  return (index) => {
    const op = code.op[index] ?? 0
    const value = code.value[index] ?? 0
    const own = opcodeCosts[op] ?? 0
    if (op === Op.call || op === Op.returnCall) return own + (free[value] ?? 0)
    if (op === Op.callIndirect || op === Op.returnCallIndirect) return own + (indirect?.cost[value] ?? 0)
    return own
  }
}

/** The cost of a function that qualifies as free, all of whose callees are free already; else undefined. */
export function freeCost(code: Code, free: FreeCosts, most: number): number | undefined {
  return dearestPath(code, costWith(code, free), most)
}

/** Types that are equal have one number: an indirect call reaches functions of every equal type. */
export function canonicalTypes(spaces: IndexSpaces): Int32Array {
  const numbers = new Map<string, number>()
  const key = ({ params, results }: FunctionType): string => `${params.join()}>${results.join()}`
  return Int32Array.from(spaces.types, (type, index) => {
    const text = key(type)
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, index)
    return index
  })
}
