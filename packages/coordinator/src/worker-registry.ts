import type { Clock, NodeId } from '@ailee/core'
import {
  type BidTerms,
  type Candidate,
  energyEfficiency,
  FULL_SCORE,
  healthScore,
  isSafeMode,
  type JudgedClaim
} from '@ailee/market'
import { PPM, type TelemetrySample, type WorkerStatus } from '@ailee/protocol'
import { Turns } from './auction/turns.js'
import { HealthJudgements } from './health/judgements.js'
import type { ReputationBook } from './reputation-book.js'

/** A worker that is connected and has said what it offers. */
export interface KnownWorker {
  readonly nodeId: NodeId
  status: WorkerStatus
  sample: TelemetrySample | undefined
  /** Leases of this coordinator. */
  leases: number
  /** On the monotonic clock. */
  suspectUntilMs: number
}

/** The workers a coordinator can turn to now, and what it thinks of them. */
export class WorkerRegistry {
  readonly #clock: Clock
  readonly #workers = new Map<NodeId, KnownWorker>()
  readonly #leases = new Map<NodeId, number>()
  readonly #turns = new Turns()
  readonly #reputations: ReputationBook
  readonly #judgements: HealthJudgements
  #rotation = 0

  constructor(components: { clock: Clock; reputations: ReputationBook }) {
    this.#clock = components.clock
    this.#reputations = components.reputations
    this.#judgements = new HealthJudgements(components)
  }

  get size(): number {
    return this.#workers.size
  }

  get(nodeId: NodeId): KnownWorker | undefined {
    return this.#workers.get(nodeId)
  }

  /** All of them. */
  known(): readonly KnownWorker[] {
    return [...this.#workers.values()]
  }

  /** Takes note of what a worker offers, and tells what is new about it. */
  update(nodeId: NodeId, status: WorkerStatus): 'joined' | 'changed' | 'same' {
    const known = this.#workers.get(nodeId)
    if (known === undefined) {
      const leases = this.#leases.get(nodeId) ?? 0
      const suspectUntilMs = Number.NEGATIVE_INFINITY
      this.#workers.set(nodeId, { nodeId, status, sample: undefined, leases, suspectUntilMs })
      return 'joined'
    }
    const same = JSON.stringify(known.status) === JSON.stringify(status)
    known.status = status
    known.suspectUntilMs = Number.NEGATIVE_INFINITY
    return same ? 'same' : 'changed'
  }

  remove(nodeId: NodeId): boolean {
    this.#judgements.forget(nodeId)
    return this.#workers.delete(nodeId)
  }

  measured(sample: TelemetrySample): void {
    const worker = this.#workers.get(sample.nodeId)
    if (worker === undefined) return
    worker.sample = sample
    this.#judgements.measured(sample)
  }

  /** Counts a lease given (+1) or ended (−1). Leases outlive connections. */
  countLease(nodeId: NodeId, change: 1 | -1): void {
    if (change > 0) this.#turns.served(nodeId)
    const leases = Math.max(0, (this.#leases.get(nodeId) ?? 0) + change)
    if (leases === 0) this.#leases.delete(nodeId)
    else this.#leases.set(nodeId, leases)
    const worker = this.#workers.get(nodeId)
    if (worker !== undefined) worker.leases = leases
  }

  suspect(nodeId: NodeId, forMs: number): void {
    const worker = this.#workers.get(nodeId)
    if (worker !== undefined) worker.suspectUntilMs = this.#clock.monotonic() + forMs
  }

  /** Free slots over all workers. */
  freeSlots(): number {
    const nowMs = this.#clock.monotonic()
    let free = 0
    for (const { status, leases, suspectUntilMs } of this.#workers.values()) {
      if (!status.draining && suspectUntilMs <= nowMs) free += Math.max(0, status.slots - leases)
    }
    return free
  }

  /** Every worker, starting at another one each time, so that a bounded number of offers reaches all in turn. */
  candidates(): Candidate[] {
    const nowMs = this.#clock.monotonic()
    const all = [...this.#workers.values()].map(({ nodeId, status, leases, suspectUntilMs }) => ({
      worker: nodeId,
      status,
      leases,
      reputation: this.reputation(nodeId),
      banned: this.#reputations.isBanned(nodeId),
      suspect: suspectUntilMs > nowMs
    }))
    if (all.length === 0) return all
    this.#rotation = (this.#rotation + 1) % all.length
    return [...all.slice(this.#rotation), ...all.slice(0, this.#rotation)]
  }

  /** Current reputation score, 0 to 1. */
  reputation(nodeId: NodeId): number {
    return this.#reputations.score(nodeId)
  }

  /**
   * Current health, 0 to 1: of what is believed of the worker's sample, times the trust in it. A worker that has sent
   * none of late counts as average.
   */
  health(nodeId: NodeId): number {
    const judged = this.judgement(nodeId)
    return judged === undefined ? 0.5 : healthScore(judged.believed, this.reputation(nodeId)) * judged.trust
  }

  /** What is believed of a worker's sample; undefined where none has come for 30 s. */
  judgement(nodeId: NodeId): JudgedClaim | undefined {
    return this.#judgements.of(nodeId)
  }

  /** What this coordinator thinks of a worker now, in the numbers that bids are judged by. */
  standing(
    nodeId: NodeId
  ): Pick<BidTerms, 'reputationPpm' | 'healthPpm' | 'greenPpm' | 'latencyUs' | 'waited'> {
    const believed = this.judgement(nodeId)?.believed
    const latencyMs = believed?.latencyMs
    return {
      reputationPpm: ppm(this.reputation(nodeId)),
      healthPpm: ppm(this.health(nodeId)),
      greenPpm: ppm((believed && energyEfficiency(believed)) ?? 0),
      latencyUs: latencyMs === undefined ? undefined : Math.min(FULL_SCORE, Math.round(latencyMs * 1000)),
      waited: this.#turns.waited(nodeId)
    }
  }

  /** Workers in safe mode, and workers with a claim that is doubted. */
  healthCounts(): { safeMode: number; doubted: number } {
    const all = this.#judgements.all()
    return {
      safeMode: all.filter(({ believed }) => isSafeMode(believed)).length,
      doubted: all.filter(({ doubts }) => doubts.length > 0).length
    }
  }
}

function ppm(share: number): number {
  return Math.min(PPM, Math.max(0, Math.round(share * PPM)))
}
