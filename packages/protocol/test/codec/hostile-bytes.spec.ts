import { seededRandom } from '@ailee/core'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  decodeEnvelope,
  decodeHeartbeat,
  decodeResultAck,
  decodeTaskInput,
  decodeTaskList,
  MAX_ENVELOPE_BYTES,
  MAX_MESSAGE_FIELDS,
  ProtocolError,
  readReceiptFile
} from '../../src/index.js'
import { throwsCode } from '../support/assertions.js'
import { codecs } from '../support/codecs.js'

const RANDOM_CASES = 300
const MUTATED_CASES = 500
const SEED = 20_260_101

/** The codes a decoder may throw; the others of `errors.ts` belong to signatures and receipt files. */
const documented = new Set<string>([
  'WIRE_MALFORMED',
  'WIRE_TOO_LARGE',
  'WIRE_FIELD_INVALID',
  'WIRE_VERSION_UNSUPPORTED'
])

const random = seededRandom(SEED)
const below = (limit: number): number => Math.floor(random.float() * limit)

/** Reads hostile bytes; gives the message if they are one. Anything but a documented refusal fails the test. */
function readHostile<T>(decode: (bytes: Uint8Array) => T, bytes: Uint8Array): { message: T } | undefined {
  try {
    return { message: decode(bytes) }
  } catch (error) {
    const known = error instanceof ProtocolError && documented.has(error.code)
    if (!known) throw new Error(`undocumented: ${error} for ${Buffer.from(bytes).toString('hex')}`)
    return undefined
  }
}

/** One to three of: flip a bit, set a byte, drop bytes, insert bytes, repeat a part, cut off the end. */
function mutate(bytes: Uint8Array): Uint8Array {
  let mutated = Buffer.from(bytes)
  for (let round = 0; round <= below(3); round += 1) {
    const at = below(mutated.length + 1)
    const part = mutated.subarray(at, at + below(8))
    const [head, tail] = [mutated.subarray(0, at), mutated.subarray(at)]
    const mutations = [
      () => Buffer.concat([head, Buffer.of((tail[0] ?? 0) ^ (1 << below(8))), tail.subarray(1)]),
      () => Buffer.concat([head, Buffer.of(0xff), tail.subarray(1)]),
      () => Buffer.concat([head, tail.subarray(part.length)]),
      () => Buffer.concat([head, random.bytes(1 + below(6)), tail]),
      () => Buffer.concat([head, part, tail]),
      () => head
    ]
    mutated = Buffer.from(mutations[below(mutations.length)]?.() ?? head)
  }
  return mutated
}

test('random bytes are read or refused with a documented code', () => {
  let cases = 0
  for (const { decode } of codecs) {
    for (let count = 0; count < RANDOM_CASES; count += 1) {
      readHostile(decode, random.bytes(below(200)))
      cases += 1
    }
  }
  assert.is(cases, codecs.length * RANDOM_CASES)
})

test('mutated messages are read or refused; what is read is a message like any other', () => {
  let cases = 0
  let read = 0
  for (const { name, arbitrary, encode, decode } of codecs) {
    for (const message of fc.sample(arbitrary, { numRuns: MUTATED_CASES, seed: SEED })) {
      const bytes = mutate(encode(message))
      cases += 1
      const outcome = readHostile(decode, bytes)
      if (outcome === undefined) continue
      read += 1
      // An outcome whose output is empty, but not inline, takes one more round to settle.
      const settled = decode(encode(outcome.message))
      assert.equal(decode(encode(settled)), settled, name)
    }
  }
  assert.ok(cases + codecs.length * RANDOM_CASES >= 20_000, `${cases}`)
  // Both ends are reached: mutations neither always nor never destroy a message.
  assert.ok(read > cases / 20 && read < cases, `${read} of ${cases}`)
})

test('a message of one type is read or refused by the decoders of all others', () => {
  for (const { arbitrary, encode } of codecs) {
    for (const message of fc.sample(arbitrary, { numRuns: 3, seed: SEED })) {
      const bytes = encode(message)
      for (const { decode } of codecs) readHostile(decode, bytes)
    }
  }
})

test('every truncation of a message is read or refused', () => {
  for (const { arbitrary, encode, decode } of codecs) {
    const [message] = fc.sample(arbitrary, { numRuns: 1, seed: SEED })
    const bytes = encode(message).subarray(0, 2000)
    for (let length = 0; length < bytes.length; length += 1) readHostile(decode, bytes.subarray(0, length))
  }
})

test('large hostile frames are dealt with in bounded time', () => {
  const field = (number: number, type: number): number[] => [(number << 3) | type]
  const patterns = [[0], [0xff], [0x80], [0x08, 0x01]]
  for (let number = 1; number <= 15; number += 1) {
    // Empty entries, ever deeper groups, ever deeper messages.
    patterns.push([...field(number, 2), 0], field(number, 3), [...field(number, 2), 0xff, 0xff, 0x1f])
  }
  const frames = patterns.map((pattern) => Buffer.alloc(MAX_ENVELOPE_BYTES, Uint8Array.from(pattern)))
  // A decoder that took quadratic time here would not come to an end within any patience.
  for (const { decode } of codecs) for (const bytes of frames) readHostile(decode, bytes)
})

test('fields are counted as they are read, also empty, unknown and packed ones', () => {
  const repeated = (hex: string, count: number): Buffer => Buffer.alloc((hex.length / 2) * count, hex, 'hex')
  throwsCode(() => decodeTaskList(repeated('0a00', MAX_MESSAGE_FIELDS + 1)), 'WIRE_TOO_LARGE')
  throwsCode(() => decodeTaskInput(repeated('2200', MAX_MESSAGE_FIELDS + 1)), 'WIRE_TOO_LARGE')
  throwsCode(() => decodeResultAck(repeated('7a00', MAX_MESSAGE_FIELDS + 1)), 'WIRE_TOO_LARGE')
  assert.equal(decodeResultAck(repeated('7a00', MAX_MESSAGE_FIELDS)), { leaseId: 0n })
  // One field of 40 000 numbers, refused before they are made.
  const packed = Buffer.concat([Buffer.from('0ac0b802', 'hex'), Buffer.alloc(40_000, 1)])
  const { message } = throwsCode(() => decodeHeartbeat(packed), 'WIRE_TOO_LARGE')
  assert.match(message, String(MAX_MESSAGE_FIELDS))
  assert.is(
    decodeHeartbeat(Buffer.concat([Buffer.from('0a8020', 'hex'), Buffer.alloc(4096, 1)])).leaseIds.length,
    4096
  )
})

test('an envelope over its limit is refused before it is parsed', () => {
  throwsCode(() => decodeEnvelope(new Uint8Array(MAX_ENVELOPE_BYTES + 1)), 'WIRE_TOO_LARGE')
})

test('random bytes as a receipt file are refused with its one code', () => {
  for (let count = 0; count < 1000; count += 1) {
    throwsCode(() => readReceiptFile(random.bytes(below(300))), 'RECEIPT_MALFORMED')
  }
})

test.run()
