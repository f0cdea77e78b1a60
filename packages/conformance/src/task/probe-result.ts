import type { NodeId } from '@ailee/core'
import {
  type AssignTask,
  type BatchSigner,
  contentHash,
  outputRoot,
  type ReceiptBody,
  type Result,
  signReceipt
} from '@ailee/protocol'

/** What a result says where it should differ from a success without output. */
export interface ResultTwist {
  output?: Uint8Array
  receipt?: Partial<ReceiptBody>
  /** Signs the receipt in place of the worker. */
  signer?: BatchSigner
}

/** A RESULT of an assignment, signed as a worker signs it. Nothing was run: what came out is made up. */
export async function resultOf(
  assign: Pick<AssignTask, 'taskId' | 'leaseId' | 'spec' | 'nonce'>,
  init: { network: string; worker: NodeId; signer: BatchSigner },
  twist: ResultTwist = {}
): Promise<Result> {
  const { taskId, leaseId, spec, nonce } = assign
  const code = twist.receipt?.code ?? 'SUCCESS'
  const output = code === 'SUCCESS' ? (twist.output ?? new Uint8Array()) : new Uint8Array()
  const now = Date.now()
  const body: ReceiptBody = {
    network: init.network,
    taskId,
    worker: init.worker,
    moduleHash: spec.moduleHash,
    function: spec.function,
    inputHash: spec.inputHash,
    limits: spec.limits,
    meteringHash: new Uint8Array(32),
    seed: spec.seed,
    clockMs: spec.clockMs,
    outputRoot: outputRoot(output),
    outputBytes: output.length,
    fuelUsed: 0n,
    code,
    trap: '',
    exitCode: 0,
    memoryHash: undefined,
    startedAtMs: now,
    finishedAtMs: now,
    nonce,
    ...twist.receipt
  }
  const receipt = await signReceipt(twist.signer ?? init.signer, body)
  const outcome = {
    outputHash: contentHash(output),
    outputBytes: output.length,
    outputInline: output,
    stderr: new Uint8Array(),
    detail: ''
  }
  return { taskId, leaseId, receipt, outcome }
}
