import { LOT_SIZES } from './base-rate/lot-sizes.js'
import type { VerificationMode } from './policy.js'

/** What a submitter asks for. */
export interface VerificationTerms {
  /** Executions by different workers; 1 leaves the choice of how to verify open. */
  replicas: number
  /** The result must be checked, and at once. */
  wantsFinalNow: boolean
  maxDelayMs: number
  /** What the task pays, in units. */
  value: bigint
}

/** Worth so many times the mean, a task is not left to sampling. */
const FINAL_NOW_VALUES = 100

/**
 * The mode for a task: what was asked for, else the referee for high value, else a lot where enough tasks come in
 * while the submitter can wait to fill a small one, else the ledger.
 */
export function chooseMode(
  terms: VerificationTerms,
  load: { tasksPerMs: number; meanValue: number }
): VerificationMode {
  if (terms.replicas > 1) return 'replicas'
  if (terms.wantsFinalNow) return 'final-now'
  if (load.meanValue > 0 && Number(terms.value) >= FINAL_NOW_VALUES * load.meanValue) return 'final-now'
  const [smallest = 1] = LOT_SIZES
  return load.tasksPerMs * terms.maxDelayMs >= smallest ? 'lot' : 'ledger'
}
