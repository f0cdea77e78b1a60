import type { NodeId, TaskId } from '@ailee/core'
import type { LedgerOperation } from './ledger/operation.js'

/*
 * The operations of a task's life. Their ids follow from the task, and from attempt and worker where there can be
 * several, so whoever repeats a step after a crash makes the same operation, which takes effect once.
 */

/** At SUBMIT: the client's reward into escrow. */
export function holdForTask(taskId: TaskId, client: NodeId, rewardUnits: bigint): LedgerOperation {
  return { kind: 'hold', operationId: `hold:${taskId}`, taskId, account: client, amountUnits: rewardUnits }
}

/** Once a result is FINAL: what its worker earned with this attempt. */
export function releaseForTask(
  taskId: TaskId,
  attempt: number,
  worker: NodeId,
  amountUnits: bigint
): LedgerOperation {
  const operationId = `release:${taskId}:${attempt}:${worker}`
  return { kind: 'release', operationId, taskId, account: worker, amountUnits }
}

/** When the task ends, however it ends: what is left back to the client. */
export function refundForTask(taskId: TaskId): LedgerOperation {
  return { kind: 'refund', operationId: `refund:${taskId}`, taskId }
}

/** On evidence that the worker's result of this attempt is wrong. */
export function slashForTask(
  taskId: TaskId,
  attempt: number,
  worker: NodeId,
  amountUnits: bigint
): LedgerOperation {
  const operationId = `slash:${taskId}:${attempt}:${worker}`
  return { kind: 'slash', operationId, account: worker, taskId, amountUnits }
}
