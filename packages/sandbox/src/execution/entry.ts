import { parseArguments } from '../module/arguments.js'
import { ALLOC, takesBytes } from '../module/bytes-convention.js'
import type { FunctionType } from '../module/module-info.js'
import type { PreparedModule } from '../module/prepare.js'
import { ModuleRefusal } from '../module/refusal.js'
import { formatSignature, listFunctions } from '../module/signature.js'

/** What to call, in order: `setup` exports first, then `name`. */
export interface Entry {
  setup: readonly string[]
  name: string
  values: readonly (number | bigint)[]
  /** How many results are shown as text. */
  results: number
  /** Export that says where the input goes, if `name` takes bytes and returns bytes; it replaces `values` and `results`. */
  alloc?: string
}

/**
 * Finds what a task asks for among the module's exports: a WASI command's `_start` for the empty name, else the
 * function of this name (after `_initialize`, if there is one) with `args` as its arguments, or with the input's
 * bytes if there are no `args` and it takes those.
 *
 * Throws a refusal: `FUNCTION_NOT_FOUND`, `INVALID_INPUT`.
 */
export function findEntry(prepared: PreparedModule, name: string, args: readonly string[]): Entry {
  const { functions, startExport } = prepared
  const setup = startExport === undefined ? [] : [startExport]
  if (name === '') return { setup, name: findCommand(functions), values: [], results: 0 }
  const type = functions.get(name)
  if (type === undefined) {
    const text = `there is no exported function ${JSON.stringify(name.slice(0, 100))}; ${listFunctions(functions)}`
    throw new ModuleRefusal('FUNCTION_NOT_FOUND', text)
  }
  const bytes = args.length === 0 && takesBytes(type, functions, prepared.memoryExport !== undefined)
  const values = bytes ? [] : parseArguments(name, type, args)
  const initialize = functions.get('_initialize')
  if (initialize !== undefined && name !== '_initialize' && isPlain(initialize)) setup.push('_initialize')
  if (bytes) return { setup, name, values, results: 0, alloc: ALLOC }
  return { setup, name, values, results: type.results.length }
}

function findCommand(functions: ReadonlyMap<string, FunctionType>): string {
  const start = functions.get('_start')
  if (start === undefined) {
    const text = `the module is no WASI command: it exports no _start. To call a function, name it (--function); ${listFunctions(functions)}`
    throw new ModuleRefusal('FUNCTION_NOT_FOUND', text)
  }
  if (isPlain(start)) return '_start'
  const text = `the module is no WASI command: ${formatSignature('_start', start)} takes or returns values`
  throw new ModuleRefusal('FUNCTION_NOT_FOUND', text)
}

function isPlain({ params, results }: FunctionType): boolean {
  return params.length + results.length === 0
}
