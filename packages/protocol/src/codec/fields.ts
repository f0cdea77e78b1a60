import protobuf from 'protobufjs/minimal.js'
import { bytesToHex, hexToBytes } from '../bytes.js'
import { ProtocolError } from '../errors.js'
import { HASH_BYTES, MAX_MESSAGE_FIELDS, MAX_NODE_ID_BYTES } from '../limits.js'

/** A 64-bit integer as protobufjs gives and takes it. */
export interface Int64 {
  low: number
  high: number
  unsigned: boolean
}

type Wire64 = number | Int64 | null | undefined

function invalid(field: string, problem: string): ProtocolError {
  return new ProtocolError('WIRE_FIELD_INVALID', `${field} ${problem}`)
}

/**
 * Runs a generated decoder; anything it throws means that the bytes are no such message. A field of two bytes becomes
 * an object of a hundred, and lists are measured once they are there: so fields are counted while they are read.
 */
export function parseMessage<T>(name: string, decode: (reader: protobuf.Reader) => T, bytes: Uint8Array): T {
  try {
    return decode(countingReader(bytes))
  } catch (cause) {
    if (cause instanceof ProtocolError) throw cause
    throw new ProtocolError('WIRE_MALFORMED', `not a ${name}`, { cause })
  }
}

/** A reader that throws WIRE_TOO_LARGE past {@link MAX_MESSAGE_FIELDS} fields, those of submessages and packed lists included. */
function countingReader(bytes: Uint8Array): protobuf.Reader {
  const reader = protobuf.Reader.create(bytes)
  let fields = 0
  const count = (more: number): void => {
    fields += more
    if (fields > MAX_MESSAGE_FIELDS) {
      throw new ProtocolError('WIRE_TOO_LARGE', `a message has at most ${MAX_MESSAGE_FIELDS} fields`)
    }
  }
  const { tag, uint64s } = reader
  reader.tag = () => {
    count(1)
    return tag.call(reader)
  }
  reader.uint64s = (values) => {
    const start = reader.pos
    const end = reader.size() + reader.pos
    // Each number ends with a byte whose high bit is clear.
    let numbers = 0
    for (let at = reader.pos; at < end && at < reader.len; at += 1) {
      if ((reader.buf[at] ?? 0) < 0x80) numbers += 1
    }
    count(numbers)
    reader.pos = start
    return uint64s.call(reader, values)
  }
  return reader
}

/** A submessage that must be there. */
export function required<T>(value: T | null | undefined, field: string): T {
  if (value === null || value === undefined) throw invalid(field, 'is missing')
  return value
}

/** Bytes of an exact length. Copied, since decoders hand out views of the received frame; by the constructor, since the views may be Node Buffers, whose `slice` copies nothing. */
export function exactBytes(value: Uint8Array | null | undefined, length: number, field: string): Uint8Array {
  if (value?.length !== length) throw invalid(field, `must have ${length} bytes`)
  return new Uint8Array(value)
}

export function boundedBytes(value: Uint8Array | null | undefined, max: number, field: string): Uint8Array {
  const bytes = value ?? new Uint8Array()
  if (bytes.length > max) throw new ProtocolError('WIRE_TOO_LARGE', `${field} is longer than ${max} bytes`)
  return new Uint8Array(bytes)
}

/** 32 bytes as hex: content hashes, task ids. */
export function hash(value: Uint8Array | null | undefined, field: string): string {
  return bytesToHex(exactBytes(value, HASH_BYTES, field))
}

export function hashBytes(hex: string): Uint8Array {
  return hexToBytes(hex)
}

export function text(value: string | null | undefined, maxBytes: number, field: string): string {
  const string = value ?? ''
  // Receipt files may hold other types here, and halves of surrogate pairs, which all hash like U+FFFD.
  if (typeof string !== 'string' || !string.isWellFormed()) throw invalid(field, 'is not a text')
  // A UTF-16 unit is at most three UTF-8 bytes, so most texts need no encoding to be checked.
  if (string.length * 3 > maxBytes && new TextEncoder().encode(string).length > maxBytes) {
    throw new ProtocolError('WIRE_TOO_LARGE', `${field} is longer than ${maxBytes} bytes`)
  }
  return string
}

export function nonEmptyText(value: string | null | undefined, maxBytes: number, field: string): string {
  const string = text(value, maxBytes, field)
  if (string === '') throw invalid(field, 'is empty')
  return string
}

export function nodeId(value: string | null | undefined, field: string): string {
  return nonEmptyText(value, MAX_NODE_ID_BYTES, field)
}

/** A stable code: upper case, digits, underscores. Empty where `optional`. */
export function code(value: string | null | undefined, field: string, optional = false): string {
  const string = value ?? ''
  if (optional && string === '') return string
  if (!/^[A-Z][A-Z0-9_]{0,63}$/.test(string)) throw invalid(field, 'is not a code')
  return string
}

/** An unsigned 64-bit integer as bigint: fuel, amounts, fencing tokens. */
export function u64(value: Wire64): bigint {
  if (value === null || value === undefined) return 0n
  if (typeof value === 'number') return BigInt(value)
  return (BigInt(value.high >>> 0) << 32n) | BigInt(value.low >>> 0)
}

export function toU64(value: bigint | number): Int64 {
  const big = BigInt.asUintN(64, BigInt(value))
  return { low: Number(big & 0xffffffffn) | 0, high: Number(big >> 32n) | 0, unsigned: true }
}

/** An unsigned integer that fits a number and lies in `min`…`max`: sizes, times, counts. */
export function integer(value: Wire64, min: number, max: number, field: string): number {
  const big = u64(value)
  if (big < BigInt(min) || big > BigInt(max)) throw invalid(field, `must be ${min} to ${max}`)
  return Number(big)
}

export function timestamp(value: Wire64, field: string): number {
  return integer(value, 0, Number.MAX_SAFE_INTEGER, field)
}

/** A float in `min`…`max`, or undefined if absent. NaN is refused. */
export function optionalFloat(
  value: number | null | undefined,
  min: number,
  max: number,
  field: string
): number | undefined {
  if (value === null || value === undefined) return undefined
  if (!(value >= min && value <= max)) throw invalid(field, `must be ${min} to ${max}`)
  return value
}

export function list<T, R>(
  values: readonly T[] | null | undefined,
  max: number,
  field: string,
  item: (value: T) => R
): R[] {
  const array = values ?? []
  if (array.length > max) throw new ProtocolError('WIRE_TOO_LARGE', `${field} has more than ${max} entries`)
  return array.map(item)
}

/** The name that belongs to an enum number. */
export function enumName<N extends string>(
  value: number | null | undefined,
  numbers: Readonly<Record<N, number>>,
  field: string
): N {
  for (const name in numbers) if (numbers[name] === (value ?? 0)) return name
  throw invalid(field, `has the unknown value ${value ?? 0}`)
}
