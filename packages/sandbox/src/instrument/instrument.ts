import type { FunctionType, ModuleInfo, SizeBounds, TableInfo } from '../module/module-info.js'
import { parseModule } from '../module/parse.js'
import { ModuleRefusal, tooComplex } from '../module/refusal.js'
import * as section from '../module/sections.js'
import { type BodyContext, instrumentBody } from './body.js'
import { ByteBuffer } from './byte-buffer.js'
import { heaviestChain } from './call-graph.js'
import { MAX_INSTRUMENTED_BYTES, MAX_STATIC_DEPTH } from './caps.js'
import { FunctionTypes } from './function-types.js'
import { u32 } from './leb.js'
import { viewModule } from './module-view.js'
import { decodeFunction, type Program, readProgram } from './program.js'
import { chooseCopies, copyType, wrapperBody } from './registers.js'
import * as write from './sections.js'

/** What of a task's limits decides how its module is rewritten. */
export interface InstrumentOptions {
  /** Most pages of memory. */
  memoryPages: number
  /** Most elements of each table. */
  tableElements: number
  /** Whether to keep the least depth that was ever left. Results and fuel do not depend on it. */
  measureDepth?: boolean
}

/** Names of the exports that were added; each differs from all of the module's own. */
export interface MeterExports {
  /** i64 global: set it to the fuel before the first call. Negative = exhausted. */
  fuel: string
  /** i32 global: set it to the depth units before the first call. */
  depth: string
  /** i32 global: one of `Reason`. */
  reason: string
  /** i32 global: the least depth that was ever left; set it as `depth`. Undefined unless it was asked for. */
  deepest: string | undefined
  /** The module's memory; undefined if it has none. */
  memory: string | undefined
  /** The module's start function, which must be called first; undefined if it has none. */
  start: string | undefined
}

export interface InstrumentedModule {
  bytes: Uint8Array<ArrayBuffer>
  info: ModuleInfo
  exports: MeterExports
  /** Set where the option, not a maximum of the module's own, ends the memory. */
  memoryLimit: { initialPages: number; limitPages: number } | undefined
  /** Depth units of the longest call chain without recursion, which the depth global does not count. */
  staticDepth: number
}

/**
 * Rewrites a module so that it counts its fuel and its depth, makes every NaN it computes canonical, and keeps to
 * the limits of memory and tables. The same bytes and options give the same bytes everywhere. No index of the
 * module changes: types, globals and exports are appended, custom sections left out, and the start function
 * becomes an export. Only what is valid stays valid, so V8 may judge the result instead of the original.
 *
 * Takes time linear in the module's size. Throws a refusal: `MODULE_INVALID`, `MODULE_TOO_COMPLEX`,
 * `FEATURE_DENIED`, `IMPORT_DENIED`, `MEMORY_EXHAUSTED`.
 */
export function instrumentModule(bytes: Uint8Array, options: InstrumentOptions): InstrumentedModule {
  return instrumentParsed(bytes, parseModule(bytes), options)
}

/** As `instrumentModule`, for a module that has been parsed already. */
export function instrumentParsed(
  bytes: Uint8Array,
  info: ModuleInfo,
  options: InstrumentOptions
): InstrumentedModule {
  const memory = info.memory === undefined ? undefined : clampMemory(info.memory, options.memoryPages)
  const tables = info.tables.map((table) => clampTable(table, options.tableElements))
  const program = readProgram(viewModule(bytes, info))
  const { spaces } = program.view
  const first = spaces.globals
  const deepest = options.measureDepth === true ? first + 3 : undefined
  const globals = { fuel: first, depth: first + 1, reason: first + 2, deepest }
  const types = new FunctionTypes(spaces.types)
  const copies = chooseCopies(program)
  const limited = info.memory?.max === undefined || info.memory.max > options.memoryPages
  const context: BodyContext = {
    program,
    copies,
    globals,
    most: { pages: memory?.max ?? 0, elements: options.tableElements },
    memoryLimited: limited,
    resultsBlock: ({ results }) => write.blockTypeBytes(results, () => types.index({ params: [], results }))
  }
  const { code, hints, staticDepth } = rewriteCode(context)
  const copyTypes = copies.originals.map((index) => types.index(copyType(functionType(program, index))))
  const exports = nameExports(info, deepest !== undefined)
  const contents = new Map<number, Uint8Array>()
  for (const { id, start, end } of info.sections) contents.set(id, bytes.subarray(start, end))
  contents.delete(section.START_SECTION)
  if (code !== undefined) contents.set(section.CODE_SECTION, code)
  if (types.added.length > 0) append(contents, section.TYPE_SECTION, types.added.map(write.typeEntry))
  if (copyTypes.length > 0) append(contents, section.FUNCTION_SECTION, copyTypes.map(u32))
  if (memory !== undefined) contents.set(section.MEMORY_SECTION, write.memorySection(memory))
  if (tables.length > 0) contents.set(section.TABLE_SECTION, write.tableSection(tables))
  const metered: ('i32' | 'i64')[] = [
    'i64',
    'i32',
    'i32',
    ...(deepest === undefined ? [] : (['i32'] as const))
  ]
  append(contents, section.GLOBAL_SECTION, metered.map(write.zeroGlobal))
  append(contents, section.EXPORT_SECTION, exportEntries(exports, globals, info.startFunction))
  return {
    bytes: writeModule(contents, hints),
    info,
    exports,
    memoryLimit:
      memory !== undefined && limited
        ? { initialPages: memory.min, limitPages: options.memoryPages }
        : undefined,
    staticDepth
  }
}

