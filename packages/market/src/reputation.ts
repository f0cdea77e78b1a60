/** What is earned over time. One record a node; selection, eligibility and replication all read `score`. */
export interface Reputation {
  /** 0 to 1; a new node has 0.5. */
  score: number
  tasks: number
  successes: number
  failures: number
  disputes: number
  byzantineActs: number
  /** Verified results since the last wrong or failed one. */
  streak: number
  updatedAtMs: number
}

/**
 * What happened to a node's execution. `failed`: it answered late or not at all, or its machine gave up; `disputed`: it
 * answered unlike the accepted majority; `byzantine`: its result was proven wrong. A result counts once it is final.
 */
export type ReputationEvent = 'succeeded' | 'failed' | 'disputed' | 'byzantine'

export const INITIAL_SCORE = 0.5

/** Shares of the distance: success moves the score up towards 1, failure down towards 0, harder. */
const SUCCESS_RATE = 0.01
const FAILURE_RATE = 0.05
/** What a wrong result that was proven leaves of the score. */
const BYZANTINE_SHARE = 0.5

/** After this long without a task the score drifts back to where new nodes start. */
const IDLE_MS = 24 * 3600 * 1000
/** The drift halves the distance to 0.5 once in this time: a week of absence forgets half. */
const IDLE_HALF_LIFE_MS = 7 * 24 * 3600 * 1000

export function newReputation(nowMs: number): Reputation {
  return {
    score: INITIAL_SCORE,
    tasks: 0,
    successes: 0,
    failures: 0,
    disputes: 0,
    byzantineActs: 0,
    streak: 0,
    updatedAtMs: nowMs
  }
}

/** The reputation after one execution. Other fields of the record stay as they are. */
export function afterExecution<Record extends Reputation>(
  reputation: Record,
  event: ReputationEvent,
  nowMs: number
): Record {
  const score = currentScore(reputation, nowMs)
  const next = { ...reputation, tasks: reputation.tasks + 1, updatedAtMs: nowMs }
  if (event === 'succeeded') {
    return {
      ...next,
      score: score + SUCCESS_RATE * (1 - score),
      successes: next.successes + 1,
      streak: next.streak + 1
    }
  }
  return {
    ...next,
    score: event === 'byzantine' ? BYZANTINE_SHARE * score : score - FAILURE_RATE * score,
    failures: next.failures + (event === 'failed' ? 1 : 0),
    disputes: next.disputes + (event === 'disputed' ? 1 : 0),
    byzantineActs: next.byzantineActs + (event === 'byzantine' ? 1 : 0),
    streak: 0
  }
}

/**
 * The chance of an audit below which no result of a worker with this score is left: 0 from 0.5 on, where new workers are,
 * and 1 at a score of 0.
 */
export function auditChanceOfScore(score: number): number {
  return Math.max(0, 1 - score / INITIAL_SCORE)
}

/** The score now, with the drift of idle time. */
export function currentScore(reputation: Reputation, nowMs: number): number {
  const idleMs = nowMs - reputation.updatedAtMs - IDLE_MS
  if (idleMs <= 0) return reputation.score
  return INITIAL_SCORE + (reputation.score - INITIAL_SCORE) * 0.5 ** (idleMs / IDLE_HALF_LIFE_MS)
}
