import type { NodeId, Random, TaskId } from '@ailee/core'
import { bytesToHex } from '@ailee/protocol'
import { judgeAudit } from './audit.js'
import { type CountedWorker, CountedWorkers } from './counted-workers.js'
import { type DrawFunction, SECRET_BYTES, sha3Draw } from './draw.js'
import { DEFAULT_MAX_WORKERS } from './forgetting.js'
import type { ResultRef, VerificationDecision, VerificationEvent, VerificationPolicy } from './policy.js'
import { refOf } from './result-ref.js'

/** A result that waits for the referee. */
interface PendingAudit extends ResultRef {
  resultKey: string
  earlierKey: string | null
}

/** Plain data. Without the audits under way: a policy made from it is told of their results again. */
export interface LedgerPolicyState {
  secret: string
  workers: CountedWorker[]
}

export interface LedgerPolicyInit {
  /** The part of accepted results that may be wrong. */
  epsilon: number
  /** Saboteurs hold at most this part of the capacity; 1 promises nothing about them. */
  maxSaboteurs?: number
  maxWorkers?: number
}

/**
 * The chance of an audit of a worker's next result, after `results` of them: `q_n = 1/(1 + εn)`. Where saboteurs hold
 * at most f of the capacity, ε/f will do.
 */
export function ledgerAuditChance(results: number, epsilon: number, maxSaboteurs = 1): number {
  return 1 / (1 + (epsilon / maxSaboteurs) * results)
}

/**
 * Each result is final at once, or after an audit that the worker's own history draws. Its potential G(n) = εn keeps
 * the balance: an honest result adds what it costs in promised error, a wrong one loses all in expectation, so no
 * identity, new or old, gets more than ε of its results through wrong.
 *
 * `final-now` is the same with every result audited.
 */
export class LedgerPolicy implements VerificationPolicy<LedgerPolicyState> {
  readonly mode: 'ledger' | 'final-now'
  readonly #draw: DrawFunction
  readonly #chanceOf: (results: number) => number
  readonly #secret: string
  readonly #workers: CountedWorkers
  readonly #pending = new Map<TaskId, PendingAudit>()

  constructor(
    components: { random: Random; draw?: DrawFunction },
    init: LedgerPolicyInit | 'final-now',
    state?: LedgerPolicyState
  ) {
    this.#draw = components.draw ?? sha3Draw
    this.mode = init === 'final-now' ? 'final-now' : 'ledger'
    this.#chanceOf =
      init === 'final-now'
        ? () => 1
        : (results) => ledgerAuditChance(results, init.epsilon, init.maxSaboteurs ?? 1)
    const maxWorkers = (init === 'final-now' ? undefined : init.maxWorkers) ?? DEFAULT_MAX_WORKERS
    this.#secret = state?.secret ?? bytesToHex(components.random.bytes(SECRET_BYTES))
    this.#workers = new CountedWorkers({ maxWorkers }, state?.workers)
  }

  handle(event: VerificationEvent): VerificationDecision[] {
    switch (event.kind) {
      case 'result':
        return this.#onResult(event)
      case 'audited':
        return this.#onAudited(event)
      case 'audit-failed': {
        const audit = this.#pendingAudit(event)
        return audit === undefined ? [] : this.#requeue(audit)
      }
      case 'withdrawn': {
        const audit = this.#pending.get(event.taskId)
        if (audit !== undefined) this.#forget(audit)
        return []
      }
      case 'left':
        this.#workers.beginAnew(event.worker)
        return []
      case 'lost':
        return [{ kind: 'requeue', reason: 'lost', ...refOf(event) }]
      case 'tick':
        return []
    }
  }

  snapshot(): LedgerPolicyState {
    const workers = new Map(this.#workers.all().map((worker) => [worker.worker, worker]))
    for (const audit of this.#pending.values()) {
      const worker = workers.get(audit.worker)
      if (worker !== undefined) worker.results -= 1
    }
    return { secret: this.#secret, workers: [...workers.values()] }
  }

  pendingAudits(): ResultRef[] {
    return [...this.#pending.values()].map(refOf)
  }

  holds(taskId: TaskId): boolean {
    return this.#pending.has(taskId)
  }

  auditOf(taskId: TaskId): ResultRef | undefined {
    const audit = this.#pending.get(taskId)
    return audit && refOf(audit)
  }

  nextTickMs(): undefined {
    return undefined
  }

  #onResult(event: Extract<VerificationEvent, { kind: 'result' }>): VerificationDecision[] {
    if (this.#pending.has(event.taskId)) return []
    const worker = this.#workers.of(event.worker)
    if (worker.isBanned) return [{ kind: 'requeue', reason: 'worker-banned', ...refOf(event) }]
    const chance = Math.max(this.#chanceOf(worker.results), event.leastAuditChance ?? 0)
    worker.results += 1
    // Drawn again, now that the worker has more results, it could escape.
    if (!event.toldBefore && chance < 1 && this.#draw(this.#secret, event) >= chance) {
      return [{ kind: 'final', checked: false, ...refOf(event) }]
    }
    this.#pending.set(event.taskId, { ...refOf(event), resultKey: event.resultKey, earlierKey: null })
    return [{ kind: 'audit', reason: chance < 1 ? 'drawn' : 'always', ...refOf(event) }]
  }

  #onAudited(event: Extract<VerificationEvent, { kind: 'audited' }>): VerificationDecision[] {
    const audit = this.#pendingAudit(event)
    if (audit === undefined) return []
    const worker = this.#workers.of(audit.worker)
    const { resultKey, earlierKey } = audit
    const { refereeKey } = event
    const outcome = judgeAudit({
      resultKey,
      earlierKey: earlierKey ?? undefined,
      refereeKey,
      results: worker.results
    })
    if (outcome === 'again') {
      audit.earlierKey = refereeKey
      return [{ kind: 'audit', reason: 'again', ...refOf(audit) }]
    }
    if (outcome === 'unsure') return this.#requeue(audit)
    this.#pending.delete(audit.taskId)
    if (outcome === 'equal') return [{ kind: 'final', checked: true, ...refOf(audit) }]
    const ban = worker.isBanned ? [] : [banOf(worker.worker)]
    worker.isBanned = true
    return [{ kind: 'replaced', refereeKey, ...refOf(audit) }, { kind: 'caught', ...refOf(audit) }, ...ban]
  }

  #pendingAudit({ taskId, attempt }: { taskId: TaskId; attempt: number }): PendingAudit | undefined {
    const audit = this.#pending.get(taskId)
    return audit?.attempt === attempt ? audit : undefined
  }

  #requeue(audit: PendingAudit): VerificationDecision[] {
    this.#forget(audit)
    return [{ kind: 'requeue', reason: 'audit-failed', ...refOf(audit) }]
  }

  /** A result that is not accepted earns its worker no trust: else whoever can make audits fail, or cancels, could buy it. */
  #forget(audit: PendingAudit): void {
    this.#pending.delete(audit.taskId)
    const worker = this.#workers.of(audit.worker)
    worker.results = Math.max(0, worker.results - 1)
  }
}

function banOf(worker: NodeId): VerificationDecision {
  return { kind: 'ban', worker }
}
