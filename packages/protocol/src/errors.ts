import { AileeError, type AileeErrorOptions } from '@ailee/core'

/**
 * Codes of this package.
 *
 * | code | meaning |
 * |---|---|
 * | WIRE_MALFORMED | the bytes are not a message of the expected kind |
 * | WIRE_TOO_LARGE | a frame, message, list or field is longer than its limit |
 * | WIRE_FIELD_INVALID | a field is missing, has a wrong length, or is out of range |
 * | WIRE_VERSION_UNSUPPORTED | another protocol version |
 * | WIRE_NETWORK_MISMATCH | the message belongs to another network |
 * | SIGNATURE_MISSING | a message of this type must be signed |
 * | SIGNATURE_INVALID | signature, path or signer do not fit the message |
 * | SIGNATURE_EXPIRED | past its expiry, or valid for too long |
 * | RECEIPT_MALFORMED | not a receipt file in its one canonical form |
 * | EVIDENCE_MALFORMED | not an evidence file in its one canonical form |
 * | BID_SET_MALFORMED | not a file of a bid set in its one canonical form |
 * | BID_MALFORMED | not a file of a bid in its one canonical form |
 * | EVIDENCE_INVALID | it does not show that its node contradicted itself |
 */
export type ProtocolErrorCode =
  | 'WIRE_MALFORMED'
  | 'WIRE_TOO_LARGE'
  | 'WIRE_FIELD_INVALID'
  | 'WIRE_VERSION_UNSUPPORTED'
  | 'WIRE_NETWORK_MISMATCH'
  | 'SIGNATURE_MISSING'
  | 'SIGNATURE_INVALID'
  | 'SIGNATURE_EXPIRED'
  | 'RECEIPT_MALFORMED'
  | 'EVIDENCE_MALFORMED'
  | 'BID_SET_MALFORMED'
  | 'BID_MALFORMED'
  | 'EVIDENCE_INVALID'

export class ProtocolError extends AileeError<ProtocolErrorCode> {
  constructor(code: ProtocolErrorCode, message: string, options: AileeErrorOptions = {}) {
    super(code, message, options)
    this.name = 'ProtocolError'
  }
}
