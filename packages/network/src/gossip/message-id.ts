import { createHash } from 'node:crypto'
import type { FastMsgIdFn, MsgIdFn } from '@chainsafe/libp2p-gossipsub/types'

const EMPTY = new Uint8Array()
const ID_BYTES = 20

/**
 * Key of the first duplicate check, which comes before the signature is verified: so it covers the signature
 * too, or a forged copy that arrives first would make the true message a duplicate.
 */
export const fastMessageId: FastMsgIdFn = (message) =>
  createHash('sha1')
    .update(message.from ?? EMPTY)
    .update(message.seqno ?? EMPTY)
    .update(message.data ?? EMPTY)
    .update(message.signature ?? EMPTY)
    .digest('base64')

/** Id of a verified message, part of the wire protocol: sha-256(from ‖ sequence number, 8 bytes big-endian), 20 bytes. */
export const messageId: MsgIdFn = (message) => {
  const hash = createHash('sha256')
  if (message.type === 'signed') {
    const sequence = Buffer.alloc(8)
    sequence.writeBigUInt64BE(message.sequenceNumber)
    hash.update(message.from.toMultihash().bytes).update(sequence)
  } else {
    hash.update(message.data)
  }
  return new Uint8Array(hash.digest().subarray(0, ID_BYTES))
}
