import type { ContentHash } from '@ailee/core'
import type { ResultCode } from './result-code.js'
import type { Limits, TaskInput } from './task-spec.js'

/** One task to run. */
export interface ExecutionRequest {
  module: Uint8Array
  /** sha-256 of `module`. A child that has it already is not sent the bytes again. */
  moduleHash: ContentHash
  /** Exported function to call; '' = run as a WASI command (`_start`). */
  function: string
  input: TaskInput
  limits: Limits
  /** 32 bytes: what the module's random numbers follow from. */
  seed: Uint8Array
  /** What the module's clock shows at its start, Unix milliseconds. */
  clockMs: number
  /** Whether the outcome shall name the memory's final content, which costs fuel by its size; default: false. */
  hashMemory?: boolean
  /** Whether the outcome shall tell how deep recursion went, which slows recursion down; default: false. */
  measureDepth?: boolean
}

/** How one task ended. All but times, and the codes TIMEOUT and KILLED, follows from the request alone. */
export interface ExecutionOutcome {
  code: ResultCode
  /** Kind of trap where `code` is TRAP: kinds as in the specification; else ''. */
  trap: string
  /** For people; its words may change. */
  detail: string
  /** What the program passed to `proc_exit`; 0 otherwise. A program that says "failed" here still ran: SUCCESS. */
  exitCode: number
  /** stdout of a WASI command; stdout and then the results of a function, one per line. Empty unless SUCCESS. */
  output: Uint8Array
  /** At most MAX_STDERR_BYTES; what goes beyond is dropped. */
  stderr: Uint8Array
  fuelUsed: bigint
  /** Depth units of the longest chain of calls that the module's code holds without recursion. */
  staticDepth: number
  /** Those, and the most that recursion has used; undefined where that is not known. */
  depthUsed: number | undefined
  memoryPeakBytes: number
  /** sha3-256 of the memory as the run left it, where it was asked for and `code` is SUCCESS. */
  memoryHash: Uint8Array | undefined
  startedAtMs: number
  finishedAtMs: number
  /** From hand-over to a process until the outcome. */
  wallTimeMs: number
  /** What of it the process spent on what, in its own words. */
  times: ExecutionTimes
}

/** Where an execution's time went, as its process measured it, in milliseconds. Never part of a result. */
export interface ExecutionTimes {
  /** Checking and rewriting the module; 0 where that had been done before. */
  instrumentMs: number
  /** Validating it and making it ready; functions are compiled when they are first called, as part of the run. */
  compileMs: number
  runMs: number
}

/**
 * Runs modules for a worker: the port between a role and the sandbox. Whatever a module causes is an outcome; what is
 * thrown is no doing of the module. `@ailee/conformance/contracts` holds an implementation against all this.
 */
export interface Executor {
  /** 32 bytes: hash of the metering rules. */
  readonly meteringHash: Uint8Array

  /**
   * Runs one task; those beyond what can run at a time wait in a bounded queue. An abort ends the run at once.
   *
   * Throws SANDBOX_STOPPED (not running, or stopped meanwhile), SANDBOX_QUEUE_FULL, SANDBOX_REQUEST_INVALID (values
   * that no decoded task has), or the signal's reason.
   */
  run(request: ExecutionRequest, options?: { signal?: AbortSignal }): Promise<ExecutionOutcome>
}
