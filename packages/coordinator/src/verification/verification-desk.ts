import { type Clock, errorMessage, type Logger, type TaskId } from '@ailee/core'
import { auditChanceOfScore, type ResultRef, type VerificationDecision } from '@ailee/market'
import { agreementKey, bytesEqual } from '@ailee/protocol'
import type { ExecutionRecord } from '@ailee/store'
import { MAX_PARALLEL_DECISIONS } from '../constants.js'
import type { CoordinatorEvents } from '../events.js'
import type { ReputationBook } from '../reputation-book.js'
import type { Stakes } from '../stakes/stakes.js'
import type { OpenTask, TaskBook } from '../task/task-book.js'
import { returnedExecutions } from '../task/transitions.js'
import type { AuditQueue } from './audits.js'
import { type Decisions, executionOf, INCOMPARABLE } from './decisions.js'
import type { Handled, KeptPolicy } from './kept-policy.js'
import type { LotArchive } from './lot-archive.js'
import type { LotKeeper, LotPlace } from './lot-keeper.js'
import { isTaskDecision, Owed, type OwedDecision } from './owed.js'
import type { Policies } from './policies.js'
import type { RefereeFinding } from './referee.js'
import type { SandboxFinding, SandboxReferee } from './sandbox-referee.js'

export interface VerificationDeskComponents {
  book: TaskBook
  policies: Policies
  referee: Pick<SandboxReferee, 'meteringHash'>
  audits: AuditQueue<RefereeFinding>
  decisions: Decisions
  archive: LotArchive
  reputations: ReputationBook
  stakes?: Stakes | undefined
  clock: Clock
  events: CoordinatorEvents
  log: Logger
}

/**
 * Makes sure of results that come alone. Policies decide, this sees to it that it happens: 1. a result that is on disk
 * is told to the policy of its task; 2. what the policy wants audited, the referee executes; 3. what it found is told
 * to the policy; 4. the task ends, or is executed again by somebody else. A decision is owed from the moment it is
 * made until it is on disk, and tried again as long.
 */
export class VerificationDesk {
  readonly #components: VerificationDeskComponents
  readonly #owed = new Owed()
  /** Tasks whose results a policy was told of before this process began. */
  readonly #toldBefore = new Set<TaskId>()
  /** Tasks whose last event is not on disk: nothing may be seen of what it led to. */
  readonly #saving = new Set<TaskId>()
  readonly #background = new Set<Promise<void>>()
  #onProvisional: (taskId: TaskId) => void = () => {}
  #stopped = false

