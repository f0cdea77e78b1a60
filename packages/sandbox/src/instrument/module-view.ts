import { ByteReader } from '../module/byte-reader.js'
import { MAX_BODY_BYTES, MAX_FUNCTIONS, MAX_GLOBALS, MAX_SEGMENTS } from '../module/caps.js'
import type { ModuleInfo } from '../module/module-info.js'
import { readCount, readTypes, readValueType } from '../module/parse-types.js'
import { malformed, tooComplex } from '../module/refusal.js'
import * as section from '../module/sections.js'
import { readConstExpression } from './const-expression.js'
import { readElements } from './elements.js'
import type { IndexSpaces } from './index-spaces.js'

/** One function body as a range of the module's bytes, its size not included. */
export interface BodyRange {
  start: number
  end: number
}

/** What the instrumenter must know of a module besides what the parser tells. */
export interface ModuleView {
  bytes: Uint8Array
  info: ModuleInfo
  spaces: IndexSpaces
  bodies: readonly BodyRange[]
  /** Functions that a table, a global or an element segment may hold; grows while code is read. */
  taken: Set<number>
}

/** Reads types, globals, segments and the ranges of bodies; checks every index that stands outside of code. */
export function viewModule(bytes: Uint8Array, info: ModuleInfo): ModuleView {
  const find = (id: number): ByteReader | undefined => {
    const found = info.sections.find((candidate) => candidate.id === id)
    return found === undefined ? undefined : new ByteReader(bytes, found.start, found.end)
  }
  const types = find(section.TYPE_SECTION)
  const data = find(section.DATA_SECTION)
  const spaces: IndexSpaces = {
    types: types === undefined ? [] : readTypes(types),
    functionTypes: functionTypes(find(section.IMPORT_SECTION), find(section.FUNCTION_SECTION)),
    functions: info.functions,
    importedFunctions: info.imports.length,
    globals: find(section.GLOBAL_SECTION)?.u32('the number of globals') ?? 0,
    tables: info.tables.length,
    memories: info.memory === undefined ? 0 : 1,
    elements: find(section.ELEMENT_SECTION)?.u32('the number of element segments') ?? 0,
    dataCount: find(section.DATA_COUNT_SECTION)?.u32('the number of data segments')
  }
  const taken = new Set<number>()
  readGlobals(find(section.GLOBAL_SECTION), spaces, taken)
  const elements = find(section.ELEMENT_SECTION)
  if (elements !== undefined) readElements(elements, spaces, taken)
  if (data !== undefined) readData(data, spaces)
  const counts = { function: spaces.functionTypes.length, ...spaces, memory: spaces.memories }
  for (const { name, kind, index } of info.exports) {
    const count = kind === 'global' ? counts.globals : kind === 'table' ? counts.tables : counts[kind]
    if (index >= count) throw malformed(`the export "${name}" names a ${kind} that does not exist`, 0)
  }
  return { bytes, info, spaces, bodies: bodyRanges(find(section.CODE_SECTION)), taken }
}

function functionTypes(imports: ByteReader | undefined, own: ByteReader | undefined): number[] {
  const types: number[] = []
  const imported = imports?.u32('the number of imports') ?? 0
  for (let index = 0; imports !== undefined && index < imported; index++) {
    imports.name('the module of an import')
    imports.name('the name of an import')
    imports.byte('the kind of an import')
    types.push(imports.u32('the type of an import'))
  }
  const count = own?.u32('the number of functions') ?? 0
  for (let index = 0; own !== undefined && index < count; index++)
    types.push(own.u32('the type of a function'))
  return types
}

function readGlobals(reader: ByteReader | undefined, spaces: IndexSpaces, taken: Set<number>): void {
  if (reader === undefined) return
  const count = readCount(reader, 'globals', MAX_GLOBALS)
  for (let index = 0; index < count; index++) {
    readValueType(reader, 'a global')
    const at = reader.offset
    const mutable = reader.byte('a global')
    if (mutable > 1) throw malformed('a global is neither mutable nor immutable', at)
    readConstExpression(reader, spaces, (found) => taken.add(found))
  }
  reader.finish('the global section')
}

function readData(reader: ByteReader, spaces: IndexSpaces): void {
  const count = readCount(reader, 'data segments', MAX_SEGMENTS)
  for (let index = 0; index < count; index++) {
    const at = reader.offset
    const flags = reader.u32('a data segment')
    if (flags > 2) throw malformed('a data segment has unknown flags', at)
    if (flags === 2 && reader.u32('the memory of a data segment') > 0)
      throw malformed('memory 1 does not exist', at)
    if (flags !== 1) readConstExpression(reader, spaces, () => undefined)
    reader.skip(reader.u32('the length of a data segment'), 'a data segment')
  }
  reader.finish('the data section')
}

function bodyRanges(reader: ByteReader | undefined): BodyRange[] {
  if (reader === undefined) return []
  const ranges: BodyRange[] = []
  const count = readCount(reader, 'functions', MAX_FUNCTIONS)
  for (let index = 0; index < count; index++) {
    const size = reader.u32('the size of a function body')
    if (size > MAX_BODY_BYTES) throw tooComplex('bytes in one function', size, MAX_BODY_BYTES)
    const { offset, end } = reader.part(size, 'a function body')
    ranges.push({ start: offset, end })
  }
  return ranges
}
