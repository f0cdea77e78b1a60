import type { Clock, NodeId } from '@ailee/core'
import {
  afterExecution,
  currentScore,
  newReputation,
  type Reputation,
  type ReputationEvent
} from '@ailee/market'
import type { ReputationChangeKind, ReputationRecord, ReputationRepository } from '@ailee/store'

/** What stands in the history beside an event. */
export interface Occasion {
  /** The task, or the evidence: 64 hex digits. */
  subject?: string | undefined
  /** Why, where there is more to say than the event does. */
  code?: string
}

/** Something a worker was proven to have done. */
export interface Fault extends Occasion {
  /** The same fault has the same id, however often it is found. */
  id: string
}

/** A worker's reputation, and what followed from its faults. */
export type Standing = Reputation & Omit<ReputationRecord, 'nodeId'>

const kinds: Readonly<Record<ReputationEvent, ReputationChangeKind>> = {
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
  disputed: 'DISPUTED',
  byzantine: 'BYZANTINE'
}

interface Change extends Occasion {
  kind: ReputationChangeKind
  amountUnits?: bigint
}

/**
 * What this coordinator has come to think of every worker, in memory and on disk. Each change is a line of the worker's
 * history, in the commit of the record that it led to.
 */
export class ReputationBook {
  readonly all = new Map<NodeId, Standing>()
  readonly #repository: ReputationRepository
  readonly #clock: Clock

  constructor(components: { reputations: ReputationRepository; clock: Clock }) {
    this.#repository = components.reputations
    this.#clock = components.clock
  }

  async load(): Promise<void> {
    for await (const { record } of this.#repository.list()) {
      const { nodeId, ...standing } = record
      this.all.set(nodeId, standing)
    }
  }

  isBanned(worker: NodeId): boolean {
    return (this.all.get(worker)?.bannedAtMs ?? 0) > 0
  }

  /** Applies the one rule and stores what it leads to. */
  async record(worker: NodeId, event: ReputationEvent, occasion: Occasion = {}): Promise<void> {
    const next = afterExecution(this.of(worker), event, this.#clock.now())
    await this.#save(worker, next, [{ kind: kinds[event], ...occasion }])
  }

  /** The worker was proven wrong. The same fault found again, as after a crash, changes nothing. */
  async blame(worker: NodeId, { id, ...occasion }: Fault): Promise<void> {
    const before = this.of(worker)
    if (before.fault === id) return
    const next = { ...afterExecution(before, 'byzantine', this.#clock.now()), fault: id }
    await this.#save(worker, next, [{ kind: 'BYZANTINE', ...occasion }])
  }

  /** The worker gets no more work from here; `fault` where it is not the last one it was blamed for. False: it was banned before. */
  async ban(worker: NodeId, fault?: Fault): Promise<boolean> {
    const before = this.of(worker)
    if (before.bannedAtMs > 0) return false
    const { id = before.fault, ...occasion } = fault ?? {}
    const nowMs = this.#clock.now()
    const isNew = id !== before.fault
    const next = isNew ? { ...afterExecution(before, 'byzantine', nowMs), fault: id } : before
    const blame: Change[] = isNew ? [{ kind: 'BYZANTINE', ...occasion }] : []
    try {
      const changes: Change[] = [...blame, { kind: 'BANNED', ...occasion }]
      await this.#save(worker, { ...next, bannedAtMs: nowMs }, changes)
    } catch (error) {
      // Not on disk, so not so: whoever convicts it next tries again.
      this.all.set(worker, { ...this.of(worker), bannedAtMs: 0 })
      throw error
    }
    return true
  }

  /** The stake that a banned worker lost for a fault; 0: it had none. */
  async slashed(worker: NodeId, fault: string, amountUnits: bigint): Promise<void> {
    const before = this.of(worker)
    if (before.slashedFor === fault) return
    const slashedAmount = before.slashedAmount + amountUnits
    const changes: Change[] = amountUnits === 0n ? [] : [{ kind: 'SLASHED', amountUnits }]
    try {
      await this.#save(worker, { ...before, slashedAmount, slashedFor: fault }, changes)
    } catch (error) {
      const { slashedAmount, slashedFor } = before
      this.all.set(worker, { ...this.of(worker), slashedAmount, slashedFor })
      throw error
    }
  }

  /** Banned workers whose stakes are still to be slashed. */
  owingSlash(): NodeId[] {
    const owing = ({ bannedAtMs, fault, slashedFor }: Standing): boolean =>
      bannedAtMs > 0 && fault !== slashedFor
    return [...this.all].flatMap(([worker, standing]) => (owing(standing) ? [worker] : []))
  }

  /** A worker that nothing is known of stands where all begin. */
  of(worker: NodeId): Standing {
    return this.all.get(worker) ?? { ...newReputation(this.#clock.now()), ...newStanding }
  }

  /** The score now, 0 to 1. */
  score(worker: NodeId): number {
    return currentScore(this.of(worker), this.#clock.now())
  }

  /** In memory at once, so that what happens meanwhile goes on from it. */
  async #save(worker: NodeId, next: Standing, changes: readonly Change[]): Promise<void> {
    const nowMs = this.#clock.now()
    const scoreBefore = currentScore(this.of(worker), nowMs)
    const scoreAfter = currentScore(next, nowMs)
    const standing = { ...next, changes: next.changes + changes.length }
    this.all.set(worker, standing)
    const lines = changes.map(({ kind, subject, code = '', amountUnits = 0n }, index) => ({
      ...{ nodeId: worker, number: next.changes + index + 1, kind, subject, code, amountUnits },
      // Only the first may be an execution, which moves the score.
      scoreBefore: index === 0 ? scoreBefore : scoreAfter,
      ...{ scoreAfter, atMs: nowMs }
    }))
    await this.#repository.save([{ nodeId: worker, ...standing }], lines)
  }
}

const newStanding = { slashedAmount: 0n, bannedAtMs: 0, changes: 0, fault: '', slashedFor: '' }
