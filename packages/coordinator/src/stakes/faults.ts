import type { NodeId } from '@ailee/core'
import type { ResultRef } from '@ailee/market'
import { type LedgerOperation, MAX_UNITS, slashForEvidence, slashForTask } from '@ailee/settlement'
import type { Fault } from '../reputation-book.js'

/** A result that the referee, or whoever is believed, proved wrong. */
export function wrongResult({ taskId, attempt }: ResultRef): Fault {
  return { id: `result:${taskId}:${attempt}`, subject: taskId, code: 'RESULT_WRONG' }
}

/** Two statements that cannot both be honest. */
export function contradiction(evidenceId: string): Fault {
  return { id: `evidence:${evidenceId}`, subject: evidenceId, code: 'CONTRADICTION' }
}

/** All of the worker's stake, once for each fault: the operation follows from its id alone. */
export function slashFor(worker: NodeId, faultId: string): LedgerOperation {
  const [kind, subject = '', attempt = ''] = faultId.split(':')
  return kind === 'evidence'
    ? slashForEvidence(subject, worker, MAX_UNITS)
    : slashForTask(subject, Number(attempt), worker, MAX_UNITS)
}
