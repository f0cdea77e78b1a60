import { ailee } from '#generated'

/** Where a task stands. */
export type TaskState =
  | 'SUBMITTED'
  | 'QUEUED'
  | 'OFFERED'
  | 'ASSIGNED'
  | 'RUNNING'
  | 'PROVISIONAL'
  | 'COMPLETED'
  | 'FAILED'
  | 'CANCELLED'
  | 'EXPIRED'

export const taskStateNumbers: Readonly<Record<TaskState, number>> = {
  SUBMITTED: ailee.v1.TaskState.SUBMITTED,
  QUEUED: ailee.v1.TaskState.QUEUED,
  OFFERED: ailee.v1.TaskState.OFFERED,
  ASSIGNED: ailee.v1.TaskState.ASSIGNED,
  RUNNING: ailee.v1.TaskState.RUNNING,
  PROVISIONAL: ailee.v1.TaskState.PROVISIONAL,
  COMPLETED: ailee.v1.TaskState.COMPLETED,
  FAILED: ailee.v1.TaskState.FAILED,
  CANCELLED: ailee.v1.TaskState.CANCELLED,
  EXPIRED: ailee.v1.TaskState.EXPIRED
}

const ended: ReadonlySet<TaskState> = new Set(['COMPLETED', 'FAILED', 'CANCELLED', 'EXPIRED'])

/** True once nothing about the task can change any more. */
export function isEnded(state: TaskState): boolean {
  return ended.has(state)
}
