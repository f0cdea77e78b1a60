import { MAX_REJECTIONS, type TaskComplete, type TaskStatus } from '@ailee/protocol'
import type { TaskRecord } from '@ailee/store'
import { activeExecutions } from './transitions.js'

/** What others are told about a task. */
export function statusOf(task: TaskRecord): TaskStatus {
  return {
    taskId: task.taskId,
    state: task.state,
    bids: task.bids,
    workers: activeExecutions(task).map(({ worker }) => worker),
    attempts: task.attempts,
    submittedAtMs: task.submittedAtMs,
    updatedAtMs: task.updatedAtMs,
    code: task.code,
    message: task.message,
    rejections: task.rejections.slice(0, MAX_REJECTIONS)
  }
}

/** What the client of an ended task is told. */
export function completeOf(task: TaskRecord): TaskComplete {
  return { status: statusOf(task), outcome: task.outcome, receipts: task.receipts }
}
