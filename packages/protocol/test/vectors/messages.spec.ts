import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type BidSet,
  decodeEnvelope,
  FrameDecoder,
  hexToBytes,
  messageTypeName,
  messageTypes,
  type ProtocolErrorCode
} from '../../src/index.js'
import { throwsCode } from '../support/assertions.js'
import { codecs } from '../support/codecs.js'
import { plain } from './plain.js'
import { readVectors } from './read-vectors.js'

interface MessageVector {
  name: string
  message: string
  type?: string
  number?: number
  bytes: string
  fields?: Record<string, unknown>
  code?: ProtocolErrorCode
}

const vectors = readVectors<MessageVector>('messages')

/** Messages whose codec has another name, or gives the one field of the message. */
const ownNames: Record<string, string> = { Input: 'TaskInput' }
const unwrapped: Record<string, string> = { TaskList: 'tasks', BlobChunk: 'data' }

function decode(message: string, bytes: Uint8Array): unknown {
  const codec = codecs.find(({ name }) => name === (ownNames[message] ?? message))
  if (codec === undefined) throw new Error(`no codec for ${message}`)
  const decoded = codec.decode(bytes)
  // A set keeps its parts as they came.
  if (message === 'BidSet') {
    const [head, ...entries] = (decoded as BidSet).parts
    return { head, entries }
  }
  const field = unwrapped[message]
  return field === undefined ? decoded : { [field]: decoded }
}

test('every message vector is read as it says, or refused with its code', () => {
  for (const { name, message, bytes, fields, code } of vectors) {
    const read = (): unknown => decode(message, hexToBytes(bytes))
    const place = `${message}, ${name}:`
    if (fields === undefined) {
      assert.type(code, 'string', place)
      throwsCode(read, code, place)
    } else assert.equal(plain(read(), fields), fields, place)
  }
})

test('every type of message has a number, good and bad cases', () => {
  for (const [type, number] of Object.entries(messageTypes)) {
    const own = vectors.filter((vector) => vector.type === type)
    assert.ok(own.some(({ fields }) => fields !== undefined))
    assert.ok(
      own.some(({ code }) => code !== undefined),
      type
    )
    for (const vector of own) assert.is(vector.number, number)
  }
  for (const { type, number } of vectors) {
    if (number !== undefined) assert.is(messageTypeName(number), type)
  }
  // Outcomes stand in others, envelopes and evidence in files of their own.
  const covered = new Set(vectors.map(({ message }) => ownNames[message] ?? message))
  const elsewhere = ['Outcome', 'Envelope', 'Evidence']
  for (const { name } of codecs) assert.ok(covered.has(name) || elsewhere.includes(name), name)
})

test('envelopes', () => {
  type EnvelopeVector = Pick<MessageVector, 'name' | 'bytes' | 'fields' | 'code'>
  for (const { name, bytes, fields, code } of readVectors<EnvelopeVector>('envelopes')) {
    const read = (): unknown => decodeEnvelope(hexToBytes(bytes))
    if (fields === undefined) throwsCode(read, code, name)
    else assert.equal(plain(read(), fields), fields, name)
  }
})

test('frames, at once and byte by byte', () => {
  interface FrameVector {
    name: string
    maxBytes: number
    stream: string
    messages?: string[]
    code?: ProtocolErrorCode
  }
  for (const { name, maxBytes, stream, messages, code } of readVectors<FrameVector>('frames')) {
    const bytes = hexToBytes(stream)
    const atOnce = (): Uint8Array[] => new FrameDecoder(maxBytes).push(bytes)
    const byteByByte = (): Uint8Array[] => {
      const decoder = new FrameDecoder(maxBytes)
      return [...bytes].flatMap((byte) => decoder.push(Uint8Array.of(byte)))
    }
    for (const read of [atOnce, byteByByte]) {
      if (messages === undefined) throwsCode(read, code, name)
      else assert.equal(plain(read(), messages), messages, name)
    }
  }
})

test.run()
