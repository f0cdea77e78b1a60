import type { NodeId, Random, TaskId } from '@ailee/core'
import { judgeAudit } from '../audit.js'
import { commitmentOf, type DrawFunction, sha3Draw } from '../draw.js'
import { auditWeight, BAN_MEMORY, PROBATION_WEIGHT, probationLength } from '../levels.js'
import type { ResultRef, VerificationDecision, VerificationEvent, VerificationPolicy } from '../policy.js'
import { refOf } from '../result-ref.js'
import { Catching } from './catching.js'
import { Lot, type LotHead } from './lot.js'
import { LotBook, type LotBookInit } from './lot-book.js'
import type { LotResult } from './lot-result.js'
import { type LotPolicyState, stateOf } from './lot-state.js'
import type { KnownWorker, WorkerTrust } from './worker-trust.js'

/** How much one task moves the mean value. */
const VALUE_RATE = 0.001

export interface LotPolicyComponents {
  /** Lots' secrets come from it: unpredictable in a network. */
  random: Random
  /** sha3 unless given. */
  draw?: DrawFunction
}

export interface LotPolicyInit extends LotBookInit {
  /** Kept free before a submitter's time is up, for the last audits. */
  auditAllowanceMs: number
}

type ResultEvent = Extract<VerificationEvent, { kind: 'result' }>
type AuditedEvent = Extract<VerificationEvent, { kind: 'audited' }>

/**
 * Results are provisional until their lot closes. Few are audited, by draws nobody can foresee; each wrong one that
 * is found raises the level for the whole lot, also for results given before. docs/verification.md has the rule, and
 * why it holds against any saboteurs.
 */
export class LotPolicy implements VerificationPolicy<LotPolicyState> {
  readonly mode = 'lot'
  readonly #draw: DrawFunction
  readonly #init: LotPolicyInit
  readonly #book: LotBook
  readonly #catching: Catching

  constructor(components: LotPolicyComponents, init: LotPolicyInit, state?: LotPolicyState) {
    this.#draw = components.draw ?? sha3Draw
    this.#init = init
    const restored = structuredClone(state)
    this.#book = new LotBook(components, init, restored?.head)
    this.#catching = new Catching({ book: this.#book })
    if (restored !== undefined) this.#restore(restored)
  }

  /** True while so many lots wait for the referee that nothing more should be assigned. */
  get isFull(): boolean {
    return this.#book.lots.isFull
  }

