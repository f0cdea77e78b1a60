import type { Clock, Logger, NodeId } from '@ailee/core'
import type { LotCommitment, ResultRef, VerificationDecision } from '@ailee/market'
import {
  type BatchSigner,
  type ContentBlobs,
  type ExecutionOutcome,
  hexToBytes,
  type VerificationMethod
} from '@ailee/protocol'
import type { ExecutionRecord, TaskRecord } from '@ailee/store'
import { MAX_REJECTED_EXECUTIONS } from '../constants.js'
import { ownResult } from '../result/own-result.js'
import type { Grounds, Verdicts } from '../result/verdicts.js'
import type { Convictions } from '../stakes/convictions.js'
import type { OpenTask, TaskBook } from '../task/task-book.js'
import { ended, rejected, rejectedExecutions, returnedExecutions } from '../task/transitions.js'
import type { AuditQueue } from './audits.js'
import type { OwedDecision } from './owed.js'
import type { RefereeFinding } from './referee.js'
import type { SandboxFinding, SandboxReferee } from './sandbox-referee.js'

export interface DecisionsComponents {
  network: string
  nodeId: NodeId
  book: TaskBook
  referee: Pick<SandboxReferee, 'meteringHash'>
  audits: AuditQueue<RefereeFinding>
  verdicts: Verdicts
  convictions: Convictions
  blobs: ContentBlobs
  signer: BatchSigner
  clock: Clock
  log: Logger
}

const WRONG = { code: 'RESULT_WRONG', message: 'the coordinator executed it and got another result' }
/** Why a result does not count that nobody here can compare with another. */
export const INCOMPARABLE = {
  code: 'METERING_MISMATCH',
  message: 'it was metered by other rules than this coordinator’s'
}

/** Carries out what policies decide. Each may come twice, and then changes nothing. */
export class Decisions {
  readonly #components: DecisionsComponents

  constructor(components: DecisionsComponents) {
    this.#components = components
  }

  /** What was done wrong is on disk before it is made good: a crash in between lets nobody off. */
  async blame(decisions: readonly VerificationDecision[]): Promise<void> {
    const { convictions } = this.#components
    for (const decision of decisions) {
      if (decision.kind === 'caught') await convictions.caught(decision)
      else if (decision.kind === 'ban') await convictions.ban(decision.worker)
    }
  }

  async settle({ policy, decision, finding }: OwedDecision): Promise<void> {
    if (decision.kind === 'final') {
      // Where a client that is its own referee did not tell, or was contradicted, the coordinator has executed it.
      const isClients = policy.isOfClient === true && !(finding !== undefined && 'outcome' in finding)
      if (isClients) {
        const estimatedErrorPpm = decision.checked ? 0 : policy.targetErrorPpm
        return this.#final(decision, { method: 'CLIENT_REFEREE', estimatedErrorPpm })
      }
      const method = decision.checked ? 'REFEREE' : 'SAMPLED'
      return this.#final(decision, groundsOf(method, policy.targetErrorPpm, decision.lot))
    }
    if (decision.kind === 'requeue') {
      // The policy knows of the ban already; whether it could be written then, it does not.
      if (decision.reason === 'worker-banned') await this.#components.convictions.ban(decision.worker)
      return this.reject(decision, finding && 'failed' in finding ? finding.failed : decision.reason)
    }
    if (finding !== undefined && 'outcome' in finding) {
      return this.#replace(decision, finding.outcome, groundsOf('REFEREE', 0, decision.lot))
    }
    // What the referee found went with an earlier process: it looks again.
    const { audits } = this.#components
    if (!audits.has(decision.taskId)) audits.add(decision.taskId, decision.attempt)
  }

  /** Does not count: the task is executed again, or given up. */
  async reject(ref: ResultRef, reason: string): Promise<void> {
    const { book, clock } = this.#components
    const task = book.get(ref.taskId)
    const execution = task && executionOf(task, ref)
    if (execution === undefined) return
    const why = { code: 'RESULT_REJECTED', message: `its result could not be made sure of: ${reason}` }
    await book.change(ref.taskId, (current) => {
      const nowMs = clock.now()
      const next = rejected(current, execution.leaseId, why, nowMs)
      if (rejectedExecutions(next).length < MAX_REJECTED_EXECUTIONS) return next
      return ended(next, { state: 'FAILED', code: 'UNVERIFIABLE', message: why.message }, nowMs)
    })
  }

  /** What the referee found stands in place of a result that was metered by other rules, which is no fault. */
  async incomparable(ref: ResultRef, finding: SandboxFinding): Promise<void> {
    if ('failed' in finding) return this.reject(ref, `${INCOMPARABLE.message}; ${finding.failed}`)
    await this.#replace(ref, finding.outcome, groundsOf('REFEREE', 0, undefined), INCOMPARABLE)
  }

  async #final(ref: ResultRef, grounds: Grounds): Promise<void> {
    const { book, verdicts } = this.#components
    const task = book.get(ref.taskId)
    const result = task && executionOf(task, ref)?.result
    if (task === undefined || result === undefined) return
    if (!(await verdicts.accept(task, [result], grounds))) return
    // A client's word earns no trust with others: it and its own workers could give each other any.
    if (grounds.method !== 'CLIENT_REFEREE') await verdicts.judge([result], [])
  }

  /** The coordinator's own result stands: what the client gets is as good as if the worker had been right. */
  async #replace(ref: ResultRef, outcome: ExecutionOutcome, grounds: Grounds, why = WRONG): Promise<void> {
    const { book, verdicts, referee, signer, blobs, network, nodeId, clock } = this.#components
    const task = book.get(ref.taskId)
    const execution = task && executionOf(task, ref)
    if (task === undefined || execution === undefined) return
    const self = { network, nodeId, meteringHash: referee.meteringHash }
    const result = await ownResult(signer, self, task, execution, outcome)
    if (result.outcome.outputInline === undefined) await blobs.put(outcome.output)
    const first = (current: TaskRecord): TaskRecord => rejected(current, execution.leaseId, why, clock.now())
    await verdicts.accept(task, [result], grounds, first)
  }
}

/** The returned execution that a decision is about. */
export function executionOf(
  { record }: OpenTask,
  { attempt, worker }: ResultRef
): ExecutionRecord | undefined {
  return returnedExecutions(record).find(
    (execution) => execution.attempt === attempt && execution.worker === worker
  )
}

function groundsOf(
  method: VerificationMethod,
  estimatedErrorPpm: number,
  lot: LotCommitment | undefined
): Grounds {
  const error = method === 'REFEREE' ? 0 : estimatedErrorPpm
  return { method, estimatedErrorPpm: error, ...(lot !== undefined && { lotId: hexToBytes(lot) }) }
}