  constructor(components: VerificationDeskComponents) {
    this.#components = components
    components.audits.onFinding((taskId, attempt, finding) => this.#found(taskId, attempt, finding))
  }

  /** Told of results that can be shown, and may still change. */
  onProvisional(listener: (taskId: TaskId) => void): void {
    this.#onProvisional = listener
  }

  /** Takes up what a previous run decided. To be called when the open tasks are loaded, and before any result is told. */
  async start(left: readonly { policy: LotKeeper; decided: VerificationDecision[] }[]): Promise<void> {
    const { book, policies, decisions, clock } = this.#components
    for (const { policy, decided } of left) {
      policy.onSnapshot(() => this.#owed.of(policy))
      const open = decided.filter((decision) => !isTaskDecision(decision) || this.#isOpen(decision))
      this.#owed.add(policy, open)
      // Whoever was caught is blamed again where the task does not say that it was done.
      const blames = open.filter((decision) => decision.kind !== 'caught' || this.#isOpen(decision))
      await decisions.blame(blames)
      for (const taskId of policy.undecided()) {
        if (book.get(taskId) === undefined) this.#follow(policy, policy.withdraw(taskId, clock.now()))
      }
    }
    for (const { record } of book.open()) {
      if (record.state === 'PROVISIONAL' && !policies.holderOf(record.taskId)?.holds(record.taskId)) {
        this.#toldBefore.add(record.taskId)
      }
    }
  }

  /** What is owed then is decided again from the journal at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.allSettled(this.#background)
  }

  /** Lots that are out of time close. */
  tick(): void {
    const { policies, clock } = this.#components
    const atMs = clock.now()
    for (const lots of policies.lots()) {
      if (lots.isDue(atMs)) this.#follow(lots, lots.handle({ kind: 'tick', atMs }))
    }
  }

  /** Lots that could not be stored are. */
  sweep(): void {
    for (const { policy, record } of this.#owed.unpublished()) void this.#publish(policy, record)
  }

  /** True while so many lots wait for the referee that nothing more should be assigned. */
  get isFull(): boolean {
    return this.#components.policies.lots().some(({ isFull }) => isFull)
  }

  /** Results that wait in lots. */
  get provisional(): number {
    return this.#components.policies.lots().reduce((sum, { size }) => sum + size, 0)
  }

  placeOf(taskId: TaskId): LotPlace | undefined {
    return this.#saving.has(taskId) ? undefined : this.#components.policies.placeOf(taskId)
  }

  /** What a task is verified by, from its first result until it ends. */
  policyOf(taskId: TaskId): KeptPolicy['mode'] | undefined {
    return this.#components.policies.holderOf(taskId)?.mode
  }

  isAuditing(taskId: TaskId): boolean {
    return this.#components.policies.holderOf(taskId)?.auditOf(taskId) !== undefined
  }

  /** True of a task whose result was shown to its client, or is about to stand: it is neither cancelled nor out of time. */
  isPromised(taskId: TaskId): boolean {
    return this.placeOf(taskId) !== undefined || this.#owed.get(taskId)?.decision.kind === 'final'
  }

  /** The one result of this task is on disk. Saying so again does what was not done. */
  async returned(task: OpenTask): Promise<void> {
    const { policies, reputations, clock, audits, decisions } = this.#components
    const [execution] = returnedExecutions(task.record)
    const { taskId } = task.record
    if (execution?.result === undefined || this.#saving.has(taskId)) return
    const ref = refOf(task, execution)
    const owed = this.#owed.get(taskId)
    if (owed !== undefined) return this.#settleAll([owed])
    const policy = policies.of(task)
    // A client that is its own referee may well have the same rules.
    if (this.#isIncomparable(execution) && policy.isOfClient !== true) {
      // No policy is told of it; the referee looks all the same.
      if (!audits.has(taskId)) audits.add(taskId, execution.attempt)
      return
    }
    if (policy.holds(taskId)) {
      const audit = policy.auditOf(taskId)
      if (audit !== undefined && !audits.has(taskId)) audits.add(taskId, audit.attempt)
      return
    }
    if (reputations.isBanned(execution.worker)) {
      return decisions.reject(ref, 'the worker has been banned meanwhile')
    }
    this.#saving.add(taskId)
    const leastAuditChance = await this.#leastAuditChance(execution).finally(() =>
      this.#saving.delete(taskId)
    )
    // What has ended meanwhile, no policy must begin with.
    if (this.#components.book.get(taskId) === undefined) return
    const event = {
      kind: 'result' as const,
      ...ref,
      resultKey: agreementKey(execution.result),
      value: task.submit.reward,
      atMs: clock.now(),
      maxDelayMs: task.submit.verification.maxDelayMs,
      toldBefore: this.#toldBefore.has(taskId),
      leastAuditChance
    }
    const handled = policy.handle(event)
    // A worker whose result is on disk need not wait for the journal too.
    if (handled.saved !== undefined) return this.#follow(policy, handled, { taskId })
    await this.#carryOut(policy, handled, { taskId })
  }

  /** True for fuel of other metering rules than the referee's: it is neither right nor wrong here. */
  #isIncomparable({ result }: ExecutionRecord): boolean {
    const { referee } = this.#components
    return result !== undefined && !bytesEqual(result.receipt.meteringHash, referee.meteringHash)
  }

  /** What the worker's stake and reputation leave to chance. */
  async #leastAuditChance({ worker, cost }: ExecutionRecord): Promise<number> {
    const { stakes, reputations } = this.#components
    const ofStake = (await stakes?.leastAuditChance(worker, cost)) ?? 0
    return Math.max(ofStake, auditChanceOfScore(reputations.score(worker)))
  }

  /** A task has ended, whatever way. */
  withdrawn(taskId: TaskId): void {
    const { policies, audits, clock } = this.#components
    audits.remove(taskId)
    this.#toldBefore.delete(taskId)
    const owed = this.#owed.get(taskId)
    if (owed?.isRunning === false) this.#owed.done(owed)
    const policy = policies.holderOf(taskId)
    if (policy !== undefined) this.#follow(policy, policy.withdraw(taskId, clock.now()))
    policies.forget(taskId)
  }

  async #found(taskId: TaskId, attempt: number, finding: RefereeFinding): Promise<void> {
    const { book, policies, clock, events } = this.#components
    const task = book.get(taskId)
    if (task === undefined) return
    if (!('clientKey' in finding)) {
      events.audited('failed' in finding ? 'failed' : 'done')
      const odd = returnedExecutions(task.record).find((execution) => this.#isIncomparable(execution))
      if (odd?.attempt === attempt) return this.#incomparable(refOf(task, odd), finding)
    }
    const owed = this.#owed.get(taskId)
    if (owed?.decision.kind === 'replaced' && owed.finding === undefined) {
      // Decided before a restart; what was found then is found again now.
      if ('outcome' in finding) owed.finding = finding
      return this.#settle(owed)
    }
    const policy = policies.of(task)
    const atMs = clock.now()
    const event =
      'failed' in finding
        ? { kind: 'audit-failed' as const, taskId, attempt, atMs }
        : {
            kind: 'audited' as const,
            taskId,
            attempt,
            refereeKey: 'key' in finding ? finding.key : finding.clientKey,
            atMs
          }
    await this.#carryOut(policy, policy.handle(event), { taskId, finding })
  }

  async #incomparable(ref: ResultRef, finding: SandboxFinding): Promise<void> {
    const { decisions, reputations } = this.#components
    await decisions.incomparable(ref, finding)
    const { code } = INCOMPARABLE
    await reputations.record(ref.worker, 'failed', { subject: ref.taskId, code })
  }

  /** Carries out what an event led to. Only what is about `taskId` is waited for: the end of a lot may be the end of thousands. */
  async #carryOut(
    policy: KeptPolicy,
    { decisions, saved }: Handled,
    { taskId, finding }: { taskId?: TaskId; finding?: RefereeFinding } = {}
  ): Promise<void> {
    // Owed from now on, before anything is awaited: what is owed is not drawn for again.
    const owed = this.#owed.add(policy, decisions, finding)
    if (taskId !== undefined) this.#saving.add(taskId)
    await saved
    if (taskId !== undefined) this.#saving.delete(taskId)
    await this.#components.decisions.blame(decisions)
    for (const decision of decisions) {
      if (decision.kind === 'provisional') this.#onProvisional(decision.taskId)
      if (decision.kind === 'audit') this.#components.audits.add(decision.taskId, decision.attempt)
    }
    const own = owed.tasks.filter(({ decision }) => decision.taskId === taskId)
    const others = owed.tasks.filter(({ decision }) => decision.taskId !== taskId)
    await this.#settleAll(own)
    if (others.length > 0 || owed.lots.length > 0) {
      this.#inBackground(async () => {
        await this.#settleAll(others)
        for (const record of owed.lots) await this.#publish(policy, record)
      })
    }
  }

