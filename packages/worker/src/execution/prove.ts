import {
  type AssignTask,
  type BatchSigner,
  type Executant,
  type ExecutionOutcome,
  outcomeOf,
  type Result,
  stateExecution
} from '@ailee/protocol'

/** Turns what the sandbox found into a RESULT with a signed receipt. */
export async function proveExecution(
  signer: BatchSigner,
  worker: Executant,
  assignment: AssignTask,
  ran: ExecutionOutcome
): Promise<Result> {
  const { taskId, leaseId } = assignment
  const receipt = await stateExecution(signer, worker, assignment, ran)
  return { taskId, leaseId, receipt, outcome: outcomeOf(ran) }
}
