/** Each catch in a lot raises the audit level by this many base rates. */
export const STEP_PER_BASE_RATE = 2

/** The weight of results that are always audited. Finite, so that it can be stored as JSON. */
export const PROBATION_WEIGHT = Number.MAX_SAFE_INTEGER

/** What a new identity has to show at least, and at most. */
const PROBATION_MIN = 3
const PROBATION_MAX = 5000
/**
 * So many results more for each recent ban. One wrong result that a draw finds has some 1400 others audited, so a name
 * must have cost its owner a multiple of that, or names are a cheap way to make others work.
 */
const PROBATION_PER_BAN = 200
/** What a closed lot leaves of the count of recent bans. */
export const BAN_MEMORY = 0.9

/** The audit level after so many catches: `min(1, a + s·j)` with `s = 2a`. */
export function auditLevel(baseRate: number, catches: number): number {
  return Math.min(1, baseRate + STEP_PER_BASE_RATE * baseRate * catches)
}

/** Results of a new identity that are all audited: the entry price, which follows attacks. `min(5000, 3 + 200·R)`. */
export function probationLength(recentBans: number): number {
  return Math.min(PROBATION_MAX, Math.ceil(PROBATION_MIN + PROBATION_PER_BAN * recentBans))
}

/**
 * How much more than the level a result is audited: always on probation; after it `1/((n − n0 + 1)·a)`, fading
 * to 1; times the value of the task by the mean one, where that is more.
 */
export function auditWeight(
  draw: { priorResults: number; probationResults: number; valueWeight: number },
  baseRate: number
): number {
  const past = draw.priorResults - draw.probationResults
  if (past < 0) return PROBATION_WEIGHT
  return Math.max(1, 1 / ((past + 1) * baseRate)) * Math.max(1, draw.valueWeight)
}
