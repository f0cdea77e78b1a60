import { bytesEqual, bytesToHex, hexToBytes, utf8ToBytes } from '../bytes.js'
import { type CanonicalFile, readCanonicalFile } from '../canonical-file.js'
import { decodeEvidence, encodeEvidence } from '../codec/evidence.js'
import { exactBytes } from '../codec/fields.js'
import { HASH_BYTES } from '../limits.js'
import {
  receiptFromJson,
  receiptToJson,
  signatureFromJson,
  signatureToJson,
  verdictFromJson,
  verdictToJson
} from '../receipt/receipt-json.js'
import { type Evidence, evidenceId, offenderOf } from './evidence.js'
import { type SignedStatement, signedBid, signedReceipt } from './signed-statement.js'

/** First field of every evidence file. */
const FORMAT = 'ailee-evidence/v1'

/** True for bytes that begin as an evidence file does, and not as a receipt file. */
export function looksLikeEvidence(bytes: Uint8Array): boolean {
  const head = utf8ToBytes(`{\n  "format": "ailee-evidence/`)
  return bytesEqual(bytes.subarray(0, head.length), head)
}

/**
 * The portable form of evidence, as a receipt file is that of a receipt: there is exactly one file for two statements.
 * `offender` and `id` follow from the statements and are there for people.
 */
export function writeEvidenceFile(evidence: Evidence): string {
  const { kind, network, statements } = evidence
  const file = {
    format: FORMAT,
    kind,
    network,
    offender: offenderOf(evidence),
    id: evidenceId(evidence),
    statements: statements.map(statementToJson)
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads an evidence file, unjudged. Throws EVIDENCE_MALFORMED unless it is, byte for byte, what {@link writeEvidenceFile} writes. */
export function readEvidenceFile(bytes: Uint8Array): Evidence {
  return readCanonicalFile(evidenceFile, bytes)
}

const evidenceFile: CanonicalFile<Evidence> = {
  name: 'an evidence file',
  malformed: 'EVIDENCE_MALFORMED',
  fromJson: ({ kind, network, statements }) => {
    const [first, second] = statements.map((json: unknown) => statementFromJson(kind, network, json))
    // The rules of the wire hold for files too: lengths, one kind, one network, the order.
    return decodeEvidence(encodeEvidence({ kind, network, statements: [first, second] }))
  },
  write: writeEvidenceFile
}

function statementToJson(signed: SignedStatement) {
  switch (signed.kind) {
    case 'RECEIPT':
      return receiptToJson(signed.receipt)
    case 'VERDICT':
      return { executionHash: bytesToHex(signed.executionHash), ...verdictToJson(signed.verdict) }
    case 'BID':
      return { payload: bytesToHex(signed.payload), signature: signatureToJson(signed.signature) }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what JSON.parse gives
function statementFromJson(kind: unknown, network: string, json: any): SignedStatement {
  if (kind === 'RECEIPT') return signedReceipt(receiptFromJson(json))
  if (kind === 'VERDICT') {
    const executionHash = exactBytes(hexToBytes(json.executionHash), HASH_BYTES, 'executionHash')
    return { kind, network, executionHash, verdict: verdictFromJson(json) }
  }
  if (kind === 'BID') return signedBid(network, hexToBytes(json.payload), signatureFromJson(json.signature))
  throw new TypeError('the kind is not known')
}
