import type { FunctionType } from '../module/module-info.js'
import { u32 } from './leb.js'
import { Op } from './opcodes.js'
import type { Program } from './program.js'

/** Largest recursive group, and most parameters of its functions, that are copied. */
const MAX_GROUP = 8
const MAX_PARAMETERS = 6

/**
 * Functions that call each other and themselves hand fuel and depth on in registers: each gets a copy that takes both
 * as further parameters (i64, i64) and gives the fuel back as a further result. The function itself becomes a wrapper
 * around its copy, for everybody outside of the group.
 */
export interface RegisterCopies {
  /** Index of each copied function's copy. */
  copyOf: ReadonlyMap<number, number>
  /** Copied functions in the order of their copies. */
  originals: readonly number[]
}

/** Chooses the groups: small, recursive by direct calls alone, without tail calls. */
export function chooseCopies(program: Program): RegisterCopies {
  const { view, components, traits } = program
  const { functions } = view.spaces
  const originals: number[] = []
  for (const group of components.groups) {
    const fits = (node: number): boolean => {
      const type = functions[node]
      const own = traits[node]
      if (type === undefined || own === undefined || own.tailCalls) return false
      return type.params.length <= MAX_PARAMETERS && type.results.length <= 1
    }
    if (group.length > MAX_GROUP || components.recursive[group[0] ?? 0] !== 1) continue
    if (group.every(fits)) originals.push(...[...group].sort((a, b) => a - b))
  }
  return {
    originals,
    copyOf: new Map(originals.map((original, position) => [original, functions.length + position]))
  }
}

export function copyType({ params, results }: FunctionType): FunctionType {
  return { params: [...params, 'i64', 'i64'], results: [...results, 'i64'] }
}

/** The body of a wrapper, without its size: calls the copy with the globals' values, and puts them right behind. */
export function wrapperBody(
  type: FunctionType,
  copy: number,
  globals: { fuel: number; depth: number }
): Uint8Array {
  const saved = type.params.length
  const params = type.params.flatMap((_, local) => [Op.localGet, ...u32(local)])
  const fuel = u32(globals.fuel)
  const depth = u32(globals.depth)
  return Uint8Array.from([
    ...[1, 1, 0x7f],
    ...params,
    ...[Op.globalGet, ...fuel],
    ...[Op.globalGet, ...depth, Op.localTee, ...u32(saved), Op.i64ExtendI32S],
    ...[Op.call, ...u32(copy)],
    ...[Op.globalSet, ...fuel],
    ...[Op.localGet, ...u32(saved), Op.globalSet, ...depth],
    Op.end
  ])
}