function clampMemory(memory: SizeBounds, limitPages: number): SizeBounds {
  if (memory.min > limitPages) {
    const mib = (pages: number): string => `${pages / 16} MiB`
    const text = `the module starts with ${mib(memory.min)} of memory, its limit is ${mib(limitPages)}`
    throw new ModuleRefusal('MEMORY_EXHAUSTED', text)
  }
  return { min: memory.min, max: Math.min(memory.max ?? limitPages, limitPages) }
}

function clampTable(table: TableInfo, limit: number): TableInfo {
  if (table.min > limit) throw tooComplex('elements in one table', table.min, limit)
  return { ...table, max: Math.min(table.max ?? limit, limit) }
}

function functionType({ view }: Program, index: number): FunctionType {
  return view.spaces.functions[index] ?? { params: [], results: [] }
}

function rewriteCode(context: BodyContext): {
  code: Uint8Array | undefined
  hints: readonly write.FunctionHints[]
  staticDepth: number
} {
  const { program, copies, globals } = context
  const { view, components, edges } = program
  const imported = view.spaces.importedFunctions
  const depths = new Float64Array(edges.length)
  const buffer = new ByteBuffer(view.bytes.length * 2)
  const hints: write.FunctionHints[] = []
  const push = (body: Uint8Array): void => {
    buffer.push(u32(body.length)).push(body)
    if (buffer.length > MAX_INSTRUMENTED_BYTES) {
      throw tooComplex('bytes of instrumented code', buffer.length, MAX_INSTRUMENTED_BYTES)
    }
  }
  const rewrite = (index: number, asCopy: boolean): void => {
    decodeFunction(view, index, program.code)
    const { bytes, depth, rare } = instrumentBody(context, index, asCopy)
    depths[index] = depth
    if (rare.length > 0) hints.push({ index: asCopy ? (copies.copyOf.get(index) ?? index) : index, rare })
    push(bytes)
  }
  buffer.push(u32(view.bodies.length + copies.originals.length))
  for (const position of view.bodies.keys()) {
    const index = imported + position
    const copy = copies.copyOf.get(index)
    if (copy === undefined) rewrite(index, false)
    else push(wrapperBody(functionType(program, index), copy, globals))
  }
  for (const index of copies.originals) rewrite(index, true)
  const weight = (node: number): number => (components.recursive[node] === 1 ? 0 : (depths[node] ?? 0))
  const staticDepth = heaviestChain(edges, components, weight)
  if (staticDepth > MAX_STATIC_DEPTH) {
    throw tooComplex('units of depth in one chain of calls', staticDepth, MAX_STATIC_DEPTH)
  }
  return { code: view.bodies.length === 0 ? undefined : buffer.view(), hints, staticDepth }
}

/** A reserved name that the module itself exports is not refused: ours gets a number. */
function nameExports(info: ModuleInfo, measuresDepth: boolean): MeterExports {
  const taken = new Set(info.exports.map(({ name }) => name))
  const fresh = (wanted: string): string => {
    let name = wanted
    for (let suffix = 2; taken.has(name); suffix++) name = `${wanted}:${suffix}`
    return name
  }
  return {
    fuel: fresh('ailee:fuel'),
    depth: fresh('ailee:depth'),
    reason: fresh('ailee:reason'),
    deepest: measuresDepth ? fresh('ailee:deepest') : undefined,
    memory: info.memory === undefined ? undefined : fresh('ailee:memory'),
    start: info.startFunction === undefined ? undefined : fresh('ailee:start')
  }
}

function exportEntries(
  exports: MeterExports,
  globals: BodyContext['globals'],
  startFunction: number | undefined
): number[][] {
  const entries = (['fuel', 'depth', 'reason', 'deepest'] as const).flatMap((what) => {
    const name = exports[what]
    return name === undefined ? [] : [write.exportEntry(name, 'global', globals[what] ?? 0)]
  })
  if (exports.memory !== undefined) entries.push(write.exportEntry(exports.memory, 'memory', 0))
  if (exports.start !== undefined)
    entries.push(write.exportEntry(exports.start, 'function', startFunction ?? 0))
  return entries
}

function append(contents: Map<number, Uint8Array>, id: number, entries: readonly number[][]): void {
  contents.set(id, write.appendEntries(contents.get(id), entries))
}

function writeModule(
  contents: ReadonlyMap<number, Uint8Array>,
  hints: readonly write.FunctionHints[]
): Uint8Array<ArrayBuffer> {
  let size = section.PREAMBLE.length
  for (const content of contents.values()) size += content.length + 6
  const buffer = new ByteBuffer(size).push(section.PREAMBLE)
  const ranked = [...contents].sort(([a], [b]) => section.sectionRank(a) - section.sectionRank(b))
  for (const [id, content] of ranked) {
    if (id === section.CODE_SECTION && hints.length > 0) {
      const custom = write.branchHints(hints)
      buffer.push([0]).push(u32(custom.length)).push(custom)
    }
    buffer.push([id]).push(u32(content.length)).push(content)
  }
  return buffer.view()
}
