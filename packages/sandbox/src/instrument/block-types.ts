import { type Code, EMPTY_BLOCK, isValueBlock, WHOLE_FUNCTION } from './code.js'
import type { IndexSpaces } from './index-spaces.js'
import { Op } from './opcodes.js'

/** How many values a block takes and leaves. */
export interface Arity {
  params: number
  results: number
}

export function blockArity(code: Code, opener: number, ownResults: number, spaces: IndexSpaces): Arity {
  if (opener === WHOLE_FUNCTION) return { params: 0, results: ownResults }
  const type = code.value[opener] ?? EMPTY_BLOCK
  if (type === EMPTY_BLOCK) return { params: 0, results: 0 }
  if (isValueBlock(type)) return { params: 0, results: 1 }
  const named = spaces.types[type]
  return { params: named?.params.length ?? 0, results: named?.results.length ?? 0 }
}

/** How many values a branch to a block carries. */
export function labelArity(code: Code, opener: number, ownResults: number, spaces: IndexSpaces): number {
  const { params, results } = blockArity(code, opener, ownResults, spaces)
  return opener !== WHOLE_FUNCTION && code.op[opener] === Op.loop ? params : results
}
