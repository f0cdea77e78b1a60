import { errorMessage, type NodeId } from '@ailee/core'
import {
  type AssignTask,
  type BlobFetcher,
  type ContentBlobs,
  decodeTaskInput,
  MAX_MODULE_BYTES,
  type Result
} from '@ailee/protocol'
import type { ExecutionOutcome, Sandbox } from '@ailee/sandbox'
import { BLOB_TIMEOUT_MS } from '../constants.js'

/** One assignment on its way from lease to acknowledged result. */
export interface Execution {
  readonly assignment: AssignTask
  readonly coordinator: NodeId
  readonly abort: AbortController
  /** Set once the run is over; the execution then only waits for its acknowledgement. */
  result: Result | undefined
}

export interface RunComponents {
  sandbox: Sandbox
  blobs: ContentBlobs
  blobFetcher: BlobFetcher
}

/** Fetches module and input, each from here or from the coordinator, and runs them. Rejects if the signal aborts or a blob cannot be had. */
export async function runAssignment(
  { sandbox, blobs, blobFetcher }: RunComponents,
  { assignment, coordinator, abort }: Execution
): Promise<ExecutionOutcome> {
  const { spec } = assignment
  const fetch = async (hash: string, maxBytes: number): Promise<Uint8Array> => {
    const here = await blobs.get(hash)
    if (here !== undefined) return here
    const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(BLOB_TIMEOUT_MS)])
    return blobFetcher.fetch(coordinator, hash, { maxBytes, signal })
  }
  const cached = await blobs.get(spec.moduleHash)
  const module = cached ?? (await fetch(spec.moduleHash, MAX_MODULE_BYTES))
  if (cached === undefined) await blobs.put(module)
  const input = decodeTaskInput(await fetch(spec.inputHash, spec.inputBytes))
  const request = {
    module,
    moduleHash: spec.moduleHash,
    function: spec.function,
    input,
    limits: spec.limits,
    seed: spec.seed,
    clockMs: spec.clockMs
  }
  return sandbox.run(request, { signal: abort.signal })
}

/** What a worker reports where it could not run the module through no fault of the module. */
export function infrastructureFailure(error: unknown, nowMs: number): ExecutionOutcome {
  return {
    code: 'KILLED',
    trap: '',
    detail: errorMessage(error),
    exitCode: 0,
    output: new Uint8Array(),
    stderr: new Uint8Array(),
    fuelUsed: 0n,
    memoryPeakBytes: 0,
    startedAtMs: nowMs,
    finishedAtMs: nowMs,
    wallTimeMs: 0
  }
}
