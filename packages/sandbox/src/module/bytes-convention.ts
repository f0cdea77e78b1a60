import type { FunctionType } from './module-info.js'
import { formatSignature } from './signature.js'

/** Export that a module with functions of bytes has: it makes room for the input. */
export const ALLOC = 'alloc'

const allocText = formatSignature(ALLOC, { params: ['i32'], results: ['i32'] })
const bytesText = formatSignature('', { params: ['i32', 'i32'], results: ['i64'] })

/**
 * Whether a function takes the input's bytes and returns bytes: it is `(i32, i32) -> i64` (pointer and length of the
 * input; pointer and length of the output in the high and low 32 bits), and the module has a memory and exports
 * `alloc(i32) -> i32`.
 */
export function takesBytes(
  type: FunctionType,
  functions: ReadonlyMap<string, FunctionType>,
  hasMemory: boolean
): boolean {
  const alloc = functions.get(ALLOC)
  if (alloc === undefined || !hasMemory) return false
  return formatSignature(ALLOC, alloc) === allocText && formatSignature('', type) === bytesText
}
