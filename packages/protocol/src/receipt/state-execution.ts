import type { NodeId, TaskId } from '@ailee/core'
import type { Outcome } from '../codec/outcome.js'
import type { ExecutionOutcome } from '../executor.js'
import { contentHash } from '../hash.js'
import { MAX_INLINE_OUTPUT_BYTES, MAX_TEXT_BYTES } from '../limits.js'
import { outputRoot } from '../merkle/output-root.js'
import type { BatchSigner } from '../signature/batch-signer.js'
import type { TaskSpec } from '../task-spec.js'
import type { Receipt } from './receipt.js'
import { signReceipt } from './sign.js'

/** Whoever executes a task: a worker, a coordinator as its own referee, or a client as its own. */
export interface Executant {
  network: string
  nodeId: NodeId
  /** 32 bytes. */
  meteringHash: Uint8Array
}

/** Signs what an execution came to, as its receipt. `nonce`: 16 bytes, of the assignment. */
export function stateExecution(
  signer: BatchSigner,
  { network, nodeId, meteringHash }: Executant,
  { taskId, spec, nonce }: { taskId: TaskId; spec: TaskSpec; nonce: Uint8Array },
  ran: ExecutionOutcome
): Promise<Receipt> {
  return signReceipt(signer, {
    network,
    taskId,
    worker: nodeId,
    moduleHash: spec.moduleHash,
    function: spec.function,
    inputHash: spec.inputHash,
    limits: spec.limits,
    meteringHash,
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
}

/** What goes with the receipt, and is not proven by it but for the output. */
export function outcomeOf({ output, stderr, detail }: ExecutionOutcome): Outcome {
  return {
    outputHash: contentHash(output),
    outputBytes: output.length,
    outputInline: output.length <= MAX_INLINE_OUTPUT_BYTES ? output : undefined,
    stderr,
    // A UTF-16 unit takes up to three bytes on the wire.
    detail: detail.slice(0, Math.floor(MAX_TEXT_BYTES / 3))
  }
}
