import {
  decodeSubmitTask,
  hexToBytes,
  MAX_REJECTIONS,
  MAX_TEXT_BYTES,
  type TaskComplete,
  type TaskProvisional,
  type TaskStatus
} from '@ailee/protocol'
import type { TaskRecord } from '@ailee/store'
import type { LotPlace } from '../verification/lot-keeper.js'
import { activeExecutions, returnedExecutions } from './transitions.js'

/** What others are told about a task. */
export function statusOf(task: TaskRecord): TaskStatus {
  const { auction } = decodeSubmitTask(task.submitPayload)
  return {
    taskId: task.taskId,
    state: task.state,
    bids: task.bids,
    workers: activeExecutions(task).map(({ worker }) => worker),
    attempts: task.attempts,
    submittedAtMs: task.submittedAtMs,
    updatedAtMs: task.updatedAtMs,
    code: task.code,
    message: fitting(task.message),
    rejections: task.rejections
      .slice(0, MAX_REJECTIONS)
      .map((rejection) => ({ ...rejection, message: fitting(rejection.message) })),
    ...(auction && { auction })
  }
}

/** What the client of a task is told whose result waits in a lot; undefined where there is no such result any more. */
export function provisionalOf(task: TaskRecord, { lot, finalByMs }: LotPlace): TaskProvisional | undefined {
  const [execution] = returnedExecutions(task)
  if (execution?.result === undefined) return undefined
  const { outcome, receipt } = execution.result
  return { status: statusOf(task), outcome, receipt, lotId: hexToBytes(lot), finalByMs }
}

/** What the client of an ended task is told. */
export function completeOf(task: TaskRecord): TaskComplete {
  return { status: statusOf(task), outcome: task.outcome, receipts: task.receipts }
}

/** Texts are put together from others' texts; one that is too long would make the whole status unreadable. */
function fitting(text: string): string {
  // A UTF-16 unit takes up to three bytes on the wire.
  const units = Math.floor(MAX_TEXT_BYTES / 3)
  if (text.length <= units || new TextEncoder().encode(text).length <= MAX_TEXT_BYTES) return text
  return `${text.slice(0, units - 1)}…`
}
