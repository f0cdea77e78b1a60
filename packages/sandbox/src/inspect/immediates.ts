import type { Immediate } from '../instrument/opcodes.js'
import type { ByteReader } from '../module/byte-reader.js'
import { ModuleRefusal } from '../module/refusal.js'

/** What immediates tell. */
export interface Immediates {
  /** Of a block whose type is one of the type section: its index. */
  blockType: number | undefined
  /** Of a branch table. */
  labels: number
  /** The highest memory that is named. */
  memory: number
}

const fixedBytes: Partial<Record<Immediate, number>> = {
  none: 0,
  f32: 4,
  f64: 8,
  v128: 16,
  lane: 1,
  shuffle: 16
}

/** How many indices stand behind the opcode. */
const indices: Partial<Record<Immediate, number>> = {
  label: 1,
  function: 1,
  local: 1,
  global: 1,
  table: 1,
  data: 1,
  element: 1,
  pages: 1,
  indirect: 2,
  tables: 2,
  'data-memory': 2,
  'memory-memory': 2,
  'element-table': 2
}

/** Reads what stands behind an allowed opcode. */
export function readImmediate(reader: ByteReader, immediate: Immediate, found: Immediates): void {
  const fixed = fixedBytes[immediate]
  if (fixed !== undefined) reader.skip(fixed, 'an instruction')
  else if (immediate === 'i32' || immediate === 'i64' || immediate === 'reference') skipLeb(reader)
  else if (immediate === 'block') readBlockType(reader, found)
  else if (immediate === 'memory') readMemoryArgument(reader, found)
  else if (immediate === 'memory-lane') {
    readMemoryArgument(reader, found)
    reader.skip(1, 'a lane')
  } else readIndices(reader, immediate, found)
}

function readIndices(reader: ByteReader, immediate: Immediate, found: Immediates): void {
  const list = immediate === 'labels' || immediate === 'types' ? reader.u32('the length of a list') : 0
  if (immediate === 'labels') found.labels = list + 1
  const count = Math.max(list, found.labels) + (indices[immediate] ?? 0)
  for (let index = 0; index < count; index++) {
    const value = reader.u32('an index')
    if (immediate === 'pages' || immediate === 'memory-memory') found.memory = Math.max(found.memory, value)
    if (immediate === 'data-memory' && index === 1) found.memory = value
  }
}

export function readMemoryArgument(reader: ByteReader, found: Immediates): void {
  const alignment = reader.u32('an alignment')
  if ((alignment & 0x40) !== 0) found.memory = reader.u32('the index of a memory')
  skipLeb(reader)
}

/** No or one result is one negative byte (bit 6 is set); all else is the index of a type. */
export function readBlockType(reader: ByteReader, found: Immediates): void {
  const start = reader.offset
  skipLeb(reader)
  const first = reader.bytes[start] ?? 0
  if (reader.offset > start + 1 || (first & 0x40) === 0) {
    reader.offset = start
    found.blockType = reader.u32('the type of a block')
  }
}

/** A number of at most 64 bits, with or without a sign. */
export function skipLeb(reader: ByteReader): void {
  for (let bytes = 0; bytes < 10; bytes++) if (reader.byte('a number') < 0x80) return
  throw new ModuleRefusal('MODULE_INVALID', 'malformed module: a number has more than 64 bits')
}
