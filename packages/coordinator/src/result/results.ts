import { type Clock, errorMessage, type Logger } from '@ailee/core'
import { decideQuorum } from '@ailee/market'
import {
  type BatchSigner,
  type BlobFetcher,
  type ContentBlobs,
  decodeResult,
  encodeResultAck,
  type IncomingMessage,
  isInfrastructureFailure,
  NO_ERROR_ESTIMATE_PPM,
  type OutgoingMessage,
  type Receipt,
  type Result,
  signVerdict,
  type VerdictBody,
  type Verifier
} from '@ailee/protocol'
import type { ExecutionRecord, TaskRecord } from '@ailee/store'
import { BLOB_TIMEOUT_MS } from '../constants.js'
import type { CoordinatorEvents } from '../events.js'
import type { Leases } from '../leases.js'
import type { ReputationBook } from '../reputation-book.js'
import type { OpenTask, TaskBook } from '../task/task-book.js'
import { activeExecutions, ended, executionOf, returned, returnedExecutions } from '../task/transitions.js'
import { agreementKey, outputFault, receiptFault } from './check-result.js'
import type { Losses } from './losses.js'

export interface ResultsComponents {
  network: string
  nodeId: string
  book: TaskBook
  leases: Leases
  losses: Losses
  reputations: ReputationBook
  blobs: ContentBlobs
  blobFetcher: BlobFetcher
  signer: BatchSigner
  verifier: Verifier
  clock: Clock
  events: CoordinatorEvents
  log: Logger
}

/**
 * Takes results in and ends tasks.
 *
 * 1. a result of a lease that is not out is acknowledged and dropped: late and doubled results change nothing;
 * 2. the receipt must fit the assignment and be signed by the worker; 3. the output must be what the receipt says;
 * 4. the result is stored, then acknowledged; 5. once enough executions agree, the coordinator countersigns their
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
    if (lease?.worker !== from || lease.taskId !== taskId || task === undefined || execution === undefined)
      return ack
    const fault = receiptFault(this.#components.verifier, this.#components.network, task, execution, result)
    if (fault !== undefined) {
      await losses.lost(leaseId, 'RECEIPT_INVALID', fault)
      return ack
    }
    const { code } = result.receipt
    if (isInfrastructureFailure(code)) {
      await losses.lost(leaseId, code, result.outcome.detail || `the execution ended with ${code}`, result)
      return ack
    }
    const outputProblem = await this.#keepOutput(from, result)
    if (outputProblem !== undefined) {
      await losses.lost(leaseId, 'OUTPUT_INVALID', outputProblem)
      return ack
    }
    const record = await this.#store(task, execution, result)
    if (record !== undefined) await this.decide(record)
    return ack
  }

  /** Checks the output, and makes it a blob of this coordinator where it is too large for the record. Gives what is wrong with it, if anything. */
  async #keepOutput(from: string, result: Result): Promise<string | undefined> {
    const { blobs, blobFetcher, leases } = this.#components
    const { outcome, leaseId } = result
    try {
      const signal = AbortSignal.timeout(BLOB_TIMEOUT_MS)
      const options = { maxBytes: outcome.outputBytes, signal }
      // The lease is kept alive meanwhile: the run is over, its heartbeats may be too.
      leases.renew(leaseId, from, BLOB_TIMEOUT_MS)
      const output = outcome.outputInline ?? (await blobFetcher.fetch(from, outcome.outputHash, options))
      const fault = outputFault(output, result)
      if (fault === undefined && outcome.outputInline === undefined) await blobs.put(output)
      return fault
    } catch (error) {
      return `the output could not be fetched: ${errorMessage(error)}`
    }
  }

  async #store(task: OpenTask, execution: ExecutionRecord, result: Result): Promise<TaskRecord | undefined> {
    const { book, leases, clock } = this.#components
    const { leaseId } = execution
    const record = await book.change(task.record.taskId, (current) => {
      const state = executionOf(current, leaseId)?.state
      return state === 'LEASED' || state === 'RUNNING'
        ? returned(current, leaseId, result, clock.now())
        : undefined
    })
    leases.end(leaseId)
    return record
  }

  /** Ends the task if its results suffice. Doing so twice changes nothing. */
  async decide(record: TaskRecord): Promise<void> {
    const { book } = this.#components
    const task = book.get(record.taskId)
    if (task === undefined) return
    const { replicas } = task.submit
    const results = returnedExecutions(record).flatMap(({ result }) => (result === undefined ? [] : [result]))
    const decision = decideQuorum(results.map(agreementKey), replicas, activeExecutions(record).length)
    if (decision.kind === 'accepted') await this.#accept(task, results, decision.key, decision.votes)
    else if (decision.kind === 'failed') await this.#noQuorum(task, results.length)
  }

  async #accept(task: OpenTask, results: readonly Result[], key: string, votes: number): Promise<void> {
    const { book, clock, reputations, events } = this.#components
    const agreeing = results.filter((result) => agreementKey(result) === key)
    const accepted = agreeing[0]
    if (accepted === undefined) return
    const verdict = this.#verdict(task.submit.replicas, votes)
    const receipts = await Promise.all(agreeing.map(({ receipt }) => this.#countersign(receipt, verdict)))
    const { code, trap } = accepted.receipt
    const { outcome } = accepted
    const succeeded = code === 'SUCCESS'
    const message = succeeded ? '' : outcome.detail || trap
    const end = {
      state: succeeded ? ('COMPLETED' as const) : ('FAILED' as const),
      code,
      message,
      outcome,
      receipts
    }
    const done = await book.change(task.record.taskId, (current) =>
      ended(current, succeeded ? { ...end, code: '' } : end, clock.now())
    )
    if (done === undefined) return
    for (const result of results) {
      await reputations.record(result.receipt.worker, agreeing.includes(result) ? 'succeeded' : 'disputed')
    }
    for (const _ of receipts) events.receiptVerified(verdict.method)
  }

  async #noQuorum(task: OpenTask, results: number): Promise<void> {
    const { book, clock } = this.#components
    const message = `${results} executions gave no majority of ${task.submit.replicas}`
    await book.change(task.record.taskId, (current) =>
      ended(current, { state: 'FAILED', code: 'NO_QUORUM', message }, clock.now())
    )
  }

  #verdict(replicas: number, votes: number): VerdictBody {
    return {
      coordinator: this.#components.nodeId,
      method: replicas > 1 ? 'QUORUM' : 'SIGNATURE_ONLY',
      replicas,
      votes,
      estimatedErrorPpm: NO_ERROR_ESTIMATE_PPM,
      decidedAtMs: this.#components.clock.now(),
      lotId: undefined,
      bidSetRoot: undefined
    }
  }

  #countersign(receipt: Receipt, verdict: VerdictBody): Promise<Receipt> {
    return signVerdict(this.#components.signer, receipt, verdict)
  }
}
