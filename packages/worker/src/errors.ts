import { AileeError } from '@ailee/core'

/**
 * Codes a worker answers with. The first five are also reasons of a DECLINE.
 *
 * | code | meaning |
 * |---|---|
 * | WORKER_BUSY | no free slot |
 * | WORKER_DRAINING | it takes no new work |
 * | WORKER_LIMITS_TOO_HIGH | the task may use more memory or time than this worker gives |
 * | WORKER_PRICE_TOO_HIGH | it asks more than the task pays |
 * | WORKER_ISOLATION_TOO_LOW | its sandbox is less isolated than required |
 * | WORKER_NOT_TRUSTED | only coordinators may offer and assign |
 * | BID_UNKNOWN | it has committed to no such bid |
 * | LEASE_CONFLICT | the lease id is in use for another task |
 * | RESULT_NOT_ACKNOWLEDGED | the coordinator answered a result with something else; it is sent again |
 */
export type WorkerErrorCode =
  | 'WORKER_BUSY'
  | 'WORKER_DRAINING'
  | 'WORKER_LIMITS_TOO_HIGH'
  | 'WORKER_PRICE_TOO_HIGH'
  | 'WORKER_ISOLATION_TOO_LOW'
  | 'WORKER_NOT_TRUSTED'
  | 'BID_UNKNOWN'
  | 'LEASE_CONFLICT'
  | 'RESULT_NOT_ACKNOWLEDGED'

export class WorkerError extends AileeError<WorkerErrorCode> {
  constructor(code: WorkerErrorCode, message: string) {
    super(code, message)
    this.name = 'WorkerError'
  }
}
