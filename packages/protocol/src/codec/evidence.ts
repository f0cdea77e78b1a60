import { ailee } from '#generated'
import { ProtocolError } from '../errors.js'
import { type Evidence, evidenceOf } from '../evidence/evidence.js'
import { networkOf, type SignedStatement, signedBid, signedReceipt } from '../evidence/signed-statement.js'
import { HASH_BYTES, MAX_BID_BYTES, MAX_GOSSIP_BYTES, MAX_NETWORK_BYTES } from '../limits.js'
import { boundedBytes, exactBytes, list, nonEmptyText, parseMessage, required } from './fields.js'
import { readReceipt, readVerdict, writeReceipt, writeVerdict } from './receipt.js'
import { readSignature, writeSignature } from './signature.js'

export function encodeEvidence({ network, statements }: Evidence): Uint8Array {
  const wire: ailee.v1.IEvidence = { network, receipts: [], verdicts: [], bids: [] }
  for (const signed of statements) {
    if (signed.kind === 'RECEIPT') wire.receipts?.push(writeReceipt(signed.receipt))
    else if (signed.kind === 'VERDICT') {
      wire.verdicts?.push({ executionHash: signed.executionHash, verdict: writeVerdict(signed.verdict) })
    } else {
      wire.bids?.push({ payload: signed.payload, signature: writeSignature(signed.signature) })
    }
  }
  return ailee.v1.Evidence.encode(wire).finish()
}

/** Reads evidence, unjudged. One contradiction has one form: the two statements are in their order. */
export function decodeEvidence(bytes: Uint8Array): Evidence {
  if (bytes.length > MAX_GOSSIP_BYTES) throw new ProtocolError('WIRE_TOO_LARGE', 'the evidence is too long')
  return readEvidence(parseMessage('Evidence', (data) => ailee.v1.Evidence.decode(data), bytes))
}

function readEvidence(wire: ailee.v1.IEvidence): Evidence {
  const network = nonEmptyText(wire.network, MAX_NETWORK_BYTES, 'network')
  const statements: SignedStatement[] = [
    ...list(wire.receipts, 2, 'receipts', (receipt) => readSignedReceipt(receipt, network)),
    ...list(wire.verdicts, 2, 'verdicts', (verdict) => readSignedVerdict(verdict, network)),
    ...list(wire.bids, 2, 'bids', (bid) => readSignedBid(bid, network))
  ]
  const [first, second, ...more] = statements
  if (first === undefined || second === undefined || more.length > 0 || first.kind !== second.kind) {
    throw invalid('evidence is two statements of one kind')
  }
  const evidence = evidenceOf(first, second)
  if (evidence?.statements[0] !== first) throw invalid('the statements are the same, or not in their order')
  return evidence
}

function readSignedReceipt(wire: ailee.v1.IReceipt, network: string): SignedStatement {
  if (wire.verdict) throw invalid('a receipt of evidence has no verdict')
  const signed = signedReceipt(readReceipt(wire))
  if (networkOf(signed) !== network) throw invalid('a receipt is of another network')
  return signed
}

function readSignedVerdict(wire: ailee.v1.ISignedVerdict, network: string): SignedStatement {
  return {
    kind: 'VERDICT',
    network,
    executionHash: exactBytes(wire.executionHash, HASH_BYTES, 'verdicts.execution_hash'),
    verdict: readVerdict(required(wire.verdict, 'verdicts.verdict'))
  }
}

function readSignedBid(wire: ailee.v1.ISignedBid, network: string): SignedStatement {
  const payload = boundedBytes(wire.payload, MAX_BID_BYTES, 'bids.payload')
  return signedBid(
    network,
    payload,
    readSignature(required(wire.signature, 'bids.signature'), 'bids.signature')
  )
}

function invalid(problem: string): ProtocolError {
  return new ProtocolError('WIRE_FIELD_INVALID', problem)
}
