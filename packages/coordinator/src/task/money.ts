import type { NodeId } from '@ailee/core'
import { isEnded, type SubmitTask } from '@ailee/protocol'
import {
  earnedUnits,
  holdForTask,
  type LedgerOperation,
  refundForTask,
  releaseForTask
} from '@ailee/settlement'
import type { TaskRecord } from '@ailee/store'
import { returnedExecutions } from './transitions.js'

/** Into escrow when a task is taken in. */
export function moneyAtIntake(task: TaskRecord, submit: SubmitTask): LedgerOperation[] {
  return [holdForTask(task.taskId, task.client, submit.reward)]
}

/**
 * Out of escrow when a task ends: each execution whose receipt was accepted is paid for the fuel it used, and what is
 * left goes back to the client. What the coordinator executed itself costs nothing.
 */
export function moneyAtEnd(task: TaskRecord, { spec }: SubmitTask): LedgerOperation[] {
  if (!isEnded(task.state)) return []
  const paid = returnedExecutions(task).flatMap(({ worker, attempt, cost }) => {
    const receipt = task.receipts.find((accepted) => accepted.worker === worker)
    if (receipt === undefined) return []
    return [
      releaseForTask(task.taskId, attempt, worker, earnedUnits(cost, receipt.fuelUsed, spec.limits.fuel))
    ]
  })
  return [...paid, refundForTask(task.taskId)]
}

/** What an account has at first, given once. */
export function grantTo(account: NodeId, amountUnits: bigint): LedgerOperation {
  return { kind: 'credit', operationId: `grant:${account}`, account, amountUnits }
}
