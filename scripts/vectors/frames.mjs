/** `frames.json` and `envelopes.json`. */

import { decodeEnvelope, FrameDecoder, MAX_ENVELOPE_BYTES } from '../../packages/protocol/dist/src/index.js'
import { ailee } from '../../packages/protocol/generated/messages.js'
import { bytes, codeOf, counting, expect, fieldsOf, hex, u64 } from './json.mjs'

const INVALID = 'WIRE_FIELD_INVALID'
const TOO_LARGE = 'WIRE_TOO_LARGE'

function framesOf([name, maxBytes, stream, code]) {
  const read = () => new FrameDecoder(maxBytes).push(bytes(stream))
  if (code === undefined) return { name, maxBytes, stream, messages: read().map(hex) }
  expect(codeOf(read), code, name)
  return { name, maxBytes, stream, code }
}

export const frames = {
  description:
    'Bytes of a stream whose longest message has maxBytes: the messages complete so far, or the code with which the stream is refused.',
  cases: () =>
    [
      ['nothing', 10, ''],
      ['an empty message', 10, '00'],
      ['two messages', 10, '020908' + '0107'],
      ['128 bytes', 200, `8001${'07'.repeat(128)}`],
      ['a length with more bytes than it needs', 10, '82000908'],
      ['a whole message and half of the next', 10, '020908' + '0501'],
      ['half a prefix', 1000, '80'],
      ['exactly the limit', 3, '03010203'],
      ['one byte above the limit, refused on the prefix', 3, '04', TOO_LARGE],
      ['too long after a good one', 3, '0101' + 'ff01', TOO_LARGE],
      ['the largest envelope and a byte', MAX_ENVELOPE_BYTES, '818020', TOO_LARGE],
      ['the largest length of four bytes', MAX_ENVELOPE_BYTES, 'ffffff7f', TOO_LARGE],
      ['a fourth prefix byte with its high bit set', MAX_ENVELOPE_BYTES, '80808080', 'WIRE_MALFORMED'],
      ['five bytes that say 0', MAX_ENVELOPE_BYTES, '8080808000', 'WIRE_MALFORMED']
    ].map(framesOf)
}

const signature = {
  publicKey: counting(32, 128),
  nonce: counting(16, 7),
  expiresAtMs: u64(1_795_501_395_360n),
  signature: counting(64, 100),
  treeSize: 1,
  leafIndex: 0,
  path: []
}
const usual = { version: 1, network: 'local', type: 20, requestId: u64(9), payload: counting(4) }

function envelopeOf([name, fields, code]) {
  const encoded = ailee.v1.Envelope.encode({ ...usual, ...fields }).finish()
  if (code === undefined) {
    return { name, bytes: hex(encoded), fields: fieldsOf('Envelope', decodeEnvelope(encoded)) }
  }
  expect(
    codeOf(() => decodeEnvelope(encoded)),
    code,
    name
  )
  return { name, bytes: hex(encoded), code }
}

function malformed([name, text]) {
  expect(
    codeOf(() => decodeEnvelope(bytes(text))),
    'WIRE_MALFORMED',
    name
  )
  return { name, bytes: text, code: 'WIRE_MALFORMED' }
}

export const envelopes = {
  description:
    'Envelopes of task streams: what they hold, or the code with which they are refused. Whether the network is the own one is checked afterwards.',
  cases: () => [
    ...[
      ['a request', {}],
      ['a reply', { reply: true, type: 3 }],
      ['one-way, without a payload', { requestId: null, payload: null, type: 25 }],
      ['signed', { type: 21, signature }],
      ['a type of a later edition', { type: 65_535 }],
      ['the largest request id', { requestId: u64(2n ** 53n - 1n) }],
      ['version 0', { version: 0 }, 'WIRE_VERSION_UNSUPPORTED'],
      ['version 2', { version: 2 }, 'WIRE_VERSION_UNSUPPORTED'],
      ['version 2 is judged before other fields', { version: 2, type: 0 }, 'WIRE_VERSION_UNSUPPORTED'],
      ['no network', { network: '' }, INVALID],
      ['network of 65 bytes', { network: 'x'.repeat(65) }, TOO_LARGE],
      ['type 0', { type: 0 }, INVALID],
      ['type 65 536', { type: 65_536 }, INVALID],
      ['request id 2^53', { requestId: u64(2n ** 53n) }, INVALID],
      ['a public key of 31 bytes', { signature: { ...signature, publicKey: counting(31) } }, INVALID],
      ['a leaf outside its tree', { signature: { ...signature, leafIndex: 1 } }, INVALID]
    ].map(envelopeOf),
    ...[
      ['cut off in the network', '080112056c6f'],
      ['a wire type that does not exist', '0f'],
      ['a varint of 11 bytes', '08ffffffffffffffffffff01'],
      ['network is no UTF-8', '08011202c0af1814']
    ].map(malformed)
  ]
}
