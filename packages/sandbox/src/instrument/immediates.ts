import type { ByteReader } from '../module/byte-reader.js'
import { denied, malformed } from '../module/refusal.js'
import { EMPTY_BLOCK, valueBlock } from './code.js'
import type { IndexSpaces } from './index-spaces.js'
import type { Immediate, Opcode } from './opcodes.js'

/** Reads an index and checks that what it names exists: instrumenting appends, and must not bring it to life. */
export function readIndex(reader: ByteReader, count: number, what: string): number {
  const start = reader.offset
  const index = reader.u32(what)
  if (index >= count) throw malformed(`${what} ${index} does not exist`, start)
  return index
}

/**
 * Reads what stands behind an opcode, except labels, and answers with the first index of it, or an i32 itself. Types of
 * operands, alignments and lanes are V8's to validate: they stay in the bytes as they are.
 */
export function readImmediate(
  reader: ByteReader,
  opcode: Opcode,
  spaces: IndexSpaces,
  locals: number
): number {
  const { immediate, immediateBytes, name } = opcode
  if (immediateBytes >= 0) {
    if (immediateBytes > 0) reader.skip(immediateBytes, name)
    return 0
  }
  switch (immediate) {
    case 'local':
      return readIndex(reader, locals, 'local')
    case 'i32':
      return readI32(reader, name)
    case 'i64':
      return skipSigned(reader, 10, name)
    case 'block':
      return readBlockType(reader, spaces)
    case 'global':
      return readIndex(reader, spaces.globals, 'global')
    case 'function':
      return readIndex(reader, spaces.functionTypes.length, 'function')
    case 'indirect': {
      const type = readIndex(reader, spaces.types.length, 'type')
      readIndex(reader, spaces.tables, 'table')
      return type
    }
    case 'memory':
      return readMemoryArgument(reader, name)
    case 'memory-lane':
      readMemoryArgument(reader, name)
      reader.skip(1, name)
      return 0
    case 'reference':
      return readReferenceType(reader)
    case 'types':
      return readSelectTypes(reader)
    default:
      return readSegmentIndices(reader, immediate, spaces)
  }
}

function readSegmentIndices(reader: ByteReader, immediate: Immediate, spaces: IndexSpaces): number {
  const memory = (): number => {
    const start = reader.offset
    const index = reader.u32('the index of a memory')
    if (index > 0) throw denied(`more than one memory (at byte ${start})`)
    if (spaces.memories === 0) throw malformed('memory 0 does not exist', start)
    return index
  }
  const table = (): number => readIndex(reader, spaces.tables, 'table')
  const data = (): number => readIndex(reader, spaces.dataCount ?? 0, 'data segment')
  const element = (): number => readIndex(reader, spaces.elements, 'element segment')
  const parts: Partial<Record<Immediate, readonly (() => number)[]>> = {
    pages: [memory],
    'memory-memory': [memory, memory],
    data: [data],
    'data-memory': [data, memory],
    table: [table],
    tables: [table, table],
    element: [element],
    'element-table': [element, table]
  }
  const [first = 0] = (parts[immediate] ?? []).map((read) => read())
  return first
}

function skipSigned(reader: ByteReader, most: number, what: string): number {
  const start = reader.offset
  for (let count = 1; count <= most; count++) if (reader.byte(what) < 0x80) return 0
  throw malformed(`the number of ${what} is too long`, start)
}

function readI32(reader: ByteReader, what: string): number {
  const start = reader.offset
  skipSigned(reader, 5, what)
  let value = 0
  let shift = 0
  for (let at = start; at < reader.offset; at++, shift += 7)
    value |= ((reader.bytes[at] ?? 0) & 0x7f) << shift
  return shift < 32 ? (value << (32 - shift)) >> (32 - shift) : value
}

/** `flags` carries a memory index where the multi-memory proposal is meant (bit 6). */
function readMemoryArgument(reader: ByteReader, what: string): number {
  const start = reader.offset
  const flags = reader.u32(`the alignment of ${what}`)
  if (flags >= 64 && flags < 128) throw denied(`more than one memory (${what} at byte ${start})`)
  if (flags > 4) throw malformed(`${what} has an impossible alignment`, start)
  reader.u32(`the offset of ${what}`)
  return 0
}

function readReferenceType(reader: ByteReader): number {
  const start = reader.offset
  const byte = reader.byte('a reference type')
  if (byte === 0x70 || byte === 0x6f) return 0
  throw denied(`typed references or garbage collection (type 0x${byte.toString(16)} at byte ${start})`)
}

const valueTypeBytes: ReadonlySet<number> = new Set([0x7f, 0x7e, 0x7d, 0x7c, 0x7b, 0x70, 0x6f])

function readSelectTypes(reader: ByteReader): number {
  const start = reader.offset
  if (reader.u32('the types of select') !== 1) throw malformed('a select must have one type', start)
  const byte = reader.byte('the type of select')
  if (byte >= 0x63 && byte <= 0x74 && !valueTypeBytes.has(byte))
    throw denied(`typed references (at byte ${start})`)
  if (!valueTypeBytes.has(byte)) throw malformed('a select has an unknown type', start)
  return 0
}

/** A block's type (core specification, 5.4.1): empty, a value type, or a type's index as a positive s33. */
function readBlockType(reader: ByteReader, spaces: IndexSpaces): number {
  const start = reader.offset
  const byte = reader.byte('the type of a block')
  if (byte === 0x40) return EMPTY_BLOCK
  if (valueTypeBytes.has(byte)) return valueBlock(byte)
  if (byte >= 0x63 && byte <= 0x74) throw denied(`typed references (a block's type at byte ${start})`)
  if (byte >= 0x40 && byte < 0x80)
    throw malformed(`a block has an unknown type 0x${byte.toString(16)}`, start)
  reader.offset = start
  const index = readIndex(reader, spaces.types.length, 'type')
  // The last byte of a signed number carries the sign: a set bit 6 would make it negative.
  if (((reader.bytes[reader.offset - 1] ?? 0) & 0x40) !== 0)
    throw malformed('a block has a negative type', start)
  return index
}
