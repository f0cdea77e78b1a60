import { ByteReader } from './byte-reader.js'
import {
  MAX_EXPORTS,
  MAX_FUNCTIONS,
  MAX_GLOBALS,
  MAX_IMPORTS,
  MAX_MEMORY_PAGES,
  MAX_SEGMENTS,
  MAX_TABLES
} from './caps.js'
import type {
  ExternalKind,
  FunctionImport,
  FunctionType,
  ModuleExport,
  ModuleInfo,
  SizeBounds,
  TableInfo
} from './module-info.js'
import { checkCode } from './parse-code.js'
import { readCount, readSizeBounds, readTableType, readTypes } from './parse-types.js'
import { denied, ModuleRefusal, malformed } from './refusal.js'
import * as section from './sections.js'

const kinds: readonly ExternalKind[] = ['function', 'table', 'memory', 'global']

/**
 * Reads a module's structure: signatures, imports, tables, memory, exports and start function. It compiles
 * nothing and allocates by no count it has not checked. What it accepts may still be invalid: V8 validates the rest.
 *
 * Throws a refusal: `MODULE_INVALID`, `MODULE_TOO_COMPLEX`, `FEATURE_DENIED`, `IMPORT_DENIED`.
 */
export function parseModule(bytes: Uint8Array): ModuleInfo {
  const sections = section.splitSections(bytes)
  const read = <T>(id: number, absent: T, parse: (reader: ByteReader) => T): T => {
    const found = sections.find((candidate) => candidate.id === id)
    return found === undefined ? absent : parse(new ByteReader(bytes, found.start, found.end))
  }
  const types = read(section.TYPE_SECTION, [], readTypes)
  const imports = read(section.IMPORT_SECTION, [], (reader) => readImports(reader, types))
  const own = read(section.FUNCTION_SECTION, [], (reader) => readFunctions(reader, types))
  const functions = [...imports.map((entry) => entry.type), ...own]
  const tables = read(section.TABLE_SECTION, [], readTables)
  const memory = read(section.MEMORY_SECTION, undefined, readMemory)
  read(section.GLOBAL_SECTION, 0, (reader) => readCount(reader, 'globals', MAX_GLOBALS))
  const exports = read(section.EXPORT_SECTION, [], readExports)
  const startFunction = read(section.START_SECTION, undefined, readStart)
  read(section.ELEMENT_SECTION, 0, (reader) => readCount(reader, 'element segments', MAX_SEGMENTS))
  read(section.DATA_SECTION, 0, (reader) => readCount(reader, 'data segments', MAX_SEGMENTS))
  if (sections.some(({ id }) => id === section.CODE_SECTION) || own.length > 0) {
    const none = (): void => checkCode(new ByteReader(Uint8Array.of(0)), own.length)
    read(section.CODE_SECTION, none, (reader) => () => checkCode(reader, own.length))()
  }
  checkIndices(exports, startFunction, functions, memory)
  return { sections, imports, functions, tables, memory, exports, startFunction }
}

function typeAt(types: readonly FunctionType[], index: number, offset: number): FunctionType {
  const type = types[index]
  if (type === undefined) throw malformed(`type ${index} does not exist`, offset)
  return type
}

function readImports(reader: ByteReader, types: readonly FunctionType[]): FunctionImport[] {
  const imports: FunctionImport[] = []
  const count = readCount(reader, 'imports', MAX_IMPORTS)
  for (let index = 0; index < count; index++) {
    const module = reader.name('the module of an import')
    const name = reader.name('the name of an import')
    const offset = reader.offset
    const kind = reader.byte('the kind of an import')
    if (kind !== 0) {
      if (kind === 4) throw denied('exception handling')
      const what = kinds[kind]
      if (what === undefined) throw malformed(`0x${kind.toString(16)} is no kind of import`, offset)
      const text = `the module imports the ${what} "${module}.${name}"; only functions can be imported`
      throw new ModuleRefusal('IMPORT_DENIED', text)
    }
    imports.push({ module, name, type: typeAt(types, reader.u32('the type of an import'), offset) })
  }
  reader.finish('the import section')
  return imports
}

function readFunctions(reader: ByteReader, types: readonly FunctionType[]): FunctionType[] {
  const functions: FunctionType[] = []
  const count = readCount(reader, 'functions', MAX_FUNCTIONS)
  for (let index = 0; index < count; index++) {
    const offset = reader.offset
    functions.push(typeAt(types, reader.u32('the type of a function'), offset))
  }
  reader.finish('the function section')
  return functions
}

function readTables(reader: ByteReader): TableInfo[] {
  const tables: TableInfo[] = []
  const count = readCount(reader, 'tables', MAX_TABLES)
  for (let index = 0; index < count; index++) tables.push(readTableType(reader))
  reader.finish('the table section')
  return tables
}

function readMemory(reader: ByteReader): SizeBounds | undefined {
  const count = reader.u32('the number of memories')
  if (count > 1) throw denied('more than one memory')
  if (count === 0) {
    reader.finish('the memory section')
    return undefined
  }
  const offset = reader.offset
  const memory = readSizeBounds(reader, 'memory')
  if (memory.min > MAX_MEMORY_PAGES || (memory.max ?? 0) > MAX_MEMORY_PAGES) {
    throw malformed(`a memory has more than ${MAX_MEMORY_PAGES} pages`, offset)
  }
  reader.finish('the memory section')
  return memory
}

function readExports(reader: ByteReader): ModuleExport[] {
  const exports: ModuleExport[] = []
  const names = new Set<string>()
  const count = readCount(reader, 'exports', MAX_EXPORTS)
  for (let position = 0; position < count; position++) {
    const offset = reader.offset
    const name = reader.name('the name of an export')
    if (names.has(name)) throw malformed('two exports have one name', offset)
    names.add(name)
    const kindByte = reader.byte('the kind of an export')
    const kind = kinds[kindByte]
    if (kind === undefined) throw malformed(`0x${kindByte.toString(16)} is no kind of export`, offset)
    exports.push({ name, kind, index: reader.u32('the index of an export') })
  }
  reader.finish('the export section')
  return exports
}

function readStart(reader: ByteReader): number {
  const index = reader.u32('the start function')
  reader.finish('the start section')
  return index
}

/** Checks the indices that this package itself relies on. */
function checkIndices(
  exports: readonly ModuleExport[],
  startFunction: number | undefined,
  functions: readonly FunctionType[],
  memory: SizeBounds | undefined
): void {
  const invalid = (text: string): ModuleRefusal =>
    new ModuleRefusal('MODULE_INVALID', `malformed module: ${text}`)
  for (const { name, kind, index } of exports) {
    const exists = kind === 'function' ? index < functions.length : kind !== 'memory' || memory !== undefined
    if (!exists) throw invalid(`the export "${name}" names a ${kind} that does not exist`)
  }
  if (startFunction === undefined) return
  const start = functions[startFunction]
  if (start === undefined) throw invalid('the start function does not exist')
  if (start.params.length + start.results.length > 0)
    throw invalid('the start function takes or returns values')
}
