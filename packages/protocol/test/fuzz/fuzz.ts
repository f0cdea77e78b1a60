import { deepStrictEqual } from 'node:assert'
import { type Random, seededRandom } from '@ailee/core'
import * as fc from 'fast-check'
import {
  decodeEnvelope,
  encodeEnvelope,
  FrameDecoder,
  frame,
  MAX_ENVELOPE_BYTES,
  messageTypeName,
  messageTypes,
  ProtocolError,
  type ProtocolErrorCode,
  readEvidenceFile,
  readReceiptFile,
  writeEvidenceFile,
  writeReceiptFile
} from '../../src/index.js'
import { evidence, receipt } from '../arbitraries.js'
import { type Codec, codecs } from '../support/codecs.js'
import { below, mutate } from './mutate.js'
import { sizeOf } from './size-of.js'

/** What came of hostile bytes: messages that were read, and refusals by code. */
export interface Counts {
  frames: number
  read: number
  refused: Partial<Record<ProtocolErrorCode, number>>
}

/** Bytes that broke a rule, and what is needed to meet them again. */
export class FuzzFailure extends Error {
  constructor(target: string, seed: number, bytes: Uint8Array, cause: unknown) {
    super(`${target}, seed ${seed}: ${String(cause)}\n${Buffer.from(bytes).toString('hex')}`, { cause })
  }
}

/** A refusal counts; what has no code of the wire is a fault of the decoder. */
const documented: ReadonlySet<string> = new Set<ProtocolErrorCode>([
  'WIRE_MALFORMED',
  'WIRE_TOO_LARGE',
  'WIRE_FIELD_INVALID',
  'WIRE_VERSION_UNSUPPORTED',
  'RECEIPT_MALFORMED',
  'EVIDENCE_MALFORMED'
])

/** Most bytes that reading makes of each one that came, by `sizeOf`: a number of one byte counts 16. */
const MAX_GROWTH = 16
/** Valid messages of each kind, always the same, so that a case follows from its seed alone. */
const samples = { numRuns: 20, seed: 20_260_101 }
const FRAMES_OF_A_STREAM = 24
/** Few messages are large; most cases are about others. */
const USUAL_BYTES = 4096

/** The codec of a message type's payload: TASK_OFFER is TaskOffer. */
function codecOf(type: string): Codec | undefined {
  const name = type.toLowerCase().replaceAll(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase())
  return codecs.find((codec) => codec.name === name)
}

interface Valid {
  codec: Codec
  bytes: Uint8Array
}

// Made once: the samples take longer than thousands of cases.
const messages: readonly Valid[] = codecs.flatMap((codec) =>
  fc.sample(codec.arbitrary, samples).map((message) => ({ codec, bytes: codec.encode(message) }))
)
const envelopes: readonly Uint8Array[] = Object.entries(messageTypes).flatMap(([type, number]) => {
  const own = messages.filter(({ codec, bytes }) => codec === codecOf(type) && bytes.length < USUAL_BYTES)
  if (own.length === 0) throw new Error(`no message of type ${type}`)
  const rest = { network: 'local', requestId: 1, reply: false, signature: undefined }
  return own.slice(0, 5).map(({ bytes }) => encodeEnvelope({ ...rest, type: number, payload: bytes }))
})
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const receiptFiles = fc.sample(receipt, samples).map((one) => utf8(writeReceiptFile(one)))
const evidenceFiles = fc.sample(evidence, samples).map((one) => utf8(writeEvidenceFile(one)))

/** Feeds decoders with mutated messages and random bytes. */
export class Fuzz {
  readonly counts: Counts = { frames: 0, read: 0, refused: {} }

