import {
  concatBytes,
  type Envelope,
  encodeEnvelope,
  frame,
  type MessageType,
  messageTypes
} from '@ailee/protocol'

/** An envelope of which all but the type may be left out, and the type may be none that is known. */
export interface RawEnvelope extends Partial<Omit<Envelope, 'type'>> {
  type: MessageType | number
  /** Bytes put behind the encoded envelope: fields that are unknown, or that replace what was there. */
  tail?: Uint8Array
}

/** The bytes of an envelope, without its length. */
export function rawEnvelopeBytes(network: string, { type, tail, ...rest }: RawEnvelope): Uint8Array {
  const bytes = encodeEnvelope({
    network,
    requestId: 0,
    reply: false,
    payload: new Uint8Array(),
    signature: undefined,
    ...rest,
    type: typeof type === 'number' ? type : messageTypes[type]
  })
  return tail === undefined ? bytes : concatBytes(bytes, tail)
}

export function rawFrame(network: string, envelope: RawEnvelope): Uint8Array {
  return frame(rawEnvelopeBytes(network, envelope))
}

/** Field 1000, of which nobody knows anything, holding this many bytes; with its key and length it takes 6 more. */
export function unknownField(bytes: number): Uint8Array {
  const head = Uint8Array.from([
    0xc2,
    0x3e,
    (bytes & 0x7f) | 0x80,
    ((bytes >> 7) & 0x7f) | 0x80,
    ((bytes >> 14) & 0x7f) | 0x80,
    bytes >> 21
  ])
  return concatBytes(head, new Uint8Array(bytes))
}

/** Bytes that {@link unknownField} adds to its content. */
export const UNKNOWN_FIELD_OVERHEAD = 6
