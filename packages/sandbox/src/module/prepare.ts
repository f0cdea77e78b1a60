import { instrumentParsed, type MeterExports } from '../instrument/index.js'
import { MAX_TABLE_ELEMENTS, WASM_PAGE_BYTES } from './caps.js'
import { checkImports } from './check-imports.js'
import type { FunctionType, ModuleInfo } from './module-info.js'
import { parseModule } from './parse.js'

/** What of a task's limits decides how its module is rewritten. */
export interface ModuleLimits {
  memoryBytes: number
  /** Whether to keep how deep recursion goes; it slows recursion down, and changes nothing else. */
  measureDepth?: boolean
}

/** In pages: what the memory starts with, and where the task's limit ends it. */
export interface MemoryLimit {
  initialPages: number
  limitPages: number
}

/** A module ready to be compiled, and what the caller needs to run it. */
export interface PreparedModule {
  /** The bytes to compile: metered, without custom sections. */
  bytes: Uint8Array<ArrayBuffer>
  /** Exported functions by name. */
  functions: ReadonlyMap<string, FunctionType>
  /** Names of the exports that were added. */
  meter: MeterExports
  /** Name of an export that is the module's memory; undefined if it has none. */
  memoryExport: string | undefined
  /** Name of an export that is the module's start function, which must be called first; undefined if it has none. */
  startExport: string | undefined
  /** Set where the task's limit, not a maximum of the module's own, ends the memory. */
  memoryLimit: MemoryLimit | undefined
  /** Depth units of the longest chain of calls without recursion. */
  staticDepth: number
}

/**
 * Checks a module against everything that can be known before it is compiled, and instruments it for the limits.
 * Throws a refusal: `MODULE_INVALID`, `MODULE_TOO_COMPLEX`, `FEATURE_DENIED`, `IMPORT_DENIED`, `MEMORY_EXHAUSTED`.
 */
export function prepareModule(bytes: Uint8Array, limits: ModuleLimits): PreparedModule {
  const info = parseModule(bytes)
  checkImports(info.imports)
  const memoryPages = Math.floor(limits.memoryBytes / WASM_PAGE_BYTES)
  const options = {
    memoryPages,
    tableElements: MAX_TABLE_ELEMENTS,
    measureDepth: limits.measureDepth ?? false
  }
  const metered = instrumentParsed(bytes, info, options)
  return {
    bytes: metered.bytes,
    functions: exportedFunctions(info),
    meter: metered.exports,
    memoryExport: metered.exports.memory,
    startExport: metered.exports.start,
    memoryLimit: metered.memoryLimit,
    staticDepth: metered.staticDepth
  }
}

function exportedFunctions(info: ModuleInfo): Map<string, FunctionType> {
  const functions = new Map<string, FunctionType>()
  for (const { name, kind, index } of info.exports) {
    const type = kind === 'function' ? info.functions[index] : undefined
    if (type !== undefined) functions.set(name, type)
  }
  return functions
}
