import { valueWithoutText } from '../module/arguments.js'
import { takesBytes } from '../module/bytes-convention.js'
import type { FunctionType } from '../module/module-info.js'

/** How a task can call a module. */
export interface ModuleCalls {
  /** As a WASI command. */
  command: boolean
  /** Exports that take arguments in text. */
  functions: string[]
  /** Exports that take the input as bytes, if there are no arguments. */
  bytes: string[]
}

export function waysToCall(exported: ReadonlyMap<string, FunctionType>, hasMemory: boolean): ModuleCalls {
  const start = exported.get('_start')
  const names = [...exported].filter(([, type]) => valueWithoutText(type) === undefined)
  return {
    command: start !== undefined && start.params.length + start.results.length === 0,
    functions: names.map(([name]) => name),
    bytes: names.filter(([, type]) => takesBytes(type, exported, hasMemory)).map(([name]) => name)
  }
}
