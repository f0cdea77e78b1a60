import { baseRates } from './base-rates.js'
import { allowedWrong, type LotTerms } from './solve-base-rate.js'

/**
 * The base rate of a lot, from the table of solved ones: that of the largest allowance not above the lot's own, so
 * never too low. It is exact for the lot sizes in `LOT_SIZES` at ε = 0.001.
 */
export function baseRate(terms: LotTerms): number {
  const allowed = allowedWrong(terms) * (1 + 1e-12)
  let low = 0
  let high = baseRates.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((baseRates[middle]?.[0] ?? 0) <= allowed) low = middle + 1
    else high = middle
  }
  // Below the table next to nothing may pass: all is audited.
  return baseRates[low - 1]?.[1] ?? 1
}
