import type { Clock, Logger, NodeId, TaskId } from '@ailee/core'
import { auditChanceOfScore, type ResultRef, type VerificationDecision } from '@ailee/market'
import {
  type BatchSigner,
  bytesEqual,
  type ContentBlobs,
  type ExecutionOutcome,
  outputRoot
} from '@ailee/protocol'
import type { ExecutionRecord } from '@ailee/store'
import { MAX_REJECTED_EXECUTIONS } from '../constants.js'
import type { CoordinatorEvents } from '../events.js'
import type { ReputationBook } from '../reputation-book.js'
import { agreementKey } from '../result/check-result.js'
import { ownResult } from '../result/own-result.js'
import type { Verdicts } from '../result/verdicts.js'
import type { Convictions } from '../stakes/convictions.js'
import type { Stakes } from '../stakes/stakes.js'
import type { OpenTask, TaskBook } from '../task/task-book.js'
import { ended, rejected, rejectedExecutions, returnedExecutions } from '../task/transitions.js'
import type { Audits } from './audits.js'
import { type Policies, targetFor } from './policies.js'
import type { Referee, RefereeFinding } from './referee.js'

export interface VerificationDeskComponents {
  network: string
  nodeId: NodeId
  book: TaskBook
  policies: Policies
  referee: Referee
  audits: Audits
  verdicts: Verdicts
  reputations: ReputationBook
  convictions: Convictions
  stakes?: Stakes | undefined
  blobs: ContentBlobs
  signer: BatchSigner
  clock: Clock
  events: CoordinatorEvents
  log: Logger
}

/**
 * Makes sure of results that come alone. Policies decide, this carries out: 1. a result that is on disk is told to
 * the policy of its task; 2. what the policy wants audited, the referee executes; 3. what it found is told to the
 * policy; 4. the task ends, or is executed again by somebody else. Everything may happen twice, and then changes
 * nothing.
 */
export class VerificationDesk {
  readonly #components: VerificationDeskComponents
  /** Tasks whose results a policy was told of before this process began. */
  readonly #toldBefore = new Set<TaskId>()
  /** Tasks for which something decided is being carried out: what is told twice meanwhile would be drawn for anew. */
  readonly #busy = new Set<TaskId>()

  constructor(components: VerificationDeskComponents) {
    this.#components = components
    components.audits.onFinding((taskId, attempt, finding) => this.#found(taskId, attempt, finding))
  }

  /** To be called when the open tasks are loaded, and before any result is told. */
  start(): void {
    for (const { record } of this.#components.book.open())
      if (record.state === 'PROVISIONAL') this.#toldBefore.add(record.taskId)
  }

  /** The one result of this task is on disk. */
  async returned(task: OpenTask): Promise<void> {
    const { policies, reputations, clock } = this.#components
    const [execution] = returnedExecutions(task.record)
    const { taskId } = task.record
    if (execution?.result === undefined || this.#busy.has(taskId)) return
    const ref = refOf(task, execution)
    if (reputations.isBanned(execution.worker)) {
      return this.#alone(taskId, () => this.#reject(task, ref, 'the worker has been banned meanwhile'))
    }
    if (this.#isIncomparable(execution)) {
      // No policy is told of it; the referee looks all the same.
      this.#components.audits.add(taskId, execution.attempt)
      return
    }
    const policy = policies.of(task.submit)
    const event = {
      kind: 'result' as const,
      ...ref,
      resultKey: agreementKey(execution.result),
      value: task.submit.reward,
      atMs: clock.now(),
      maxDelayMs: task.submit.verification.maxDelayMs,
      toldBefore: this.#toldBefore.has(taskId)
    }
    await this.#alone(taskId, async () => {
      const { stakes, book } = this.#components
      const ofStake = (await stakes?.leastAuditChance(ref.worker, execution.cost)) ?? 0
      const leastAuditChance = Math.max(ofStake, auditChanceOfScore(reputations.score(ref.worker)))
      // What has ended meanwhile, no policy must begin with.
      if (book.get(taskId) === undefined) return
      await this.#carryOut(policy.handle({ ...event, leastAuditChance }))
    })
  }

  /** True for fuel of other metering rules than the referee's: it is neither right nor wrong here. */
  #isIncomparable({ result }: ExecutionRecord): boolean {
    const { referee } = this.#components
    return result !== undefined && !bytesEqual(result.receipt.meteringHash, referee.meteringHash)
  }

