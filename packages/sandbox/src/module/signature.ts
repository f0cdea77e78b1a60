import type { FunctionType } from './module-info.js'

/** `countPrimes(i32) -> i32`; no result `-> ()` is left out, several stand in parentheses. */
export function formatSignature(name: string, { params, results }: FunctionType): string {
  const head = `${name}(${params.join(', ')})`
  if (results.length === 0) return head
  return results.length === 1 ? `${head} -> ${results[0]}` : `${head} -> (${results.join(', ')})`
}

/** Up to ten exported functions with their signatures, for a message to a person. */
export function listFunctions(functions: ReadonlyMap<string, FunctionType>): string {
  if (functions.size === 0) return 'the module exports no function'
  const shown = [...functions].slice(0, 10).map(([name, type]) => formatSignature(name, type))
  const more = functions.size > shown.length ? ` and ${functions.size - shown.length} more` : ''
  return `the module exports ${shown.join(', ')}${more}`
}
