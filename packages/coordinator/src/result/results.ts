import { type Clock, errorCode, errorMessage, type Logger } from '@ailee/core'
import {
  type BlobFetcher,
  type ContentBlobs,
  decodeResult,
  encodeResultAck,
  type IncomingMessage,
  isInfrastructureFailure,
  type OutgoingMessage,
  type Receipt,
  type Result,
  type Verifier
} from '@ailee/protocol'
import type { ExecutionRecord, TaskRecord } from '@ailee/store'
import { BLOB_TIMEOUT_MS } from '../constants.js'
import type { Leases } from '../leases.js'
import type { OpenTask, TaskBook } from '../task/task-book.js'
import { executionOf, isExecuting, returned, returnedExecutions } from '../task/transitions.js'
import type { VerificationDesk } from '../verification/verification-desk.js'
import { agreementKey, outputFault, receiptFault } from './check-result.js'
import { commitmentFault } from './commitments.js'
import type { Losses } from './losses.js'
import { quorumOf } from './replicas.js'
import type { Verdicts } from './verdicts.js'

export interface ResultsComponents {
  network: string
  book: TaskBook
  leases: Leases
  losses: Losses
  verdicts: Verdicts
  /** Makes sure of results that come alone; without it they are accepted as they are. */
  desk: VerificationDesk | undefined
  blobs: ContentBlobs
  blobFetcher: BlobFetcher
  verifier: Verifier
  /** Told of every receipt that fits its assignment and is signed by its worker, late ones included. */
  onReceipt?: ((receipt: Receipt) => void) | undefined
  clock: Clock
  log: Logger
}

/** What a blob that came may have wrong. */
const servedFaults: ReadonlySet<string> = new Set(['BLOB_TOO_LARGE', 'BLOB_HASH_MISMATCH'])

/**
 * Takes results in and ends tasks.
 *
 * 1. a result of a lease that is not out is acknowledged and dropped: late and doubled results change nothing;
 * 2. the receipt must fit the assignment and be signed by the worker, and open what that committed to; 3. the output
 * must be what the receipt says; 4. the result is stored, then acknowledged; 5. once enough executions agree, the coordinator countersigns their
 * receipts with its verdict and the task ends.
 */
export class Results {
  readonly #components: ResultsComponents

  constructor(components: ResultsComponents) {
    this.#components = components
  }

  async take({ from, payload }: IncomingMessage): Promise<OutgoingMessage> {
    const { book, leases, losses } = this.#components
    const result = decodeResult(payload)
    const { leaseId, taskId } = result
    const ack = { type: 'RESULT_ACK' as const, payload: encodeResultAck({ leaseId }) }
    const lease = leases.get(leaseId)
    const task = book.get(taskId)
    const execution = task === undefined ? undefined : executionOf(task.record, leaseId)
    if (lease?.worker !== from || lease.taskId !== taskId || task === undefined || execution === undefined) {
      // Too late to count, not to convict.
      if (task !== undefined && execution?.worker === from) this.#witness(task, execution, result)
      return ack
    }
    const fault = receiptFault(this.#components.verifier, this.#components.network, task, execution, result)
    if (fault !== undefined) {
      await losses.lost(leaseId, 'RECEIPT_INVALID', fault)
      return ack
    }
    this.#components.onReceipt?.(result.receipt)
    const { code } = result.receipt
    const unbound = commitmentFault(task, execution, result)
    // A run that failed for its machine's sake has nothing to commit to.
    if (unbound !== undefined && (execution.commitment !== undefined || !isInfrastructureFailure(code))) {
      await losses.lost(leaseId, unbound.code, unbound.message)
      return ack
    }
    if (isInfrastructureFailure(code)) {
      await losses.lost(leaseId, code, result.outcome.detail || `the execution ended with ${code}`, result)
      return ack
    }
    const problem = await this.#keepOutput(from, result)
    if (problem !== undefined) {
      await losses.lost(leaseId, problem.code, problem.message)
      return ack
    }
    const record = await this.#store(task, execution, result)
    if (record !== undefined) await this.decide(record)
    return ack
  }

  #witness(task: OpenTask, execution: ExecutionRecord, result: Result): void {
    const { verifier, network, onReceipt } = this.#components
    if (receiptFault(verifier, network, task, execution, result) === undefined) onReceipt?.(result.receipt)
  }

  /** Checks the output, and makes it a blob of this coordinator where it is too large for the record. Gives what is wrong with it, if anything. */
  async #keepOutput(from: string, result: Result): Promise<{ code: string; message: string } | undefined> {
    const { blobs, blobFetcher, leases } = this.#components
    const { outcome, leaseId } = result
    let output = outcome.outputInline
    if (output === undefined) {
      const options = { maxBytes: outcome.outputBytes, signal: AbortSignal.timeout(BLOB_TIMEOUT_MS) }
      // The lease is kept alive meanwhile: the run is over, its heartbeats may be too.
      leases.renew(leaseId, from, BLOB_TIMEOUT_MS)
      try {
        output = await blobFetcher.fetch(from, outcome.outputHash, options)
      } catch (error) {
        // Only what the worker served can be wrong; that nothing came may be the network's doing.
        const code = servedFaults.has(errorCode(error)) ? 'OUTPUT_INVALID' : 'OUTPUT_UNAVAILABLE'
        return { code, message: `the output could not be fetched: ${errorMessage(error)}` }
      }
    }
    const fault = outputFault(output, result)
    if (fault !== undefined) return { code: 'OUTPUT_INVALID', message: fault }
    // Where this coordinator's own disk fails, the result is not acknowledged, and comes again.
    if (outcome.outputInline === undefined) await blobs.put(output)
    return undefined
  }

  async #store(task: OpenTask, execution: ExecutionRecord, result: Result): Promise<TaskRecord | undefined> {
    const { book, leases, clock } = this.#components
    const { leaseId } = execution
    const record = await book.change(task.record.taskId, (current) => {
      const held = executionOf(current, leaseId)
      return held !== undefined && (isExecuting(held) || held.state === 'COMMITTED')
        ? returned(current, leaseId, result, clock.now())
        : undefined
    })
    leases.end(leaseId)
    return record
  }

  /** Ends the task if its results suffice. Doing so twice changes nothing. */
  async decide(record: TaskRecord): Promise<void> {
    const { book, verdicts, desk } = this.#components
    const task = book.get(record.taskId)
    if (task === undefined) return
    const { replicas, verification } = task.submit
    const isVerified = desk !== undefined && verification.mode !== 'UNVERIFIED'
    if (isVerified && replicas === 1) return desk.returned(task)
    const results = returnedExecutions(task.record).flatMap(({ result }) =>
      result === undefined ? [] : [result]
    )
    const decision = quorumOf(task)
    if (decision.kind === 'failed') {
      const message = `${results.length} executions gave no majority of ${replicas}`
      return verdicts.fail(task, 'NO_QUORUM', message)
    }
    if (decision.kind === 'open') return
    const agreeing = results.filter((result) => agreementKey(result) === decision.key)
    const grounds = { method: replicas > 1 ? ('QUORUM' as const) : ('SIGNATURE_ONLY' as const) }
    if (!(await verdicts.accept(task, agreeing, grounds))) return
    // What nobody made sure of earns no trust: a client and its own workers could give each other any.
    if (desk !== undefined && !isVerified) return
    await verdicts.judge(
      agreeing,
      results.filter((result) => !agreeing.includes(result))
    )
  }
}
