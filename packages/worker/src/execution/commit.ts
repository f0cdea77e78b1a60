import type { Random } from '@ailee/core'
import {
  decodeCommitmentAck,
  encodeResultCommitment,
  type Result,
  resultCommitment,
  SALT_BYTES
} from '@ailee/protocol'
import { RESULT_KEPT_MS } from '../constants.js'
import { type DeliverComponents, deliver, pause } from './deliver.js'
import type { Execution } from './execution.js'

/**
 * Commits to a result, and waits until the coordinator asks for it: it does so when the other workers of the task have
 * committed too. Gives the result with its salt, or undefined where it was not asked for in time, or the lease is gone.
 */
export async function commitFirst(
  components: DeliverComponents & { random: Random },
  execution: Execution,
  result: Result
): Promise<Result | undefined> {
  const { taskId, leaseId } = execution.assignment
  const salt = components.random.bytes(SALT_BYTES)
  const payload = encodeResultCommitment({
    taskId,
    leaseId,
    commitment: resultCommitment(result.receipt, salt)
  })
  // Asking for it says that the commitment arrived, whatever became of the acknowledgement.
  const signal = AbortSignal.any([execution.abort.signal, execution.reveal.signal])
  await deliver(
    components,
    execution,
    { type: 'RESULT_COMMITMENT', payload },
    {
      isAck: ({ type, payload }) =>
        type === 'COMMITMENT_ACK' && decodeCommitmentAck(payload).leaseId === leaseId,
      forMs: RESULT_KEPT_MS,
      signal
    }
  )
  await pause(components.clock, RESULT_KEPT_MS, signal)
  return execution.reveal.signal.aborted && !execution.abort.signal.aborted ? { ...result, salt } : undefined
}
