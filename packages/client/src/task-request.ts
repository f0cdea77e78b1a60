import type { Random } from '@ailee/core'
import {
  type AuctionTerms,
  CLIENT_TASK_ID_BYTES,
  contentHash,
  defaultVerificationTerms,
  encodeTaskInput,
  type Limits,
  MAX_INPUT_BYTES,
  MAX_MODULE_BYTES,
  type Priority,
  type Requirements,
  SEED_BYTES,
  type SubmitTask,
  type TaskInput,
  type VerificationTerms
} from '@ailee/protocol'
import { ClientError } from './errors.js'

/** What is to be run and under which conditions. */
export interface TaskRequest {
  module: Uint8Array
  /** Exported function to call; empty = run as a WASI command. */
  function: string
  input: TaskInput
  limits: Limits
  /** Whether the receipt shall name the final content of the module's memory; default: false. */
  hashMemory?: boolean
  /** The most the task may cost, in units. */
  reward: bigint
  requirements: Requirements
  /** Executions by different workers; more than 1 only where they are compared. */
  replicas: number
  /** How the result is made sure of; default: AUTO, one wrong in a thousand, final at once. */
  verification?: VerificationTerms
  /** How winners are chosen, and whether bids are sealed; default: weighted, open. */
  auction?: AuctionTerms
  deadlineMs: number
  priority: Priority
  /** For coordinators that admit by token. */
  admissionToken?: string | undefined
}

/** A request as it is submitted, with the blobs that the coordinator will fetch. */
export interface PreparedTask {
  submit: SubmitTask
  module: Uint8Array
  input: Uint8Array
}

/** Gives a request its id, seed and hashes. Throws MODULE_TOO_LARGE or INPUT_TOO_LARGE. */
export function prepareTask(request: TaskRequest, random: Random, nowMs: number): PreparedTask {
  const { module, limits, reward, requirements, replicas, deadlineMs, priority, admissionToken } = request
  if (module.length > MAX_MODULE_BYTES) {
    throw new ClientError(
      'MODULE_TOO_LARGE',
      `the module has ${module.length} bytes, at most ${MAX_MODULE_BYTES} are taken`
    )
  }
  const input = encodeTaskInput(request.input)
  if (input.length > MAX_INPUT_BYTES) {
    throw new ClientError(
      'INPUT_TOO_LARGE',
      `the input has ${input.length} bytes, at most ${MAX_INPUT_BYTES} are taken`
    )
  }
  const spec = {
    moduleHash: contentHash(module),
    moduleBytes: module.length,
    inputHash: contentHash(input),
    inputBytes: input.length,
    function: request.function,
    limits,
    seed: random.bytes(SEED_BYTES),
    clockMs: nowMs,
    hashMemory: request.hashMemory ?? false
  }
  const clientTaskId = random.bytes(CLIENT_TASK_ID_BYTES)
  return {
    submit: {
      clientTaskId,
      spec,
      reward,
      requirements,
      replicas,
      deadlineMs,
      priority,
      verification: request.verification ?? defaultVerificationTerms,
      ...(request.auction === undefined ? {} : { auction: request.auction }),
      ...(admissionToken === undefined ? {} : { admissionToken })
    },
    module,
    input
  }
}
