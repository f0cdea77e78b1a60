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

/** Of what the worker was just paid for this attempt: kept as its stake. */
export function stakeForTask(
  taskId: TaskId,
  attempt: number,
  worker: NodeId,
  amountUnits: bigint
): LedgerOperation {
  const operationId = `stake:${taskId}:${attempt}:${worker}`
  return { kind: 'stake', operationId, account: worker, amountUnits }
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

/** On evidence that stands by itself, under its id of 64 hex digits. */
export function slashForEvidence(evidenceId: string, offender: NodeId, amountUnits: bigint): LedgerOperation {
  const operationId = `slash:evidence:${evidenceId}`
  return { kind: 'slash', operationId, account: offender, taskId: evidenceId, amountUnits }
}

/** To a worker that nothing is expected of any more; `idleSinceMs` tells this return from others. */
export function unstakeIdle(worker: NodeId, idleSinceMs: number, amountUnits: bigint): LedgerOperation {
  const operationId = `unstake:${worker}:${idleSinceMs}`
  return { kind: 'unstake', operationId, account: worker, amountUnits }
}
