import { errorMessage } from '@ailee/core'
import { bytesEqual, utf8ToBytes } from '../bytes.js'
import { ProtocolError } from '../errors.js'
import { PROTOCOL_VERSION } from '../limits.js'
import type { Receipt } from './receipt.js'
import { receiptFromJson, receiptToJson, verdictFromJson, verdictToJson } from './receipt-json.js'

/** First field of every receipt file. */
const FORMAT = 'ailee-receipt/v1'

/** Longest receipt file: fields are bounded, so nothing valid is longer. */
const MAX_FILE_BYTES = 16_384

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
  if (bytes.length > MAX_FILE_BYTES) {
    throw new ProtocolError('RECEIPT_MALFORMED', `a receipt file is at most ${MAX_FILE_BYTES} bytes`)
  }
  const receipt = parseFile(bytes)
  if (!bytesEqual(utf8ToBytes(writeReceiptFile(receipt)), bytes)) {
    throw new ProtocolError(
      'RECEIPT_MALFORMED',
      'the file is not in its canonical form: it was changed after it was written'
    )
  }
  return receipt
}

function parseFile(bytes: Uint8Array): Receipt {
  try {
    const file = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const verdict = file.verdict === null ? undefined : verdictFromJson(file.verdict)
    return { ...receiptFromJson(file), verdict }
  } catch (cause) {
    throw new ProtocolError('RECEIPT_MALFORMED', `not a receipt file: ${errorMessage(cause)}`, { cause })
  }
}
