import type { Random } from '@ailee/core'
import { DEFAULT_MAX_WORKERS } from '../forgetting.js'
import type { AuditReason, VerificationDecision } from '../policy.js'
import { refOf } from '../result-ref.js'
import type { Lot } from './lot.js'
import type { LotResult } from './lot-result.js'
import type { LotPolicyHead } from './lot-state.js'
import { Lots, newSecret } from './lots.js'
import { KnownWorkers } from './worker-trust.js'

export interface LotBookInit {
  /** The part of accepted results that may be wrong. */
  epsilon: number
  /** Tasks of a lot at most. */
  lotSize: number
  maxWorkers?: number
}

/** All that a lot policy remembers, and the steps that change it: each says the decision. */
export class LotBook {
  readonly lots: Lots
  readonly workers: KnownWorkers
  head: LotPolicyHead
  #decisions: VerificationDecision[] = []

  constructor(components: { random: Random }, init: LotBookInit, head?: LotPolicyHead) {
    this.lots = new Lots(components, init)
    this.head = head ?? {
      recentBans: 0,
      meanValue: 0,
      tasksPerMs: 0,
      nextLotId: 1,
      nextSecret: newSecret(components.random)
    }
    this.workers = new KnownWorkers(
      { lots: this.lots },
      { maxWorkers: init.maxWorkers ?? DEFAULT_MAX_WORKERS }
    )
  }

  decide(decision: VerificationDecision): void {
    this.#decisions.push(decision)
  }

  takeDecisions(): VerificationDecision[] {
    const decisions = this.#decisions
    this.#decisions = []
    return decisions
  }

  audit(lot: Lot, result: LotResult, reason: AuditReason): void {
    lot.startAudit(result)
    result.reason = reason
    this.decide({ kind: 'audit', reason, ...refOf(result) })
  }

  /** Audits what the level of a lot reaches by now. */
  auditReached(lot: Lot, reason: AuditReason): void {
    for (const result of lot.reached()) this.audit(lot, result, reason)
  }

  requeue(lot: Lot, result: LotResult, reason: 'worker-caught' | 'audit-failed'): void {
    this.settle(lot, result, 'requeued')
    this.decide({ kind: 'requeue', reason, ...refOf(result) })
  }

  settle(lot: Lot, result: LotResult, state: 'equal' | 'different' | 'requeued' | 'withdrawn'): void {
    lot.settle(result, state)
    this.workers.get(result.worker)?.decided()
  }
}
