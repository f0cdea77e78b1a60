import { type CanonicalFile, readCanonicalFile } from '../canonical-file.js'
import { PROTOCOL_VERSION } from '../limits.js'
import type { Receipt } from './receipt.js'
import { receiptFromJson, receiptToJson, verdictFromJson, verdictToJson } from './receipt-json.js'

/** First field of every receipt file. */
const FORMAT = 'ailee-receipt/v1'

/**
 * The portable form of a receipt: JSON with a fixed order of fields, two spaces of indent and a final newline;
 * bytes as lowercase hex, 64-bit integers as decimal texts. There is exactly one file for a receipt, so a
 * changed byte is never overlooked.
 */
export function writeReceiptFile(receipt: Receipt): string {
  const { verdict } = receipt
  const file = {
    format: FORMAT,
    circuit: 'execution_hash_v1',
    version: PROTOCOL_VERSION,
    ...receiptToJson(receipt),
    verdict: verdict === undefined ? null : verdictToJson(verdict)
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads a receipt file. Throws RECEIPT_MALFORMED unless it is, byte for byte, what {@link writeReceiptFile} writes. */
export function readReceiptFile(bytes: Uint8Array): Receipt {
  return readCanonicalFile(receiptFile, bytes)
}

const receiptFile: CanonicalFile<Receipt> = {
  name: 'a receipt file',
  malformed: 'RECEIPT_MALFORMED',
  fromJson: (json) => ({
    ...receiptFromJson(json),
    verdict: json.verdict === null ? undefined : verdictFromJson(json.verdict)
  }),
  write: writeReceiptFile
}