  handle(event: VerificationEvent): VerificationDecision[] {
    if (event.kind === 'result') this.#onResult(event)
    else if (event.kind === 'audited') this.#onAudited(event)
    else if (event.kind === 'tick') this.#onTick(event.atMs)
    else if (event.kind === 'withdrawn') this.#onWithdrawn(event.taskId)
    else if (event.kind === 'audit-failed') this.#onAuditFailed(event)
    else if (event.kind === 'left') this.#onLeft(event.worker)
    else this.#book.decide({ kind: 'requeue', reason: 'lost', ...refOf(event) })
    for (const lot of this.#book.lots) if (lot.isDone) this.#close(lot)
    return this.#book.takeDecisions()
  }

  snapshot(): LotPolicyState {
    return stateOf(this.#book.head, this.#book.lots, this.#book.workers)
  }

  pendingAudits(): ResultRef[] {
    return [...this.#book.lots].flatMap((lot) =>
      [...lot.undecided.values()].filter(({ state }) => state === 'auditing').map(refOf)
    )
  }

  holds(taskId: TaskId): boolean {
    return this.#book.lots.of(taskId)?.undecided.has(taskId) === true
  }

  auditOf(taskId: TaskId): ResultRef | undefined {
    const result = this.#book.lots.of(taskId)?.undecided.get(taskId)
    return result?.state === 'auditing' ? refOf(result) : undefined
  }

  nextTickMs(): number | undefined {
    return this.#book.lots.nextCloseMs()
  }

  /** The lot that a task belongs to, while that is open. */
  placeOf(taskId: TaskId): Readonly<LotHead> | undefined {
    return this.#book.lots.of(taskId)?.head
  }

  /** Tasks whose results are provisional or being audited. */
  undecided(): TaskId[] {
    return [...this.#book.lots].flatMap(({ undecided }) => [...undecided.keys()])
  }

  get openedLots(): number {
    return this.#book.head.nextLotId - 1
  }

  get undecidedCount(): number {
    let count = 0
    for (const { undecided } of this.#book.lots) count += undecided.size
    return count
  }

  /** What commits to the draws of the lot that takes results in, and of the one after it. */
  commitments(): string[] {
    const { filling } = this.#book.lots
    return [
      ...(filling === undefined ? [] : [filling.head.commitment]),
      commitmentOf(this.#book.head.nextSecret)
    ]
  }

  get fillingLotId(): number | undefined {
    return this.#book.lots.filling?.head.lotId
  }

  /** The audit level of the lot that takes tasks in; undefined where none is open. */
  get level(): number | undefined {
    return this.#book.lots.filling?.level
  }

  /** Its base rate, and the number of catches in it; 0 where none is open. */
  get baseRate(): number {
    return this.#book.lots.filling?.head.baseRate ?? 0
  }

  get catches(): number {
    return this.#book.lots.filling?.head.catches ?? 0
  }

  /** What it knows of a worker, not to be changed. */
  trustOf(worker: NodeId): Readonly<WorkerTrust> | undefined {
    return this.#book.workers.get(worker)?.trust
  }

  get recentBans(): number {
    return this.#book.head.recentBans
  }

  // A result comes in.

  #onResult(event: ResultEvent): void {
    const known = this.#book.workers.get(event.worker) ?? this.#meet(event.worker)
    const belongs = this.#book.lots.of(event.taskId)
    if (belongs?.undecided.has(event.taskId)) return
    if (known.trust.isBanned) {
      this.#book.decide({ kind: 'requeue', reason: 'worker-banned', ...refOf(event) })
      return
    }
    const lot = belongs ?? this.#book.lots.filling ?? this.#open(event)
    if (lot !== belongs) this.#hurry(lot, event)
    const result = this.#drawFor(lot, known, event)
    lot.add(result)
    known.add(result)
    known.trust.results += 1
    const { taskId, attempt, worker } = event
    this.#book.decide({ kind: 'provisional', lotId: lot.head.lotId, taskId, attempt, worker })
    if (result.certain) this.#book.audit(lot, result, 'probation')
    else if (result.drawn < result.weight * lot.level) this.#book.audit(lot, result, 'drawn')
    if (lot.isFull && !lot.head.isSealed) this.#seal(lot, event.atMs)
    if (lot.hasTooManyDraws && lot.head.baseRate < 1) {
      lot.head.baseRate = 1
      this.#book.auditReached(lot, 'closing')
    }
  }

  #drawFor(lot: Lot, { trust }: KnownWorker, event: ResultEvent): LotResult {
    const { head } = lot
    const { taskId, attempt, worker, resultKey } = event
    const valueWeight = this.#weigh(event.value)
    const { results: priorResults, probationResults } = trust
    const rule = auditWeight({ priorResults, probationResults, valueWeight }, head.announcedBaseRate)
    const weight = trust.recheck === null ? rule : PROBATION_WEIGHT
    return {
      lotId: head.lotId,
      sequence: lot.results.length,
      taskId,
      attempt,
      worker,
      resultKey,
      priorResults,
      probationResults,
      valueWeight,
      state: 'open',
      certain: weight * lot.level >= 1,
      drawn: this.#draw(head.secret, event),
      weight,
      reason: null,
      earlierKey: null
    }
  }

  /** The value of a task by the mean of those before it, at least 1. */
  #weigh(value: bigint): number {
    const { meanValue } = this.#book.head
    const worth = Number(value)
    this.#book.head.meanValue = meanValue === 0 ? worth : meanValue + VALUE_RATE * (worth - meanValue)
    return meanValue > 0 && worth > meanValue ? worth / meanValue : 1
  }

  #onLeft(worker: NodeId): void {
    const known = this.#book.workers.get(worker)
    if (known?.isIdle !== true) return
    known.trust.results = 0
    known.trust.probationResults = probationLength(this.#book.head.recentBans)
  }

  #meet(worker: NodeId): KnownWorker {
    this.#book.workers.forgetExcess()
    return this.#book.workers.meet(worker, this.#book.head.recentBans)
  }

  // The referee has looked.

  #onAudited(event: AuditedEvent): void {
    const found = this.#auditing(event)
    if (found === undefined) return
    const { lot, result, known } = found
    const { resultKey, earlierKey } = result
    const { refereeKey } = event
    const outcome = judgeAudit({
      resultKey,
      earlierKey: earlierKey ?? undefined,
      refereeKey,
      results: known.trust.results
    })
    if (outcome === 'again') {
      result.earlierKey = refereeKey
      this.#book.decide({ kind: 'audit', reason: 'again', ...refOf(result) })
      return
    }
    if (outcome === 'unsure') {
      this.#book.requeue(lot, result, 'audit-failed')
    } else {
      this.#book.settle(lot, result, outcome)
      const { commitment } = lot.head
      if (outcome === 'equal') {
        this.#book.decide({ kind: 'final', checked: true, lot: commitment, ...refOf(result) })
      } else {
        this.#book.decide({ kind: 'replaced', refereeKey, lot: commitment, ...refOf(result) })
        this.#book.decide({ kind: 'caught', ...refOf(result) })
        if (result.reason !== 'recheck') this.#catching.caught(lot, known, result)
      }
    }
    if (result.reason === 'recheck') this.#catching.rechecked(known, outcome === 'different')
  }

