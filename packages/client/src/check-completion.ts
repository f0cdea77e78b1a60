import {
  bytesEqual,
  checkReceipt,
  hasMemoryHash,
  isSignedByWorker,
  outputRoot,
  type Receipt,
  type SubmitTask,
  type TaskComplete,
  type TaskProvisional,
  type Verifier
} from '@ailee/protocol'
import { ClientError } from './errors.js'

/**
 * Believes a completed task only if its receipts are by different workers, as many as the verdict counts, each
 * signed by its worker and by its coordinator, about this task, this submission and this output. Throws
 * RESULT_NOT_TRUSTED.
 */
export function checkCompletion(
  verifier: Verifier,
  submit: SubmitTask,
  coordinator: string,
  { status, receipts }: TaskComplete,
  output: Uint8Array
): void {
  const distrust = (why: string): ClientError => new ClientError('RESULT_NOT_TRUSTED', why)
  if (receipts.length === 0) throw distrust('the result came without a receipt')
  if (new Set(receipts.map(({ worker }) => worker)).size !== receipts.length) {
    throw distrust('one worker counts twice')
  }
  for (const receipt of receipts) {
    const { verdict, worker } = receipt
    const failed = checkReceipt(verifier, receipt, { output }).find(({ ok }) => !ok)
    if (failed !== undefined) throw distrust(`${failed.name} of the receipt by ${worker} does not hold`)
    if (verdict?.coordinator !== coordinator || receipt.taskId !== status.taskId || !fits(receipt, submit)) {
      throw distrust(`the receipt by ${worker} is of something else`)
    }
    if (verdict.replicas !== submit.replicas || verdict.votes !== receipts.length) {
      throw distrust(
        `the verdict speaks of ${verdict.votes} of ${verdict.replicas} executions, not of those asked for`
      )
    }
    if (verdict.votes * 2 <= verdict.replicas) {
      throw distrust(`${verdict.votes} of ${verdict.replicas} executions are no majority`)
    }
    if ((receipt.code === 'SUCCESS') !== (status.state === 'COMPLETED')) {
      throw distrust(`the task is ${status.state}, but its receipt says ${receipt.code}`)
    }
  }
}

/** Believes that a worker stated this result for this submission, and that the output is of it. Throws RESULT_NOT_TRUSTED. */
export function checkProvisional(
  verifier: Verifier,
  submit: SubmitTask,
  { status, receipt }: TaskProvisional,
  output: Uint8Array
): void {
  const isOfOutput =
    receipt.outputBytes === output.length && bytesEqual(receipt.outputRoot, outputRoot(output))
  const holds = receipt.taskId === status.taskId && fits(receipt, submit) && isOfOutput
  if (holds && isSignedByWorker(verifier, receipt)) return
  throw new ClientError('RESULT_NOT_TRUSTED', `the provisional receipt by ${receipt.worker} does not hold`)
}

function fits(receipt: Receipt, { spec }: SubmitTask): boolean {
  const { limits } = receipt
  return (
    receipt.moduleHash === spec.moduleHash &&
    receipt.inputHash === spec.inputHash &&
    receipt.function === spec.function &&
    receipt.clockMs === spec.clockMs &&
    bytesEqual(receipt.seed, spec.seed) &&
    hasMemoryHash(spec, receipt) &&
    limits.memoryBytes === spec.limits.memoryBytes &&
    limits.fuel === spec.limits.fuel &&
    limits.wallTimeMs === spec.limits.wallTimeMs &&
    limits.outputBytes === spec.limits.outputBytes
  )
}
