import { errorMessage } from '@ailee/core'
import { bytesEqual, bytesToHex, hexToBytes, utf8ToBytes } from '../bytes.js'
import { decodeRevealBid, type RevealBid } from '../codec/bid-commitment.js'
import { ProtocolError } from '../errors.js'
import { type SignedBid, signedBid } from '../evidence/signed-statement.js'
import { nodeIdFromPublicKey } from '../node-id.js'
import { signatureFromJson, signatureToJson } from '../receipt/receipt-json.js'
import type { Signature } from '../signature/statement.js'

/** A REVEAL_BID as its coordinator signed it: it states which commitment of a bidder it has. */
export interface SignedReveal {
  payload: Uint8Array
  signature: Signature
  reveal: RevealBid
}

/** A worker's own bid, as it keeps it. */
export interface KeptBid {
  bid: SignedBid
  /** What the coordinator asked for it with; only in a sealed auction. */
  reveal: SignedReveal | undefined
}

/** First field of every file of a bid. */
const FORMAT = 'ailee-bid/v1'

/** Longest file: fields are bounded, so nothing valid is longer. */
const MAX_FILE_BYTES = 16_384

/** Throws as `decodeRevealBid` does. */
export function signedReveal(payload: Uint8Array, signature: Signature): SignedReveal {
  return { payload: new Uint8Array(payload), signature, reveal: decodeRevealBid(payload) }
}

/** The portable form of a bid. All but payloads and signatures follows from these, and is there for people. */
export function writeBidFile({ bid, reveal }: KeptBid): string {
  const file = {
    format: FORMAT,
    network: bid.network,
    taskId: bid.bid.taskId,
    attempt: bid.bid.attempt,
    worker: nodeIdFromPublicKey(bid.signature.publicKey),
    cost: String(bid.bid.cost),
    bid: toJson(bid),
    reveal: reveal === undefined ? null : toJson(reveal)
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads the file of a bid, unjudged. Throws BID_MALFORMED unless it is, byte for byte, what {@link writeBidFile} writes. */
export function readBidFile(bytes: Uint8Array): KeptBid {
  if (bytes.length > MAX_FILE_BYTES) {
    throw new ProtocolError('BID_MALFORMED', `a file of a bid is at most ${MAX_FILE_BYTES} bytes`)
  }
  const kept = parseFile(bytes)
  if (!bytesEqual(utf8ToBytes(writeBidFile(kept)), bytes)) {
    throw new ProtocolError(
      'BID_MALFORMED',
      'the file is not in its canonical form: it was changed after it was written'
    )
  }
  return kept
}

function toJson({ payload, signature }: Pick<SignedBid, 'payload' | 'signature'>) {
  return { payload: bytesToHex(payload), signature: signatureToJson(signature) }
}

function parseFile(bytes: Uint8Array): KeptBid {
  try {
    const { network, bid, reveal } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return {
      bid: signedBid(network, hexToBytes(bid.payload), signatureFromJson(bid.signature)),
      reveal:
        reveal === null
          ? undefined
          : signedReveal(hexToBytes(reveal.payload), signatureFromJson(reveal.signature))
    }
  } catch (cause) {
    throw new ProtocolError('BID_MALFORMED', `not a file of a bid: ${errorMessage(cause)}`, { cause })
  }
}
