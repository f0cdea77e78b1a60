import type { NodeId } from '@ailee/core'
import {
  type AssignTask,
  type BatchSigner,
  contentHash,
  type ExecutionOutcome,
  MAX_INLINE_OUTPUT_BYTES,
  MAX_TEXT_BYTES,
  outputRoot,
  type Result,
  signReceipt
} from '@ailee/protocol'

/** Turns what the sandbox found into a RESULT with a signed receipt. */
export async function proveExecution(
  signer: BatchSigner,
  worker: { nodeId: NodeId; network: string; meteringHash: Uint8Array },
  assignment: AssignTask,
  ran: ExecutionOutcome
): Promise<Result> {
  const { spec, taskId, leaseId, nonce } = assignment
  const receipt = await signReceipt(signer, {
    network: worker.network,
    taskId,
    worker: worker.nodeId,
    moduleHash: spec.moduleHash,
    function: spec.function,
    inputHash: spec.inputHash,
    limits: spec.limits,
    meteringHash: worker.meteringHash,
    seed: spec.seed,
    clockMs: spec.clockMs,
    outputRoot: outputRoot(ran.output),
    outputBytes: ran.output.length,
    fuelUsed: ran.fuelUsed,
    code: ran.code,
    trap: ran.trap,
    exitCode: ran.exitCode,
    memoryHash: ran.memoryHash,
    startedAtMs: ran.startedAtMs,
    finishedAtMs: ran.finishedAtMs,
    nonce
  })
  const outcome = {
    outputHash: contentHash(ran.output),
    outputBytes: ran.output.length,
    outputInline: ran.output.length <= MAX_INLINE_OUTPUT_BYTES ? ran.output : undefined,
    stderr: ran.stderr,
    detail: truncate(ran.detail)
  }
  return { taskId, leaseId, receipt, outcome }
}

/** A UTF-16 unit takes up to three bytes on the wire. */
function truncate(text: string): string {
  return text.slice(0, Math.floor(MAX_TEXT_BYTES / 3))
}
