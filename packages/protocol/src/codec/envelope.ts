import { ailee } from '#generated'
import { ProtocolError } from '../errors.js'
import { MAX_ENVELOPE_BYTES, MAX_NETWORK_BYTES, PROTOCOL_VERSION } from '../limits.js'
import type { Signature } from '../signature/statement.js'
import { boundedBytes, integer, nonEmptyText, parseMessage, toU64 } from './fields.js'
import { readSignature, writeSignature } from './signature.js'

/** One frame of a task stream. */
export interface Envelope {
  network: string
  /** Wire number of the message type; may be one this version does not know. */
  type: number
  /** Joins a reply to its request; 0 on one-way messages. */
  requestId: number
  reply: boolean
  /** The message as sent: signatures cover these bytes. */
  payload: Uint8Array
  signature: Signature | undefined
}

export function encodeEnvelope(envelope: Envelope): Uint8Array {
  const { signature, requestId, ...rest } = envelope
  return ailee.v1.Envelope.encode({
    ...rest,
    version: PROTOCOL_VERSION,
    requestId: toU64(requestId),
    signature: signature === undefined ? null : writeSignature(signature)
  }).finish()
}

/** Throws WIRE_TOO_LARGE, WIRE_MALFORMED, WIRE_VERSION_UNSUPPORTED or WIRE_FIELD_INVALID. */
export function decodeEnvelope(bytes: Uint8Array): Envelope {
  if (bytes.length > MAX_ENVELOPE_BYTES) {
    throw new ProtocolError('WIRE_TOO_LARGE', `an envelope is at most ${MAX_ENVELOPE_BYTES} bytes`)
  }
  const wire = parseMessage('Envelope', (data) => ailee.v1.Envelope.decode(data), bytes)
  if (wire.version !== PROTOCOL_VERSION) {
    throw new ProtocolError('WIRE_VERSION_UNSUPPORTED', `protocol version ${wire.version} is not supported`)
  }
  return {
    network: nonEmptyText(wire.network, MAX_NETWORK_BYTES, 'network'),
    type: integer(wire.type, 1, 0xffff, 'type'),
    requestId: integer(wire.requestId, 0, Number.MAX_SAFE_INTEGER, 'request_id'),
    reply: wire.reply,
    payload: boundedBytes(wire.payload, MAX_ENVELOPE_BYTES, 'payload'),
    signature: wire.signature ? readSignature(wire.signature, 'signature') : undefined
  }
}