  /** What the referee found stands in place of such a result, which was no fault. */
  async #incomparable(task: OpenTask, execution: ExecutionRecord, finding: RefereeFinding): Promise<void> {
    const ref = refOf(task, execution)
    const why = {
      code: 'METERING_MISMATCH',
      message: 'it was metered by other rules than this coordinator’s'
    }
    if ('failed' in finding) await this.#reject(task, ref, `${why.message}; ${finding.failed}`)
    else await this.#replace(ref, finding.outcome, why)
    const { code } = why
    await this.#components.reputations.record(ref.worker, 'failed', { subject: ref.taskId, code })
  }

  /** A task has ended, whatever way. */
  withdrawn(taskId: TaskId): void {
    const { policies, audits, clock } = this.#components
    audits.remove(taskId)
    this.#toldBefore.delete(taskId)
    policies.withdrawn(taskId, clock.now())
  }

  async #found(taskId: TaskId, attempt: number, finding: RefereeFinding): Promise<void> {
    const { book, policies, clock, events } = this.#components
    const task = book.get(taskId)
    if (task === undefined) return
    events.audited('failed' in finding ? 'failed' : 'done')
    const odd = returnedExecutions(task.record).find((execution) => this.#isIncomparable(execution))
    if (odd?.attempt === attempt) return this.#alone(taskId, () => this.#incomparable(task, odd, finding))
    const policy = policies.of(task.submit)
    const atMs = clock.now()
    if ('failed' in finding) {
      const event = { kind: 'audit-failed' as const, taskId, attempt, atMs }
      return this.#alone(taskId, () => this.#carryOut(policy.handle(event), finding))
    }
    const refereeKey = this.#keyOf(finding.outcome)
    const event = { kind: 'audited' as const, taskId, attempt, refereeKey, atMs }
    await this.#alone(taskId, () => this.#carryOut(policy.handle(event), finding))
  }

  async #alone(taskId: TaskId, work: () => Promise<void>): Promise<void> {
    this.#busy.add(taskId)
    try {
      await work()
    } finally {
      this.#busy.delete(taskId)
    }
  }

  #keyOf(outcome: ExecutionOutcome): string {
    const { meteringHash } = this.#components.referee
    const { output } = outcome
    const decided = { outputBytes: output.length, outputRoot: outputRoot(output), meteringHash }
    return agreementKey({ receipt: { ...outcome, ...decided } })
  }

  async #carryOut(decisions: readonly VerificationDecision[], finding?: RefereeFinding): Promise<void> {
    // What was done wrong is on disk before it is made good: a crash in between lets nobody off.
    const blames = decisions.filter(({ kind }) => kind === 'caught' || kind === 'ban')
    const others = decisions.filter((decision) => !blames.includes(decision))
    for (const decision of [...blames, ...others]) await this.#one(decision, finding)
  }

  async #one(decision: VerificationDecision, finding: RefereeFinding | undefined): Promise<void> {
    const { audits, convictions } = this.#components
    switch (decision.kind) {
      case 'audit':
        audits.add(decision.taskId, decision.attempt)
        return
      case 'final':
        return this.#final(decision, decision.checked)
      case 'replaced':
        if (finding !== undefined && 'outcome' in finding) await this.#replace(decision, finding.outcome)
        return
      case 'caught':
        return convictions.caught(decision)
      case 'ban':
        return convictions.ban(decision.worker)
      case 'requeue': {
        // The policy knows of the ban already; whether it could be written then, it does not.
        if (decision.reason === 'worker-banned') await convictions.ban(decision.worker)
        const task = this.#components.book.get(decision.taskId)
        const why = finding !== undefined && 'failed' in finding ? finding.failed : decision.reason
        if (task !== undefined) await this.#reject(task, decision, why)
        return
      }
      default:
        // Nothing that the policies of this desk decide.
        return
    }
  }

  async #final(ref: ResultRef, checked: boolean): Promise<void> {
    const { book, verdicts } = this.#components
    const task = book.get(ref.taskId)
    const result = task && executionOf(task, ref)?.result
    if (task === undefined || result === undefined) return
    const targetPpm = targetFor(task.submit.verification.targetErrorPpm)
    const grounds = checked
      ? { method: 'REFEREE' as const, estimatedErrorPpm: 0 }
      : { method: 'SAMPLED' as const, estimatedErrorPpm: targetPpm }
    if (await verdicts.accept(task, [result], grounds)) await verdicts.judge([result], [])
  }

  /** The coordinator's own result stands: what the client gets is as good as if the worker had been right. */
  async #replace(ref: ResultRef, outcome: ExecutionOutcome, why = wrong): Promise<void> {
    const { book, verdicts, referee, signer, blobs, network, nodeId, clock } = this.#components
    const task = book.get(ref.taskId)
    const execution = task && executionOf(task, ref)
    if (task === undefined || execution === undefined) return
    const self = { network, nodeId, meteringHash: referee.meteringHash }
    const result = await ownResult(signer, self, task, execution, outcome)
    if (result.outcome.outputInline === undefined) await blobs.put(outcome.output)
    await book.change(ref.taskId, (current) => rejected(current, execution.leaseId, why, clock.now()))
    await verdicts.accept(task, [result], { method: 'REFEREE', estimatedErrorPpm: 0 })
  }

  async #reject(task: OpenTask, ref: ResultRef, reason: string): Promise<void> {
    const { book, clock } = this.#components
    const execution = executionOf(task, ref)
    if (execution === undefined) return
    const why = { code: 'RESULT_REJECTED', message: `its result could not be made sure of: ${reason}` }
    await book.change(ref.taskId, (current) => {
      const nowMs = clock.now()
      const next = rejected(current, execution.leaseId, why, nowMs)
      if (rejectedExecutions(next).length < MAX_REJECTED_EXECUTIONS) return next
      return ended(next, { state: 'FAILED', code: 'UNVERIFIABLE', message: why.message }, nowMs)
    })
  }
}

const wrong = { code: 'RESULT_WRONG', message: 'the coordinator executed it and got another result' }

/** The returned execution that a decision is about. */
function executionOf({ record }: OpenTask, { attempt, worker }: ResultRef): ExecutionRecord | undefined {
  return returnedExecutions(record).find(
    (execution) => execution.attempt === attempt && execution.worker === worker
  )
}

function refOf({ record }: OpenTask, { attempt, worker }: ExecutionRecord): ResultRef {
  return { taskId: record.taskId, attempt, worker }
}
