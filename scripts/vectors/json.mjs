/** How values stand in vector files: bytes as hex, 64-bit integers as decimal texts. Shared by the generators. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import protobuf from 'protobufjs'
import { root } from '../workspace.mjs'

export const hex = (bytes) => Buffer.from(bytes).toString('hex')
export const bytes = (text) => new Uint8Array(Buffer.from(text, 'hex'))
export const utf8 = (text) => new TextEncoder().encode(text)

/** A 64-bit integer as the generated encoders take it. */
export function u64(value) {
  const big = BigInt.asUintN(64, BigInt(value))
  return { low: Number(big & 0xffffffffn) | 0, high: Number(big >> 32n) | 0, unsigned: true }
}

/** `count` bytes that are easy to tell from others: `start`, `start + 1` and so on. */
export const counting = (count, start = 0) =>
  Uint8Array.from({ length: count }, (_, at) => (start + at) % 256)

const folder = join(root, 'proto/ailee/v1')
const schema = new protobuf.Root()
schema.resolvePath = (_, target) => (target.startsWith('/') ? target : join(root, 'proto', target))
schema.loadSync(
  readdirSync(folder)
    .filter((name) => name.endsWith('.proto'))
    .map((name) => join(folder, name))
)
schema.resolveAll()

/** A decoded message as JSON: field names in lowerCamelCase, what is absent left out. */
export function fieldsOf(message, value) {
  return plain(schema.lookupType(`ailee.v1.${message}`), value, message)
}

function plain(type, value, place) {
  const fields = {}
  for (const name of Object.keys(value)) {
    if (!(name in type.fields)) throw new Error(`${place} has no field ${name}`)
  }
  for (const field of type.fieldsArray) {
    const item = value[field.name]
    if (item === undefined) continue
    const one = (entry) => scalar(field, entry, `${place}.${field.name}`)
    fields[field.name] = field.repeated ? item.map(one) : one(item)
  }
  return fields
}

function scalar(field, value, place) {
  if (field.resolvedType instanceof protobuf.Type) return plain(field.resolvedType, value, place)
  if (value instanceof Uint8Array) return hex(value)
  if (field.type === 'uint64') return String(value)
  if (typeof value === 'bigint') throw new Error(`${place} is no 64-bit field`)
  return value
}

/** The code that `run` throws. */
export function codeOf(run) {
  try {
    run()
  } catch (error) {
    if (typeof error.code === 'string') return error.code
    throw error
  }
  return undefined
}

/** A generator states what it expects; code that does otherwise writes no vectors. */
export function expect(actual, expected, place) {
  if (actual !== expected) throw new Error(`${place}: expected ${expected}, the code says ${actual}`)
}
