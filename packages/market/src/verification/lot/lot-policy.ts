import type { NodeId, Random, TaskId } from '@ailee/core'
import { judgeAudit } from '../audit.js'
import { type DrawFunction, sha3Draw } from '../draw.js'
import { auditWeight, BAN_MEMORY, PROBATION_WEIGHT } from '../levels.js'
import type {
  AuditReason,
  ResultRef,
  VerificationDecision,
  VerificationEvent,
  VerificationPolicy
} from '../policy.js'
import { Lot } from './lot.js'
import type { LotResult } from './lot-result.js'
import {
  ChangeLog,
  type LotPolicyChanges,
  type LotPolicyHead,
  type LotPolicyState,
  stateOf
} from './lot-state.js'
import { Lots } from './lots.js'
import { type KnownWorker, KnownWorkers, type WorkerTrust } from './worker-trust.js'

/** A first wrong result is looked into from so many results on. */
const STRIKE_RESULTS = 20
/** Provisional results that are audited for it. */
const RECHECK_RESULTS = 5
/** How much one task moves the mean value. */
const VALUE_RATE = 0.001
const DEFAULT_MAX_WORKERS = 100_000

export interface LotPolicyComponents {
  /** Lots' secrets come from it: unpredictable in a network. */
  random: Random
  /** sha3 unless given. */
  draw?: DrawFunction
}

export interface LotPolicyInit {
  /** The part of accepted results that may be wrong. */
  epsilon: number
  /** Tasks of a lot at most. */
  lotSize: number
  /** Kept free before a submitter's time is up, for the last audits. */
  auditAllowanceMs: number
  maxWorkers?: number
  /** Keep what changed for `takeChanges`, which must then be called. */
  keepsChanges?: boolean
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
  readonly #lots: Lots
  readonly #workers: KnownWorkers
  readonly #changes: ChangeLog
  #head: LotPolicyHead = { recentBans: 0, meanValue: 0, tasksPerMs: 0, nextLotId: 1 }
  #decisions: VerificationDecision[] = []

  constructor(components: LotPolicyComponents, init: LotPolicyInit, state?: LotPolicyState) {
    this.#draw = components.draw ?? sha3Draw
    this.#init = init
    this.#lots = new Lots(components, init)
    this.#workers = new KnownWorkers({ maxWorkers: init.maxWorkers ?? DEFAULT_MAX_WORKERS })
    this.#changes = new ChangeLog({ isKept: init.keepsChanges ?? false })
    if (state !== undefined) this.#restore(structuredClone(state))
  }

  /** True while so many lots wait for the referee that nothing more should be assigned. */
  get isFull(): boolean {
    return this.#lots.isFull
  }

  handle(event: VerificationEvent): VerificationDecision[] {
    if (event.kind === 'result') this.#onResult(event)
    else if (event.kind === 'audited') this.#onAudited(event)
    else if (event.kind === 'tick') this.#onTick(event.atMs)
    else if (event.kind === 'withdrawn') this.#onWithdrawn(event.taskId)
    else if (event.kind === 'audit-failed') this.#onAuditFailed(event)
    else this.#decide({ kind: 'requeue', reason: 'lost', ...refOf(event) })
    for (const lot of this.#lots) if (lot.isDone) this.#close(lot)
    const decisions = this.#decisions
    this.#decisions = []
    return decisions
  }

  snapshot(): LotPolicyState {
    return stateOf(this.#head, this.#lots, this.#workers)
  }

  /** Records that changed since the last call, to be written in one commit with what the decisions change. */
  takeChanges(): LotPolicyChanges {
    return this.#changes.take(this.#head)
  }

  nextTickMs(): number | undefined {
    return this.#lots.nextCloseMs()
  }

  get fillingLotId(): number | undefined {
    return this.#lots.filling?.head.lotId
  }

  /** The audit level of the lot that takes tasks in; undefined where none is open. */
  get level(): number | undefined {
    return this.#lots.filling?.level
  }

  /** Its base rate, and the number of catches in it; 0 where none is open. */
  get baseRate(): number {
    return this.#lots.filling?.head.baseRate ?? 0
  }

  get catches(): number {
    return this.#lots.filling?.head.catches ?? 0
  }

  /** What it knows of a worker, not to be changed. */
  trustOf(worker: NodeId): Readonly<WorkerTrust> | undefined {
    return this.#workers.get(worker)?.trust
  }

  get recentBans(): number {
    return this.#head.recentBans
  }

  // A result comes in.

  #onResult(event: ResultEvent): void {
    const known = this.#workers.get(event.worker) ?? this.#meet(event.worker)
    const belongs = this.#lots.of(event.taskId)
    if (belongs?.undecided.has(event.taskId)) return
    if (known.trust.isBanned) {
      this.#decide({ kind: 'requeue', reason: 'worker-banned', ...refOf(event) })
      return
    }
    const lot = belongs ?? this.#lots.filling ?? this.#open(event)
    if (lot !== belongs) this.#hurry(lot, event)
    const result = this.#drawFor(lot, known, event)
    lot.add(result)
    known.undecided.add(result)
    known.trust.results += 1
    this.#changes.result(result)
    this.#changes.worker(known.trust)
    const { taskId, attempt, worker } = event
    this.#decide({ kind: 'provisional', lotId: lot.head.lotId, taskId, attempt, worker })
    if (result.certain) this.#audit(lot, result, 'probation')
    else if (result.drawn < result.weight * lot.level) this.#audit(lot, result, 'drawn')
    if (lot.isFull && !lot.head.isSealed) this.#seal(lot, event.atMs)
    if (lot.hasTooManyDraws && lot.head.baseRate < 1) {
      lot.head.baseRate = 1
      this.#auditReached(lot, 'closing')
    }
    this.#changes.lot(lot.head)
  }

  #drawFor(lot: Lot, { trust }: KnownWorker, event: ResultEvent): LotResult {
    const { head } = lot
    const { taskId, attempt, worker, resultKey } = event
    const valueWeight = this.#weigh(event.value)
    const { results: priorResults, probationResults } = trust
    const rule = auditWeight({ priorResults, probationResults, valueWeight }, head.baseRate)
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
    const { meanValue } = this.#head
    const worth = Number(value)
    this.#head.meanValue = meanValue === 0 ? worth : meanValue + VALUE_RATE * (worth - meanValue)
    return meanValue > 0 && worth > meanValue ? worth / meanValue : 1
  }

