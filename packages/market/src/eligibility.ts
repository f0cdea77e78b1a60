import { formatBytes, type NodeId } from '@ailee/core'
import type { Limits, Rejection, Requirements, WorkerStatus } from '@ailee/protocol'

/** What a coordinator knows of a worker when it draws up an auction. */
export interface Candidate {
  worker: NodeId
  status: WorkerStatus
  /** Current reputation score, 0 to 1. */
  reputation: number
  /** Leases this coordinator has given it. */
  leases: number
  /** It did not answer lately. */
  suspect: boolean
  /** It has given wrong results, and gets no more work. */
  banned: boolean
}

/**
 * Why a worker may not take part.
 *
 * | code | meaning | passes by itself |
 * |---|---|---|
 * | WORKER_EXCLUDED | it has failed at this task, or runs it already | no |
 * | WORKER_BANNED | it has given wrong results | no |
 * | WORKER_DRAINING | it takes no new work | no |
 * | WORKER_MEMORY_TOO_SMALL | it gives an execution less memory than the task may use | no |
 * | WORKER_REGION_MISMATCH | it is in none of the accepted regions | no |
 * | WORKER_REPUTATION_TOO_LOW | its score is below the minimum | no |
 * | WORKER_ISOLATION_TOO_LOW | its sandbox is less isolated than required | no |
 * | WORKER_UNRESPONSIVE | it did not answer lately | yes |
 * | WORKER_BUSY | it has no free slot | yes |
 */
export type RejectionCode =
  | 'WORKER_EXCLUDED'
  | 'WORKER_BANNED'
  | 'WORKER_DRAINING'
  | 'WORKER_MEMORY_TOO_SMALL'
  | 'WORKER_REGION_MISMATCH'
  | 'WORKER_REPUTATION_TOO_LOW'
  | 'WORKER_ISOLATION_TOO_LOW'
  | 'WORKER_UNRESPONSIVE'
  | 'WORKER_BUSY'

const transient: ReadonlySet<string> = new Set<RejectionCode | 'BID_NOT_REVEALED'>([
  'WORKER_UNRESPONSIVE',
  'WORKER_BUSY',
  'BID_NOT_REVEALED'
])

/** True if waiting may help: the worker fits, just not now. */
export function isTransient(code: string): boolean {
  return transient.has(code)
}

/** What a task asks of a worker. */
export interface TaskDemand {
  limits: Limits
  requirements: Requirements
  excluded: ReadonlySet<NodeId>
}

/** Why this worker may not take part in the task's auction, or undefined if it may. */
export function rejectionOf(candidate: Candidate, demand: TaskDemand): Rejection | undefined {
  const { worker, status, reputation } = candidate
  const { limits, requirements, excluded } = demand
  const reject = (code: RejectionCode, message: string): Rejection => ({ worker, code, message })
  if (excluded.has(worker)) return reject('WORKER_EXCLUDED', 'it has had this task before')
  if (candidate.banned) return reject('WORKER_BANNED', 'it has given wrong results')
  if (status.draining) return reject('WORKER_DRAINING', 'it takes no new work')
  if (status.memoryBytes < limits.memoryBytes) {
    const offered = formatBytes(status.memoryBytes)
    return reject(
      'WORKER_MEMORY_TOO_SMALL',
      `it offers ${offered}, the task may use ${formatBytes(limits.memoryBytes)}`
    )
  }
  if (requirements.regions.length > 0 && !requirements.regions.includes(status.region)) {
    const accepted = requirements.regions.join(', ')
    return reject('WORKER_REGION_MISMATCH', `it is in "${status.region}", accepted: ${accepted}`)
  }
  if (reputation * 1000 < requirements.minReputationPermille) {
    const minimum = requirements.minReputationPermille / 1000
    return reject(
      'WORKER_REPUTATION_TOO_LOW',
      `its score is ${reputation.toFixed(3)}, the minimum is ${minimum}`
    )
  }
  if (requirements.isolation === 'full' && status.isolation !== 'full') {
    return reject('WORKER_ISOLATION_TOO_LOW', `its sandbox is ${status.isolation}, full is required`)
  }
  if (candidate.suspect) return reject('WORKER_UNRESPONSIVE', 'it did not answer lately')
  if (candidate.leases >= status.slots) {
    return reject('WORKER_BUSY', `${candidate.leases} of its ${status.slots} slots are taken`)
  }
  return undefined
}
