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
import type { Pay } from '../stakes/stakes.js'
import { returnedExecutions } from './transitions.js'

/** Into escrow when a task is taken in. */
export function moneyAtIntake(task: TaskRecord, submit: SubmitTask): LedgerOperation[] {
  return [holdForTask(task.taskId, task.client, submit.reward)]
}

/**
 * What each execution earned whose receipt was accepted when the task ended: for the fuel it used. What the coordinator
 * executed itself costs nothing.
 */
export function paysAtEnd(task: TaskRecord, { spec }: SubmitTask): Pay[] {
  if (!isEnded(task.state)) return []
  return returnedExecutions(task).flatMap(({ worker, attempt, cost }) => {
    const receipt = task.receipts.find((accepted) => accepted.worker === worker)
    if (receipt === undefined) return []
    return [{ worker, attempt, amountUnits: earnedUnits(cost, receipt.fuelUsed, spec.limits.fuel) }]
  })
}

/** Out of escrow when a task ends: these pays, and what is left back to the client. */
export function moneyAtEnd({ taskId, state }: TaskRecord, pays: readonly Pay[]): LedgerOperation[] {
  if (!isEnded(state)) return []
  const paid = pays.map(({ worker, attempt, amountUnits }) =>
    releaseForTask(taskId, attempt, worker, amountUnits)
  )
  return [...paid, refundForTask(taskId)]
}

/** What an account has at first, given once. */
export function grantTo(account: NodeId, amountUnits: bigint): LedgerOperation {
  return { kind: 'credit', operationId: `grant:${account}`, account, amountUnits }
}
