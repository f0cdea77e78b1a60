import { MarketError } from '../../errors.js'
import { solveCatchGame } from './catch-game.js'

/** A lot is designed for this part of the error that was promised; the rest is kept for chance. */
export const DESIGN_MARGIN = 0.8

export interface LotTerms {
  /** The part of accepted results that may be wrong, 0 to 1. */
  epsilon: number
  /** Tasks of the lot. */
  lotSize: number
}

/** Where the search ends: far below the digits anybody prints. */
const PRECISION = 1e-9

/** How many wrong results a lot may be expected to let pass. Throws VERIFICATION_TERMS_INVALID. */
export function allowedWrong({ epsilon, lotSize }: LotTerms): number {
  if (!(epsilon > 0 && epsilon < 1))
    throw new MarketError('VERIFICATION_TERMS_INVALID', `target error ${epsilon} is not within 0 to 1`)
  if (!(Number.isInteger(lotSize) && lotSize >= 1))
    throw new MarketError('VERIFICATION_TERMS_INVALID', `lot size ${lotSize}`)
  return DESIGN_MARGIN * epsilon * lotSize
}

/**
 * The smallest base rate at which the best saboteur's expected survivors stay within 0.8·ε·b. Seconds of computing
 * for b = 50 000: `baseRate` looks it up instead.
 */
export function solveBaseRate(terms: LotTerms): number {
  return rateForAllowedWrong(allowedWrong(terms))
}

/** The same, by the wrong results that may be expected: the only way in which ε and b enter. */
export function rateForAllowedWrong(allowed: number): number {
  // At full audit nothing survives; the lower end is found by halving.
  let high = 1
  let excessHigh = -allowed
  let low = 1
  let excessLow = -allowed
  while (excessLow <= 0) {
    high = low
    excessHigh = excessLow
    low /= 2
    excessLow = solveCatchGame(low).value - allowed
  }
  // Regula falsi with Illinois' weights: the end that stays counts half, so that it moves too.
  while (high - low > PRECISION * high) {
    const secant = (low * excessHigh - high * excessLow) / (excessHigh - excessLow)
    const middle = secant > low && secant < high ? secant : (low + high) / 2
    const excess = solveCatchGame(middle).value - allowed
    if (Math.abs(excess) <= PRECISION * allowed) return middle
    if (excess > 0) {
      low = middle
      excessLow = excess
      excessHigh /= 2
    } else {
      high = middle
      excessHigh = excess
      excessLow /= 2
    }
  }
  return high
}
