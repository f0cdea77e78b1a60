import { setTimeout as delay } from 'node:timers/promises'
import { errorCode, errorMessage, type NodeId } from '@ailee/core'
import {
  type AssignTask,
  type BlobFetcher,
  type ContentBlobs,
  decodeTaskInput,
  type ExecutionOutcome,
  type Executor,
  MAX_MODULE_BYTES,
  type Result
} from '@ailee/protocol'
import { noTimes } from '@ailee/sandbox'
import { BLOB_RETRY_MS, BLOB_TIMEOUT_MS } from '../constants.js'

/** One assignment on its way from lease to acknowledged result. */
export interface Execution {
  readonly assignment: AssignTask
  readonly coordinator: NodeId
  readonly abort: AbortController
  /** Fires when the coordinator asks for the result that was committed to. */
  readonly reveal: AbortController
  /** Set once the run is over; the execution then only waits for its acknowledgement. */
  result: Result | undefined
}

export interface RunComponents {
  sandbox: Executor
  blobs: ContentBlobs
  blobFetcher: BlobFetcher
}

/** Fetches module and input, each from here or from the coordinator, and runs them. Rejects if the signal aborts or a blob cannot be had. */
export async function runAssignment(
  { sandbox, blobs, blobFetcher }: RunComponents,
  { assignment, coordinator, abort }: Execution
): Promise<ExecutionOutcome> {
  const { spec } = assignment
  const fetch = (hash: string, maxBytes: number): Promise<Uint8Array> =>
    fetchPatiently(blobFetcher, coordinator, hash, maxBytes, abort.signal)
  const cached = await blobs.get(spec.moduleHash)
  const module = cached ?? (await fetch(spec.moduleHash, MAX_MODULE_BYTES))
  if (cached === undefined) await blobs.put(module)
  const input = decodeTaskInput(
    (await blobs.get(spec.inputHash)) ?? (await fetch(spec.inputHash, spec.inputBytes))
  )
  const request = {
    module,
    moduleHash: spec.moduleHash,
    function: spec.function,
    input,
    limits: spec.limits,
    seed: spec.seed,
    clockMs: spec.clockMs,
    hashMemory: spec.hashMemory
  }
  return sandbox.run(request, { signal: abort.signal })
}

/** Answers that asking again will not change. */
const finalCodes: ReadonlySet<string> = new Set(['BLOB_NOT_FOUND', 'BLOB_TOO_LARGE', 'BLOB_HASH_MISMATCH'])

/** Asks again while the coordinator cannot be reached, as when it restarts: the lease lives on until it says otherwise. */
async function fetchPatiently(
  blobFetcher: BlobFetcher,
  coordinator: NodeId,
  hash: string,
  maxBytes: number,
  aborted: AbortSignal
): Promise<Uint8Array> {
  const signal = AbortSignal.any([aborted, AbortSignal.timeout(BLOB_TIMEOUT_MS)])
  for (;;) {
    try {
      return await blobFetcher.fetch(coordinator, hash, { maxBytes, signal })
    } catch (error) {
      if (signal.aborted || finalCodes.has(errorCode(error))) throw error
      await delay(BLOB_RETRY_MS, undefined, { signal })
    }
  }
}

/**
 * True where this machine could not run what it was given: its sandbox or its store failed. Blobs that nobody serves and
 * inputs that cannot be read are others' doing; if they counted, anybody could bring a worker into safe mode.
 */
export function isOwnFault(error: unknown): boolean {
  return /^(SANDBOX|STORE)_/.test(errorCode(error))
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
    staticDepth: 0,
    depthUsed: undefined,
    memoryPeakBytes: 0,
    memoryHash: undefined,
    startedAtMs: nowMs,
    finishedAtMs: nowMs,
    wallTimeMs: 0,
    times: noTimes
  }
}
