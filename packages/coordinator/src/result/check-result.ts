import {
  bytesEqual,
  contentHash,
  hasMemoryHash,
  isSignedByWorker,
  outputRoot,
  type Result,
  type Verifier
} from '@ailee/protocol'
import type { ExecutionRecord } from '@ailee/store'
import type { OpenTask } from '../task/task-book.js'

/** Why a receipt does not fit the execution it claims to be of, or undefined if it does. */
export function receiptFault(
  verifier: Verifier,
  network: string,
  { record, submit }: OpenTask,
  execution: Pick<ExecutionRecord, 'worker' | 'nonce'>,
  { receipt, outcome }: Pick<Result, 'receipt'> & Partial<Pick<Result, 'outcome'>>
): string | undefined {
  const { spec } = submit
  const { limits } = receipt
  const facts: [name: string, fits: boolean][] = [
    ['network', receipt.network === network],
    ['task id', receipt.taskId === record.taskId],
    ['worker', receipt.worker === execution.worker],
    ['module hash', receipt.moduleHash === spec.moduleHash],
    ['function', receipt.function === spec.function],
    ['input hash', receipt.inputHash === spec.inputHash],
    ['memory limit', limits.memoryBytes === spec.limits.memoryBytes],
    ['fuel limit', limits.fuel === spec.limits.fuel],
    ['wall time limit', limits.wallTimeMs === spec.limits.wallTimeMs],
    ['output limit', limits.outputBytes === spec.limits.outputBytes],
    ['seed', bytesEqual(receipt.seed, spec.seed)],
    ['clock', receipt.clockMs === spec.clockMs],
    ['nonce', bytesEqual(receipt.nonce, execution.nonce)],
    ['memory hash', hasMemoryHash(spec, receipt)],
    [
      'output size',
      receipt.outputBytes === (outcome ?? receipt).outputBytes &&
        receipt.outputBytes <= spec.limits.outputBytes
    ]
  ]
  const wrong = facts.find(([, fits]) => !fits)
  if (wrong !== undefined) return `its ${wrong[0]} does not fit the assignment`
  return isSignedByWorker(verifier, receipt) ? undefined : 'it is not signed by the worker'
}

/** Why an output is not the one its result speaks of, or undefined if it is. */
export function outputFault(output: Uint8Array, { receipt, outcome }: Result): string | undefined {
  if (output.length !== receipt.outputBytes) return 'the output has another size'
  if (contentHash(output) !== outcome.outputHash) return 'the output has another hash'
  return bytesEqual(outputRoot(output), receipt.outputRoot) ? undefined : 'the output has another Merkle root'
}
