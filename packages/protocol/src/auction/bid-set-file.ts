import { errorMessage } from '@ailee/core'
import { bytesEqual, bytesToHex, hexToBytes, utf8ToBytes } from '../bytes.js'
import { decodeBidSet } from '../codec/bid-set.js'
import { ProtocolError } from '../errors.js'
import { signatureFromJson, signatureToJson } from '../receipt/receipt-json.js'
import type { Signature } from '../signature/statement.js'
import { type BidSet, bidSetRoot } from './bid-set.js'

/** A bid set as its coordinator signed it. */
export interface SignedBidSet {
  /** Of the BID_SET message, as it was sent: that is what the signature covers. */
  payload: Uint8Array
  signature: Signature
  /** What the payload says. */
  set: BidSet
}

/** First field of every file of a bid set. */
const FORMAT = 'ailee-bid-set/v1'

/** Longest file: 64 entries of two signed payloads each, in hex. */
const MAX_FILE_BYTES = 1_048_576

/** Throws as `decodeBidSet` does. */
export function signedBidSet(payload: Uint8Array, signature: Signature): SignedBidSet {
  return { payload: new Uint8Array(payload), signature, set: decodeBidSet(payload) }
}

/** True for bytes that begin as the file of a bid set does. */
export function looksLikeBidSet(bytes: Uint8Array): boolean {
  const head = utf8ToBytes('{\n  "format": "ailee-bid-set/')
  return bytesEqual(bytes.subarray(0, head.length), head)
}

/** The portable form of a bid set. All but payload and signature follows from the payload, and is there for people. */
export function writeBidSetFile({ payload, signature, set }: SignedBidSet): string {
  const { network, taskId, attempt, coordinator } = set.head
  const file = {
    format: FORMAT,
    ...{ network, taskId, attempt, coordinator },
    root: bytesToHex(bidSetRoot(set)),
    payload: bytesToHex(payload),
    signature: signatureToJson(signature)
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads the file of a bid set, unjudged. Throws BID_SET_MALFORMED unless it is, byte for byte, what {@link writeBidSetFile} writes. */
export function readBidSetFile(bytes: Uint8Array): SignedBidSet {
  if (bytes.length > MAX_FILE_BYTES) {
    throw new ProtocolError('BID_SET_MALFORMED', `a file of a bid set is at most ${MAX_FILE_BYTES} bytes`)
  }
  const signed = parseFile(bytes)
  if (!bytesEqual(utf8ToBytes(writeBidSetFile(signed)), bytes)) {
    throw new ProtocolError(
      'BID_SET_MALFORMED',
      'the file is not in its canonical form: it was changed after it was written'
    )
  }
  return signed
}

function parseFile(bytes: Uint8Array): SignedBidSet {
  try {
    const { payload, signature } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return signedBidSet(hexToBytes(payload), signatureFromJson(signature))
  } catch (cause) {
    throw new ProtocolError('BID_SET_MALFORMED', `not a file of a bid set: ${errorMessage(cause)}`, { cause })
  }
}
