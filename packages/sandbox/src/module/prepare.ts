import { ByteReader } from './byte-reader.js'
import { ByteWriter } from './byte-writer.js'
import { MAX_TABLE_ELEMENTS, WASM_PAGE_BYTES } from './caps.js'
import { checkImports } from './check-imports.js'
import type { FunctionType, ModuleInfo, SizeBounds, TableInfo } from './module-info.js'
import { parseModule } from './parse.js'
import { ModuleRefusal, tooComplex } from './refusal.js'
import {
  EXPORT_SECTION,
  MEMORY_SECTION,
  PREAMBLE,
  START_SECTION,
  sectionRank,
  TABLE_SECTION
} from './sections.js'

/** What of a task's limits decides how its module is rewritten. */
export interface ModuleLimits {
  memoryBytes: number
}

/** In pages: what the memory starts with, and where the task's limit ends it. */
export interface MemoryLimit {
  initialPages: number
  limitPages: number
}

/** A module ready to be compiled, and what the caller needs to run it. */
export interface PreparedModule {
  /** The bytes to compile; custom sections are gone. */
  bytes: Uint8Array<ArrayBuffer>
  /** Hash of the metering rules these bytes were instrumented by; 32 zero bytes = not metered. */
  meteringHash: Uint8Array
  /** Exported functions by name. */
  functions: ReadonlyMap<string, FunctionType>
  /** Name of an export that is the module's memory; undefined if it has none. */
  memoryExport: string | undefined
  /** Name of an export that is the module's start function, which must be called first; undefined if it has none. */
  startExport: string | undefined
  /** Set where the task's limit, not a maximum of the module's own, ends the memory. */
  memoryLimit: MemoryLimit | undefined
}

/** A module that nothing counts the work of. */
export const NOT_METERED: Uint8Array = new Uint8Array(32)

/**
 * Checks a module against everything that can be known before it is compiled, and rewrites it for the limits:
 * the maxima of memory and tables are clamped, memory and start function become exports of fresh names, so
 * that the caller sees the one and decides when the other runs. Code is copied verbatim.
 *
 * This is the seam where the instrumenter goes: metered bytes and their rules' hash come out of here.
 * Throws a refusal: `MODULE_INVALID`, `MODULE_TOO_COMPLEX`, `FEATURE_DENIED`, `IMPORT_DENIED`, `MEMORY_EXHAUSTED`.
 */
export function prepareModule(bytes: Uint8Array, limits: ModuleLimits): PreparedModule {
  const info = parseModule(bytes)
  checkImports(info.imports)
  const limitPages = Math.floor(limits.memoryBytes / WASM_PAGE_BYTES)
  const memory = info.memory === undefined ? undefined : clampMemory(info.memory, limitPages)
  const tables = info.tables.map(clampTable)
  const taken = new Set(info.exports.map(({ name }) => name))
  const memoryExport = memory === undefined ? undefined : freshName('ailee:memory', taken)
  const startExport = info.startFunction === undefined ? undefined : freshName('ailee:start', taken)
  const limited = info.memory?.max === undefined || info.memory.max > limitPages
  return {
    bytes: rewrite(bytes, info, { memory, tables, memoryExport, startExport }),
    meteringHash: NOT_METERED,
    functions: exportedFunctions(info),
    memoryExport,
    startExport,
    memoryLimit: memory !== undefined && limited ? { initialPages: memory.min, limitPages } : undefined
  }
}

function clampMemory(memory: SizeBounds, limitPages: number): SizeBounds {
  if (memory.min > limitPages) {
    const mib = (pages: number): string => `${(pages * WASM_PAGE_BYTES) / 2 ** 20} MiB`
    const text = `the module starts with ${mib(memory.min)} of memory, its limit is ${mib(limitPages)}`
    throw new ModuleRefusal('MEMORY_EXHAUSTED', text)
  }
  return { min: memory.min, max: Math.min(memory.max ?? limitPages, limitPages) }
}

function clampTable(table: TableInfo): TableInfo {
  if (table.min > MAX_TABLE_ELEMENTS) throw tooComplex('elements in one table', table.min, MAX_TABLE_ELEMENTS)
  return { ...table, max: Math.min(table.max ?? MAX_TABLE_ELEMENTS, MAX_TABLE_ELEMENTS) }
}

function freshName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted
  for (let suffix = 2; taken.has(name); suffix++) name = `${wanted}:${suffix}`
  return name
}

function exportedFunctions(info: ModuleInfo): Map<string, FunctionType> {
  const functions = new Map<string, FunctionType>()
  for (const { name, kind, index } of info.exports) {
    const type = kind === 'function' ? info.functions[index] : undefined
    if (type !== undefined) functions.set(name, type)
  }
  return functions
}

interface Changes {
  memory: SizeBounds | undefined
  tables: readonly TableInfo[]
  memoryExport: string | undefined
  startExport: string | undefined
}

function rewrite(bytes: Uint8Array, info: ModuleInfo, changes: Changes): Uint8Array<ArrayBuffer> {
  const contents = new Map<number, Uint8Array>()
  for (const { id, start, end } of info.sections) contents.set(id, bytes.subarray(start, end))
  contents.delete(START_SECTION)
  if (info.tables.length > 0) contents.set(TABLE_SECTION, tableSection(changes.tables))
  if (changes.memory !== undefined) contents.set(MEMORY_SECTION, memorySection(changes.memory))
  contents.set(EXPORT_SECTION, exportSection(contents.get(EXPORT_SECTION), info, changes))
  const writer = new ByteWriter().raw(PREAMBLE)
  for (const [id, content] of [...contents].sort(([a], [b]) => sectionRank(a) - sectionRank(b))) {
    writer.section(id, content)
  }
  return writer.finish()
}

function tableSection(tables: readonly TableInfo[]): Uint8Array {
  const writer = new ByteWriter().u32(tables.length)
  for (const table of tables) bounds(writer.byte(table.element === 'funcref' ? 0x70 : 0x6f), table)
  return writer.finish()
}

function memorySection(memory: SizeBounds): Uint8Array {
  return bounds(new ByteWriter().u32(1), memory).finish()
}

function bounds(writer: ByteWriter, { min, max }: SizeBounds): ByteWriter {
  return max === undefined ? writer.byte(0).u32(min) : writer.byte(1).u32(min).u32(max)
}

function exportSection(content: Uint8Array | undefined, info: ModuleInfo, changes: Changes): Uint8Array {
  const added: [name: string, kind: number, index: number][] = []
  if (changes.memoryExport !== undefined) added.push([changes.memoryExport, 2, 0])
  if (changes.startExport !== undefined) added.push([changes.startExport, 0, info.startFunction ?? 0])
  const writer = new ByteWriter().u32(info.exports.length + added.length)
  if (content !== undefined) {
    const reader = new ByteReader(content)
    reader.u32('the number of exports')
    writer.raw(content.subarray(reader.offset))
  }
  for (const [name, kind, index] of added) writer.name(name).byte(kind).u32(index)
  return writer.finish()
}
