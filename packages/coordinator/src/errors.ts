import { AileeError, type AileeErrorOptions } from '@ailee/core'

/**
 * Codes a coordinator answers requests with.
 *
 * | code | meaning | worth a retry |
 * |---|---|---|
 * | TASK_NOT_FOUND | no task with this id, or not this client's | no |
 * | AUCTION_NOT_FOUND | no such auction is kept, or the asker had no part in it | no |
 * | TASK_INVALID | the submission contradicts itself or cannot be met | no |
 * | TASK_CONFLICT | the same client task id was used for another task | no |
 * | QUEUE_FULL | too many open tasks, of all clients or of this one | yes |
 * | NOT_ADMITTED | the coordinator does not take tasks of this client | no |
 * | FUNDS_INSUFFICIENT | the client has less than the reward it offers | no |
 * | BLOB_UNAVAILABLE | module or input could not be fetched from the client | yes |
 * | LEASE_UNKNOWN | a commitment for a lease that is not out, or another's | no |
 * | COMMITMENT_REFUSED | no commitment is wanted, or another was given before | no |
 * | COORDINATOR_STOPPING | it is shutting down, or has not started yet | yes, a little later or elsewhere |
 *
 * And codes a task can fail with, besides the result codes of its execution:
 *
 * | code | meaning |
 * |---|---|
 * | NO_ELIGIBLE_WORKER | no worker meets the task's requirements; the rejections say why |
 * | EXECUTION_LOST | the workers that ran it died, froze or gave up, as often as is tried |
 * | NO_QUORUM | the executions disagree |
 * | DEADLINE_EXCEEDED | its time ran out |
 * | CANCELLED_BY_CLIENT | the client cancelled it |
 */
export type CoordinatorErrorCode =
  | 'TASK_NOT_FOUND'
  | 'AUCTION_NOT_FOUND'
  | 'TASK_INVALID'
  | 'TASK_CONFLICT'
  | 'QUEUE_FULL'
  | 'NOT_ADMITTED'
  | 'FUNDS_INSUFFICIENT'
  | 'BLOB_UNAVAILABLE'
  | 'LEASE_UNKNOWN'
  | 'COMMITMENT_REFUSED'
  | 'COORDINATOR_STOPPING'

export class CoordinatorError extends AileeError<CoordinatorErrorCode> {
  /** When trying again may help; 0 = not stated. Travels in the STATUS reply. */
  readonly retryAfterMs: number

  constructor(
    code: CoordinatorErrorCode,
    message: string,
    { retryAfterMs = 0, ...options }: AileeErrorOptions & { retryAfterMs?: number } = {}
  ) {
    super(code, message, options)
    this.name = 'CoordinatorError'
    this.retryAfterMs = retryAfterMs
  }
}