  #meet(worker: NodeId): KnownWorker {
    this.#changes.forgotten(this.#workers.forgetExcess())
    const known = this.#workers.meet(worker, this.#head.recentBans)
    this.#changes.worker(known.trust)
    return known
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
      this.#changes.result(result)
      this.#decide({ kind: 'audit', reason: 'again', ...refOf(result) })
      return
    }
    if (outcome === 'unsure') {
      this.#requeue(lot, result, 'audit-failed')
    } else {
      this.#settle(lot, result, outcome)
      if (outcome === 'equal') this.#decide({ kind: 'final', checked: true, ...refOf(result) })
      else {
        this.#decide({ kind: 'replaced', refereeKey, ...refOf(result) })
        this.#decide({ kind: 'caught', ...refOf(result) })
        if (result.reason !== 'recheck') this.#caught(lot, known, result)
      }
    }
    if (result.reason === 'recheck') this.#rechecked(known, outcome === 'different')
  }

  #auditing(event: {
    taskId: TaskId
    attempt: number
  }): { lot: Lot; result: LotResult; known: KnownWorker } | undefined {
    const lot = this.#lots.of(event.taskId)
    const result = lot?.undecided.get(event.taskId)
    if (lot === undefined || result?.state !== 'auditing' || result.attempt !== event.attempt)
      return undefined
    const known = this.#workers.get(result.worker)
    return known === undefined ? undefined : { lot, result, known }
  }

  #onAuditFailed(event: { taskId: TaskId; attempt: number }): void {
    const found = this.#auditing(event)
    if (found === undefined) return
    this.#requeue(found.lot, found.result, 'audit-failed')
    if (found.result.reason === 'recheck') this.#rechecked(found.known, false)
  }

  // A wrong result was found.

  #caught(lot: Lot, known: KnownWorker, result: LotResult): void {
    const { trust } = known
    const provisional = [...known.undecided].filter(({ state }) => state === 'open')
    if (!trust.isBanned && trust.recheck === null) {
      if (trust.results >= STRIKE_RESULTS && !trust.hasStrike) {
        // The smallest draws: the worker could not know which these are.
        provisional.sort((one, other) => one.drawn - other.drawn)
        const chosen = provisional.splice(0, RECHECK_RESULTS)
        trust.recheck = { left: chosen.length, anyWrong: false, wasCertain: result.certain }
        for (const other of chosen) this.#recheck(other)
        if (chosen.length === 0) this.#endRecheck(known)
      } else this.#ban(known, result.certain)
    } else if (trust.recheck !== null) trust.recheck.anyWrong = true
    for (const other of provisional) {
      const place = this.#lots.get(other.lotId)
      if (place !== undefined) this.#requeue(place, other, 'worker-caught')
    }
    this.#changes.worker(trust)
    if (!result.certain) {
      lot.head.catches += 1
      this.#auditReached(lot, 'raised')
    }
  }

  #rechecked(known: KnownWorker, wasWrong: boolean): void {
    const { trust } = known
    if (trust.recheck === null) return
    trust.recheck.left -= 1
    trust.recheck.anyWrong ||= wasWrong
    if (trust.recheck.left === 0) this.#endRecheck(known)
    this.#changes.worker(trust)
  }

  #endRecheck(known: KnownWorker): void {
    const { trust } = known
    const { recheck } = trust
    trust.recheck = null
    if (recheck === null) return
    if (recheck.anyWrong) this.#ban(known, recheck.wasCertain)
    else {
      trust.hasStrike = true
      trust.results = 0
      this.#decide({ kind: 'strike', worker: trust.worker })
    }
  }

  #ban({ trust }: KnownWorker, wasCertain: boolean): void {
    trust.isBanned = true
    // Names that cheat in their first results cost little and raise no price. Those that had worked for trust do,
    // also if probation was what found them: else the price would fall while the attack goes on, and rise too late.
    const hadWorked = trust.hasStrike || trust.results >= STRIKE_RESULTS
    if (!wasCertain || hadWorked) this.#head.recentBans += 1
    this.#decide({ kind: 'ban', worker: trust.worker })
  }

  // Audits, and the end of results.

  #auditReached(lot: Lot, reason: AuditReason): void {
    this.#changes.lot(lot.head)
    for (const result of lot.reached()) this.#audit(lot, result, reason)
  }

  #recheck(result: LotResult): void {
    const lot = this.#lots.get(result.lotId)
    if (lot === undefined) return
    result.certain = true
    this.#audit(lot, result, 'recheck')
  }

  #audit(lot: Lot, result: LotResult, reason: AuditReason): void {
    lot.startAudit(result)
    result.reason = reason
    this.#changes.result(result)
    this.#decide({ kind: 'audit', reason, ...refOf(result) })
  }

  #requeue(lot: Lot, result: LotResult, reason: 'worker-caught' | 'audit-failed'): void {
    this.#settle(lot, result, 'requeued')
    this.#decide({ kind: 'requeue', reason, ...refOf(result) })
  }

  #settle(lot: Lot, result: LotResult, state: 'equal' | 'different' | 'requeued' | 'withdrawn'): void {
    lot.settle(result, state)
    this.#workers.get(result.worker)?.undecided.delete(result)
    this.#changes.result(result)
    this.#changes.lot(lot.head)
  }

  #onWithdrawn(taskId: TaskId): void {
    const lot = this.#lots.of(taskId)
    if (lot === undefined) return
    const waiting = lot.release(taskId)
    if (waiting !== undefined) this.#changes.result(waiting)
    const result = lot.undecided.get(taskId)
    if (result !== undefined) {
      const wasRechecked = result.state === 'auditing' && result.reason === 'recheck'
      this.#settle(lot, result, 'withdrawn')
      const known = this.#workers.get(result.worker)
      if (wasRechecked && known !== undefined) this.#rechecked(known, false)
    }
    this.#changes.lot(lot.head)
  }

  // Lots open and close.

  #open(event: ResultEvent): Lot {
    const delayMs = Math.max(0, event.maxDelayMs - this.#init.auditAllowanceMs)
    const lot = this.#lots.open(this.#head, { atMs: event.atMs, delayMs })
    const { lotId, commitment, size, baseRate } = lot.head
    this.#decide({ kind: 'lot-opened', lotId, commitment, size, baseRate })
    return lot
  }

  /** A lot closes when the most urgent of its tasks wants it to. */
  #hurry(lot: Lot, { atMs, maxDelayMs }: ResultEvent): void {
    const closesAtMs = atMs + Math.max(0, maxDelayMs - this.#init.auditAllowanceMs)
    if (closesAtMs < lot.head.closesAtMs) lot.head.closesAtMs = closesAtMs
  }

  #onTick(atMs: number): void {
    for (const lot of this.#lots) {
      if (atMs < lot.head.closesAtMs || (lot.head.isSealed && lot.redo.size === 0)) continue
      // Tasks that are executed again must not keep all the others waiting: they go to a later lot.
      for (const taskId of [...lot.redo.keys()]) {
        const waiting = lot.release(taskId)
        if (waiting !== undefined) this.#changes.result(waiting)
      }
      this.#seal(lot, atMs)
    }
  }

  #seal(lot: Lot, atMs: number): void {
    const { head } = lot
    if (!head.isSealed && atMs > head.openedAtMs) {
      this.#head.tasksPerMs = head.tasks / (atMs - head.openedAtMs)
    }
    lot.seal(this.#init.epsilon)
    this.#auditReached(lot, 'closing')
  }

  #close(lot: Lot): void {
    for (const result of lot.undecided.values()) {
      const { taskId, attempt, worker } = result
      this.#workers.get(worker)?.undecided.delete(result)
      this.#decide({ kind: 'final', checked: false, taskId, attempt, worker })
    }
    this.#lots.close(lot)
    this.#changes.closed(lot)
    this.#head.recentBans *= BAN_MEMORY
    this.#decide({ kind: 'lot-closed', lotId: lot.head.lotId, record: lot.record() })
  }

  #decide(decision: VerificationDecision): void {
    this.#decisions.push(decision)
  }

  #restore(state: LotPolicyState): void {
    this.#head = state.head
    for (const trust of state.workers) this.#workers.add(trust)
    for (const head of state.lots) {
      const results = state.results.filter(({ lotId }) => lotId === head.lotId)
      const lot = new Lot(
        head,
        results.sort((one, other) => one.sequence - other.sequence)
      )
      this.#lots.restore(lot)
      for (const result of lot.undecided.values()) this.#workers.get(result.worker)?.undecided.add(result)
    }
  }
}

function refOf({ taskId, attempt, worker }: ResultRef): ResultRef {
  return { taskId, attempt, worker }
}