  #follow(policy: KeptPolicy, handled: Handled | undefined, about: { taskId?: TaskId } = {}): void {
    if (handled !== undefined) this.#inBackground(() => this.#carryOut(policy, handled, about))
  }

  #inBackground(work: () => Promise<void>): void {
    const done: Promise<void> = work()
      .catch((error: unknown) => {
        if (this.#stopped) return
        this.#components.log.error('decisions were not carried out', { error: errorMessage(error) })
      })
      .finally(() => this.#background.delete(done))
    this.#background.add(done)
  }

  /** What fails is still owed, and tried again when the task is looked at next. */
  async #settleAll(owed: readonly OwedDecision[]): Promise<void> {
    for (let start = 0; start < owed.length && !this.#stopped; start += MAX_PARALLEL_DECISIONS) {
      const part = owed.slice(start, start + MAX_PARALLEL_DECISIONS)
      const results = await Promise.allSettled(part.map((one) => this.#settle(one)))
      for (const result of results) {
        if (result.status === 'fulfilled') continue
        this.#components.log.error('a decision was not carried out', { error: errorMessage(result.reason) })
      }
    }
  }

  async #settle(owed: OwedDecision): Promise<void> {
    if (owed.isRunning) return
    owed.isRunning = true
    try {
      await this.#components.decisions.settle(owed)
      const { decision, finding } = owed
      // One that waits for the referee to look again is still owed.
      if (decision.kind === 'replaced' && finding === undefined && this.#isOpen(decision)) return
      this.#owed.done(owed)
    } finally {
      owed.isRunning = false
    }
  }

  async #publish(policy: KeptPolicy, record: Parameters<LotArchive['publish']>[0]): Promise<void> {
    try {
      await this.#components.archive.publish(record, policy.targetErrorPpm)
      this.#owed.published(record)
    } catch (error) {
      this.#components.log.error('a closed lot could not be stored, it is tried again', { error })
    }
  }

  /** True while the task waits for this very decision. */
  #isOpen(ref: ResultRef): boolean {
    const task = this.#components.book.get(ref.taskId)
    return task !== undefined && executionOf(task, ref) !== undefined
  }
}

function refOf({ record }: OpenTask, { attempt, worker }: ExecutionRecord): ResultRef {
  return { taskId: record.taskId, attempt, worker }
}
