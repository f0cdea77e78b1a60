import { AileeError, type AileeErrorOptions } from '@ailee/core'

/**
 * Codes of this package.
 *
 * | code | meaning |
 * |---|---|
 * | VERIFICATION_TERMS_INVALID | a target error, lot size, base rate or quorum that no policy can keep |
 * | LOT_FILE_MALFORMED | bytes that are no lot file, or not in its one form |
 */
export type MarketErrorCode = 'VERIFICATION_TERMS_INVALID' | 'LOT_FILE_MALFORMED'

export class MarketError extends AileeError<MarketErrorCode> {
  constructor(code: MarketErrorCode, message: string, options: AileeErrorOptions = {}) {
    super(code, message, options)
    this.name = 'MarketError'
  }
}