  #auditing(event: {
    taskId: TaskId
    attempt: number
  }): { lot: Lot; result: LotResult; known: KnownWorker } | undefined {
    const lot = this.#book.lots.of(event.taskId)
    const result = lot?.undecided.get(event.taskId)
    if (lot === undefined || result?.state !== 'auditing' || result.attempt !== event.attempt)
      return undefined
    const known = this.#book.workers.get(result.worker)
    return known === undefined ? undefined : { lot, result, known }
  }

  #onAuditFailed(event: { taskId: TaskId; attempt: number }): void {
    const found = this.#auditing(event)
    if (found === undefined) return
    this.#book.requeue(found.lot, found.result, 'audit-failed')
    if (found.result.reason === 'recheck') this.#catching.rechecked(found.known, false)
  }

  #onWithdrawn(taskId: TaskId): void {
    const lot = this.#book.lots.of(taskId)
    if (lot === undefined) return
    lot.release(taskId)
    const result = lot.undecided.get(taskId)
    if (result !== undefined) {
      const wasRechecked = result.state === 'auditing' && result.reason === 'recheck'
      this.#book.settle(lot, result, 'withdrawn')
      const known = this.#book.workers.get(result.worker)
      if (wasRechecked && known !== undefined) this.#catching.rechecked(known, false)
    }
    // Fewer tasks need a higher base rate.
    if (lot.head.isSealed) {
      lot.seal(this.#init.epsilon)
      this.#book.auditReached(lot, 'closing')
    }
  }

  // Lots open and close.

  #open(event: ResultEvent): Lot {
    const delayMs = Math.max(0, event.maxDelayMs - this.#init.auditAllowanceMs)
    const lot = this.#book.lots.open(this.#book.head, { atMs: event.atMs, delayMs })
    const { lotId, commitment, size, baseRate } = lot.head
    this.#book.decide({ kind: 'lot-opened', lotId, commitment, size, baseRate })
    return lot
  }

  /** A lot closes when the most urgent of its tasks wants it to. */
  #hurry(lot: Lot, { atMs, maxDelayMs }: ResultEvent): void {
    const closesAtMs = atMs + Math.max(0, maxDelayMs - this.#init.auditAllowanceMs)
    if (closesAtMs < lot.head.closesAtMs) lot.head.closesAtMs = closesAtMs
  }

  #onTick(atMs: number): void {
    for (const lot of this.#book.lots) {
      if (atMs < lot.head.closesAtMs || (lot.head.isSealed && lot.redo.size === 0)) continue
      // Tasks that are executed again must not keep all the others waiting: they go to a later lot.
      for (const taskId of [...lot.redo.keys()]) {
        lot.release(taskId)
      }
      this.#seal(lot, atMs)
    }
  }

  #seal(lot: Lot, atMs: number): void {
    const { head } = lot
    if (!head.isSealed && atMs > head.openedAtMs) {
      this.#book.head.tasksPerMs = head.tasks / (atMs - head.openedAtMs)
    }
    lot.seal(this.#init.epsilon)
    this.#book.auditReached(lot, 'closing')
  }

  #close(lot: Lot): void {
    this.#book.lots.close(lot)
    for (const result of lot.undecided.values()) {
      this.#book.workers.get(result.worker)?.decided()
      const { commitment } = lot.head
      this.#book.decide({ kind: 'final', checked: false, lot: commitment, ...refOf(result) })
    }
    this.#book.head.recentBans *= BAN_MEMORY
    this.#book.decide({ kind: 'lot-closed', lotId: lot.head.lotId, record: lot.record() })
  }

  #restore(state: LotPolicyState): void {
    for (const trust of state.workers) this.#book.workers.add(trust)
    for (const head of state.lots) {
      const results = state.results.filter(({ lotId }) => lotId === head.lotId)
      const lot = new Lot(
        head,
        results.sort((one, other) => one.sequence - other.sequence)
      )
      this.#book.lots.restore(lot)
      for (const result of lot.undecided.values()) this.#book.workers.get(result.worker)?.add(result)
    }
  }
}
