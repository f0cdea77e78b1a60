import {
  type BatchSigner,
  type Executant,
  type ExecutionOutcome,
  outcomeOf,
  type Result,
  stateExecution
} from '@ailee/protocol'
import type { ExecutionRecord } from '@ailee/store'
import type { OpenTask } from '../task/task-book.js'

/** The result of an execution of the coordinator's own, which it signs as the worker it then is. */
export async function ownResult(
  signer: BatchSigner,
  self: Executant,
  { submit: { spec }, record: { taskId } }: OpenTask,
  { leaseId, nonce }: ExecutionRecord,
  ran: ExecutionOutcome
): Promise<Result> {
  const receipt = await stateExecution(signer, self, { taskId, spec, nonce }, ran)
  return { taskId, leaseId, receipt, outcome: outcomeOf(ran) }
}
