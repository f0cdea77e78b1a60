import { bytesToHex, hexToBytes } from '@ailee/protocol'
import { StoreError } from '../errors.js'

/** A 64-bit integer as protobufjs gives and takes it. */
export interface Int64 {
  low: number
  high: number
  unsigned: boolean
}

type Wire64 = number | Int64 | null | undefined

const MAX_U64 = 2n ** 64n - 1n

/** Runs `decode` on the value of `key`; whatever it throws means that the value is damaged: STORE_CORRUPTED. */
export function decodeStored<T>(key: string, value: Uint8Array, decode: (value: Uint8Array) => T): T {
  try {
    return decode(value)
  } catch (cause) {
    throw new StoreError('STORE_CORRUPTED', `the value of ${key} is damaged`, {
      cause,
      hint: 'restore the store from a backup'
    })
  }
}

function damaged(field: string, problem: string): Error {
  return new Error(`${field} ${problem}`)
}

export function readU64(value: Wire64): bigint {
  if (value === null || value === undefined) return 0n
  if (typeof value === 'number') return BigInt(value)
  return (BigInt(value.high >>> 0) << 32n) | BigInt(value.low >>> 0)
}

/** Counts and Unix milliseconds: a 64-bit integer that fits a number. */
export function readNumber(value: Wire64, field: string): number {
  const number = Number(readU64(value))
  if (!Number.isSafeInteger(number)) throw damaged(field, 'is out of range')
  return number
}

/** Throws STORE_RECORD_INVALID unless the value is an integer of 0 to 2^64 − 1. */
export function writeU64(value: bigint | number, field: string): Int64 {
  if (typeof value === 'number' ? !Number.isSafeInteger(value) || value < 0 : value < 0n || value > MAX_U64) {
    throw new StoreError('STORE_RECORD_INVALID', `${field} is ${value}, not an unsigned 64-bit integer`)
  }
  const big = BigInt(value)
  return { low: Number(big & 0xffffffffn) | 0, high: Number(big >> 32n) | 0, unsigned: true }
}

/** An unsigned integer of up to 128 bits, big-endian without leading zeros. */
export function readU128(value: Uint8Array | null | undefined, field: string): bigint {
  const bytes = value ?? new Uint8Array()
  if (bytes.length > 16 || bytes[0] === 0) throw damaged(field, 'is not an integer of 128 bits')
  return bytes.length === 0 ? 0n : BigInt(`0x${bytesToHex(bytes)}`)
}

/** Throws STORE_RECORD_INVALID unless the value is an integer of 0 to 2^128 − 1. */
export function writeU128(value: bigint, field: string): Uint8Array {
  if (value < 0n || value >= 2n ** 128n) {
    throw new StoreError('STORE_RECORD_INVALID', `${field} is ${value}, not an unsigned 128-bit integer`)
  }
  if (value === 0n) return new Uint8Array()
  const hex = value.toString(16)
  return hexToBytes(hex.length % 2 === 0 ? hex : `0${hex}`)
}

/** Throws STORE_RECORD_INVALID unless the value is an integer of 0 to 2^32 − 1. */
export function writeU32(value: number, field: string): number {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) {
    throw new StoreError('STORE_RECORD_INVALID', `${field} is ${value}, not an unsigned 32-bit integer`)
  }
  return value
}

export function readText(value: string | null | undefined, field: string): string {
  if (value === null || value === undefined || value === '') throw damaged(field, 'is empty')
  return value
}

export function writeText(value: string, field: string): string {
  if (value === '') throw new StoreError('STORE_RECORD_INVALID', `${field} is empty`)
  return value
}

/** 32 bytes as 64 hex digits. */
export function readHash(value: Uint8Array | null | undefined, field: string): string {
  if (value?.length !== 32) throw damaged(field, 'must have 32 bytes')
  return bytesToHex(value)
}

/** Throws STORE_RECORD_INVALID unless the value is 64 lowercase hex digits. */
export function writeHash(value: string, field: string): Uint8Array {
  return hexToBytes(hashPart(value, field))
}

/** A hash as part of a key. Throws STORE_RECORD_INVALID unless it is 64 lowercase hex digits. */
export function hashPart(value: string, field: string): string {
  if (!/^[0-9a-f]{64}$/.test(value)) {
    throw new StoreError('STORE_RECORD_INVALID', `${field} is not 64 lowercase hex digits`)
  }
  return value
}

/** A copy, so that a small field does not keep the whole stored value in memory. */
export function readBytes(value: Uint8Array | null | undefined): Uint8Array {
  return Uint8Array.from(value ?? [])
}

/** A message in wire form inside a record; empty = not there. */
export function readOptional<T>(
  value: Uint8Array | null | undefined,
  decode: (bytes: Uint8Array) => T
): T | undefined {
  return value === null || value === undefined || value.length === 0 ? undefined : decode(value)
}

export function readEnum<Name extends string>(
  value: number | null | undefined,
  numbers: Readonly<Record<Name, number>>,
  field: string
): Name {
  for (const name in numbers) if (numbers[name] === (value ?? 0)) return name
  throw damaged(field, `has the unknown value ${value ?? 0}`)
}
