import { AileeError, type AileeErrorOptions } from '@ailee/core'

/**
 * Codes of this package.
 *
 * | code | meaning |
 * |---|---|
 * | VERIFICATION_TERMS_INVALID | a target error, lot size, base rate or quorum that no policy can keep |
 */
export type MarketErrorCode = 'VERIFICATION_TERMS_INVALID'

export class MarketError extends AileeError<MarketErrorCode> {
  constructor(code: MarketErrorCode, message: string, options: AileeErrorOptions = {}) {
    super(code, message, options)
    this.name = 'MarketError'
  }
}
