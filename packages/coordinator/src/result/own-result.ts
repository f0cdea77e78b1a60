import {
  type BatchSigner,
  contentHash,
  type ExecutionOutcome,
  MAX_INLINE_OUTPUT_BYTES,
  MAX_TEXT_BYTES,
  outputRoot,
  type Result,
  signReceipt
} from '@ailee/protocol'
import type { ExecutionRecord } from '@ailee/store'
import type { OpenTask } from '../task/task-book.js'

/** The result of an execution of the coordinator's own, which it signs as the worker it then is. */
export async function ownResult(
  signer: BatchSigner,
  self: { network: string; nodeId: string; meteringHash: Uint8Array },
  { submit, record }: OpenTask,
  execution: ExecutionRecord,
  outcome: ExecutionOutcome
): Promise<Result> {
  const { spec } = submit
  const { output } = outcome
  const receipt = await signReceipt(signer, {
    network: self.network,
    taskId: record.taskId,
    worker: self.nodeId,
    moduleHash: spec.moduleHash,
    function: spec.function,
    inputHash: spec.inputHash,
    limits: spec.limits,
    meteringHash: self.meteringHash,
    seed: spec.seed,
    clockMs: spec.clockMs,
    outputRoot: outputRoot(output),
    outputBytes: output.length,
    fuelUsed: outcome.fuelUsed,
    code: outcome.code,
    trap: outcome.trap,
    exitCode: outcome.exitCode,
    memoryHash: outcome.memoryHash,
    startedAtMs: outcome.startedAtMs,
    finishedAtMs: outcome.finishedAtMs,
    nonce: execution.nonce
  })
  return {
    taskId: record.taskId,
    leaseId: execution.leaseId,
    receipt,
    outcome: {
      outputHash: contentHash(output),
      outputBytes: output.length,
      outputInline: output.length <= MAX_INLINE_OUTPUT_BYTES ? output : undefined,
      stderr: outcome.stderr,
      // A UTF-16 unit takes up to three bytes on the wire.
      detail: outcome.detail.slice(0, Math.floor(MAX_TEXT_BYTES / 3))
    }
  }
}
