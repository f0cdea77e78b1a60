import type { ByteReader } from './byte-reader.js'
import { MAX_PARAMETERS, MAX_RESULTS, MAX_TYPES } from './caps.js'
import type { FunctionType, SizeBounds, TableInfo, ValueType } from './module-info.js'
import { denied, malformed, tooComplex } from './refusal.js'

const valueTypes: ReadonlyMap<number, ValueType> = new Map([
  [0x7f, 'i32'],
  [0x7e, 'i64'],
  [0x7d, 'f32'],
  [0x7c, 'f64'],
  [0x7b, 'v128'],
  [0x70, 'funcref'],
  [0x6f, 'externref']
])

export function readValueType(reader: ByteReader, what: string): ValueType {
  const offset = reader.offset
  const byte = reader.byte(what)
  const type = valueTypes.get(byte)
  if (type !== undefined) return type
  // 0x63 to 0x6e and 0x71 to 0x74 are typed references and heap types of the GC and exception proposals.
  if (byte >= 0x63 && byte <= 0x74) throw denied('typed references or garbage collection')
  throw malformed(`${what} has an unknown type 0x${byte.toString(16)}`, offset)
}

/** Reads a count and checks it against a cap and against the bytes left: an entry takes at least one. */
export function readCount(reader: ByteReader, what: string, cap: number): number {
  const offset = reader.offset
  const count = reader.u32(`the number of ${what}`)
  if (count > cap) throw tooComplex(what, count, cap)
  if (count > reader.left) throw malformed(`it announces ${count} ${what} and ends before them`, offset)
  return count
}

export function readTypes(reader: ByteReader): FunctionType[] {
  const types: FunctionType[] = []
  const count = readCount(reader, 'types', MAX_TYPES)
  for (let index = 0; index < count; index++) {
    const offset = reader.offset
    const form = reader.byte('a type')
    // 0x4e to 0x50, 0x5e and 0x5f are the recursive, sub, struct and array types of the GC proposal.
    if ((form >= 0x4e && form <= 0x50) || form === 0x5e || form === 0x5f) throw denied('garbage collection')
    if (form !== 0x60) throw malformed(`0x${form.toString(16)} is no form of type`, offset)
    types.push({
      params: readValueTypes(reader, 'parameters of one function', MAX_PARAMETERS),
      results: readValueTypes(reader, 'results of one function', MAX_RESULTS)
    })
  }
  reader.finish('the type section')
  return types
}

function readValueTypes(reader: ByteReader, what: string, cap: number): ValueType[] {
  const types: ValueType[] = []
  const count = readCount(reader, what, cap)
  for (let index = 0; index < count; index++) types.push(readValueType(reader, what))
  return types
}

/** The limits of a memory or a table (core specification, 5.3.6); shared and 64-bit ones are refused. */
export function readSizeBounds(reader: ByteReader, what: 'memory' | 'table'): SizeBounds {
  const offset = reader.offset
  const flags = reader.byte(`the limits of a ${what}`)
  if (flags > 7) {
    if ((flags & 8) !== 0) throw denied('custom page sizes')
    throw malformed(`0x${flags.toString(16)} are no limits of a ${what}`, offset)
  }
  if ((flags & 2) !== 0) throw denied(`a shared ${what}`)
  if ((flags & 4) !== 0) throw denied(`a 64-bit ${what}`)
  const min = reader.u32(`the minimum of a ${what}`)
  const max = (flags & 1) === 0 ? undefined : reader.u32(`the maximum of a ${what}`)
  if (max !== undefined && max < min) throw malformed(`the maximum of a ${what} is below its minimum`, offset)
  return { min, max }
}

export function readTableType(reader: ByteReader): TableInfo {
  const offset = reader.offset
  // 0x40 announces a table with an initial value, from the typed references proposal.
  if (reader.byte('a table') === 0x40) throw denied('typed references or garbage collection')
  reader.offset = offset
  const element = readValueType(reader, 'a table')
  if (element !== 'funcref' && element !== 'externref') {
    throw malformed(`a table cannot hold ${element}`, offset)
  }
  return { element, ...readSizeBounds(reader, 'table') }
}
