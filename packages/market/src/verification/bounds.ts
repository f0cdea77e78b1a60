import { allowedWrong, type LotTerms } from './base-rate/solve-base-rate.js'

/**
 * Base rate of a harsher rule, where any catch has the whole lot audited: `1/(e·0.8·ε·b)`. In large lots it is lower than
 * the solved one, but one saboteur is enough to double the cost of a lot.
 */
export function anyCatchBaseRate(terms: LotTerms): number {
  return Math.min(1, 1 / (Math.E * allowedWrong(terms)))
}

/**
 * Base rate at which a single lot has more than ε wrong with a probability of at most `risk`, where any catch has the
 * whole lot audited: `ln(1/δ)/(ε·b)`. The solved rates bound only the mean.
 */
export function rateForLotRisk(terms: LotTerms & { risk: number }): number {
  return Math.min(1, Math.log(1 / terms.risk) / (terms.epsilon * terms.lotSize))
}

/** Executions per task of the ledger, for workers of so many tasks each: `1 + ln(1 + εN)/(εN)`. */
export function ledgerExecutions(terms: { epsilon: number; tasksPerWorker: number }): number {
  const work = terms.epsilon * terms.tasksPerWorker
  return work === 0 ? 2 : 1 + Math.log1p(work) / work
}

/**
 * What a worker must have to lose, in units, so that one wrong result does not pay: stake and withheld pay together
 * at least `gain·(1 − π)/π`, where π is the chance of an audit, more than 0.
 */
export function deterringLoss(terms: { gain: number; auditChance: number }): number {
  return (terms.gain * (1 - terms.auditChance)) / terms.auditChance
}