  /** One case: a stream of frames, a message, a receipt file and one of evidence, each mutated or random. Throws {@link FuzzFailure}. */
  run(seed: number): void {
    const random = seededRandom(seed)
    const hostile = (bytes: Uint8Array | undefined): Uint8Array =>
      bytes === undefined || below(random, 8) === 0 ? random.bytes(below(random, 200)) : mutate(random, bytes)
    const pick = <T>(items: readonly T[]): T | undefined => items[below(random, items.length)]

    const frames = Array.from({ length: FRAMES_OF_A_STREAM }, () => {
      const envelope = pick(envelopes) ?? new Uint8Array()
      return frame(below(random, 4) === 0 ? envelope : hostile(envelope))
    })
    const whole = Buffer.concat(frames)
    const stream = below(random, 4) === 0 ? mutate(random, whole) : new Uint8Array(whole)
    this.#try('stream', seed, stream, () => this.#readStream(random, stream))

    const picked = pick(messages)
    const large = (picked?.bytes.length ?? 0) > USUAL_BYTES && below(random, 16) > 0
    const valid = large ? messages[0] : picked
    const message = hostile(valid?.bytes)
    // Now and then by the decoder of another message.
    const codec = (below(random, 8) === 0 ? pick(messages) : valid)?.codec
    if (codec !== undefined) this.#try(codec.name, seed, message, () => readMessage(codec, message))

    // There is one file for a receipt, and for evidence: what is read is what was written.
    const file = hostile(pick(receiptFiles))
    this.#try('receipt file', seed, file, () => {
      deepStrictEqual(Buffer.from(writeReceiptFile(readReceiptFile(file))), Buffer.from(file))
    })
    const shown = hostile(pick(evidenceFiles))
    this.#try('evidence file', seed, shown, () => {
      deepStrictEqual(Buffer.from(writeEvidenceFile(readEvidenceFile(shown))), Buffer.from(shown))
    })
  }

  #try(target: string, seed: number, bytes: Uint8Array, read: () => void): void {
    try {
      this.#count(read)
    } catch (cause) {
      throw new FuzzFailure(target, seed, bytes, cause)
    }
  }

  /** What is not a documented refusal is thrown on. */
  #count(read: () => void): void {
    try {
      read()
      this.counts.read += 1
    } catch (error) {
      if (!(error instanceof ProtocolError) || !documented.has(error.code)) throw error
      this.counts.refused[error.code] = (this.counts.refused[error.code] ?? 0) + 1
    }
  }

  /** As a node does: bytes in pieces, frames, envelopes, payloads. A bad frame does not spoil the next one here. */
  #readStream(random: Random, stream: Uint8Array): void {
    const maxBytes = below(random, 16) === 0 ? 100 : MAX_ENVELOPE_BYTES
    const decoder = new FrameDecoder(maxBytes)
    let rest = stream
    while (rest.length > 0) {
      const length = 1 + below(random, rest.length)
      for (const message of decoder.push(rest.subarray(0, length))) {
        if (message.length > maxBytes) throw new Error(`a frame of ${message.length} bytes`)
        this.counts.frames += 1
        this.#count(() => readEnvelope(message))
      }
      if (decoder.buffered > maxBytes + 4) throw new Error(`${decoder.buffered} bytes are kept`)
      rest = rest.subarray(length)
    }
  }
}

function readEnvelope(bytes: Uint8Array): void {
  const envelope = decodeEnvelope(bytes)
  deepStrictEqual(decodeEnvelope(encodeEnvelope(envelope)), envelope)
  const codec = codecOf(messageTypeName(envelope.type) ?? '')
  if (codec !== undefined) readMessage(codec, envelope.payload)
}

function readMessage(codec: Codec, bytes: Uint8Array): void {
  const message = codec.decode(bytes)
  const size = sizeOf(message)
  if (size > 4096 + bytes.length * MAX_GROWTH) {
    throw new Error(`${bytes.length} bytes became ${size}`)
  }
  // An outcome whose output is empty, but not inline, takes one more round to settle.
  const settled = codec.decode(codec.encode(message))
  deepStrictEqual(codec.decode(codec.encode(settled)), settled)
}
