import type { AuditReason, Draw } from '../policy.js'

/** A result of a lot that is not closed yet. Plain data. */
export interface LotResult extends Draw {
  lotId: number
  /** Place in the lot, from 0. */
  sequence: number
  /** u, from the lot's secret. */
  drawn: number
  /** h: how much more than the level it is audited. */
  weight: number
  /** Why it is being audited, or last was. */
  reason: AuditReason | null
  /** What the referee found at its first look. */
  earlierKey: string | null
}

/** Leaves out what only the coordinator needs. The keys come in the order of a lot file. */
export function drawOf(result: Draw): Draw {
  const { taskId, attempt, worker, resultKey, priorResults, probationResults, valueWeight, state, certain } =
    result
  return {
    taskId,
    attempt,
    worker,
    resultKey,
    priorResults,
    probationResults,
    valueWeight,
    state,
    certain
  }
}
