/** What is counted in one run. */
export interface Tally {
  /** Tasks that ended with a result. */
  accepted: number
  /** Of these, with a wrong one. */
  acceptedErrors: number
  /** Executions by workers that brought a result. */
  executions: number
  /** Executions by the referee, or to check a worker on a known task. */
  audits: number
  /** Executions that ended in a timeout or another failure of the machinery. */
  lost: number
  bans: number
  /** Bans, slashes or blacklistings of workers that are not saboteurs. */
  falseBans: number
  /** Tasks that ended without a result. */
  failed: number
}

export function newTally(): Tally {
  return {
    accepted: 0,
    acceptedErrors: 0,
    executions: 0,
    audits: 0,
    lost: 0,
    bans: 0,
    falseBans: 0,
    failed: 0
  }
}

export function addTally(sum: Tally, other: Tally): void {
  sum.accepted += other.accepted
  sum.acceptedErrors += other.acceptedErrors
  sum.executions += other.executions
  sum.audits += other.audits
  sum.lost += other.lost
  sum.bans += other.bans
  sum.falseBans += other.falseBans
  sum.failed += other.failed
}
