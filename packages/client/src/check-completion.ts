import {
  bytesEqual,
  checkReceipt,
  type Receipt,
  type TaskComplete,
  type TaskSpec,
  type Verifier
} from '@ailee/protocol'
import { ClientError } from './errors.js'

/**
 * Believes a completed task only if every receipt is signed by its worker and its coordinator, speaks of this task
 * and this spec, and has this output. Throws RESULT_NOT_TRUSTED.
 */
export function checkCompletion(
  verifier: Verifier,
  spec: TaskSpec,
  coordinator: string,
  { status, receipts }: TaskComplete,
  output: Uint8Array
): void {
  if (receipts.length === 0) throw new ClientError('RESULT_NOT_TRUSTED', 'the result came without a receipt')
  for (const receipt of receipts) {
    const failed = checkReceipt(verifier, receipt, { output }).find(({ ok }) => !ok)
    if (failed !== undefined) {
      throw new ClientError(
        'RESULT_NOT_TRUSTED',
        `${failed.name} of the receipt by ${receipt.worker} does not hold`
      )
    }
    if (
      receipt.verdict?.coordinator !== coordinator ||
      receipt.taskId !== status.taskId ||
      !fits(receipt, spec)
    ) {
      throw new ClientError('RESULT_NOT_TRUSTED', `the receipt by ${receipt.worker} is of something else`)
    }
  }
}

function fits(receipt: Receipt, spec: TaskSpec): boolean {
  return (
    receipt.moduleHash === spec.moduleHash &&
    receipt.inputHash === spec.inputHash &&
    receipt.function === spec.function &&
    receipt.clockMs === spec.clockMs &&
    bytesEqual(receipt.seed, spec.seed)
  )
}
