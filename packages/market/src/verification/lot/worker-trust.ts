import type { NodeId } from '@ailee/core'
import { whomToForget } from '../forgetting.js'
import { probationLength } from '../levels.js'
import type { LotResult } from './lot-result.js'

/** What a policy knows of a worker. Plain data. */
export interface WorkerTrust {
  worker: NodeId
  /** n: results taken in, since it is known or since its strike. */
  results: number
  /**
   * n0: the first so many are all audited, also after a strike. Fixed when the worker is first seen: during an attack
   * a strike would else have much of an otherwise good worker's work executed twice.
   */
  probationResults: number
  hasStrike: boolean
  isBanned: boolean
  /** Under way after a first wrong result: audits still out, and what they showed so far. */
  recheck: { left: number; anyWrong: boolean; wasCertain: boolean } | null
}

/** The part of `Lots` that workers need. */
interface OpenLots {
  get(lotId: number): unknown
}

/** Decided results that a worker's list may hold beside as many as are undecided, before it is cleared of them. */
const DECIDED_KEPT = 32

/** A worker with its results that are not decided yet. */
export class KnownWorker {
  readonly trust: WorkerTrust
  readonly #lots: OpenLots
  /** As they came. A list with some decided ones costs a fraction of a set: every result of a network passes here. */
  #results: LotResult[] = []
  #undecidedCount = 0

  constructor(components: { lots: OpenLots }, trust: WorkerTrust) {
    this.#lots = components.lots
    this.trust = trust
  }

  /** Nothing of it is still to be decided. */
  get isIdle(): boolean {
    return this.#undecidedCount === 0 && this.trust.recheck === null
  }

  add(result: LotResult): void {
    this.#results.push(result)
    this.#undecidedCount += 1
  }

  /** One of its results was decided, or its lot closed: they show it already. */
  decided(): void {
    this.#undecidedCount -= 1
    if (this.#undecidedCount === 0) this.#results = []
    else if (this.#results.length > 2 * this.#undecidedCount + DECIDED_KEPT) {
      this.#results = this.#results.filter((result) => this.#isUndecided(result))
    }
  }

  /** Its results that nobody has looked at, in the order in which they came. */
  provisional(): LotResult[] {
    return this.#results.filter((result) => result.state === 'open' && this.#isUndecided(result))
  }

  #isUndecided({ state, lotId }: LotResult): boolean {
    return (state === 'open' || state === 'auditing') && this.#lots.get(lotId) !== undefined
  }
}

/** The workers seen, at most `maxWorkers`, and those beyond of whom something is still to be decided. */
export class KnownWorkers {
  readonly #lots: OpenLots
  readonly #workers = new Map<NodeId, KnownWorker>()
  readonly #maxWorkers: number

  constructor(components: { lots: OpenLots }, init: { maxWorkers: number }) {
    this.#lots = components.lots
    this.#maxWorkers = init.maxWorkers
  }

  get size(): number {
    return this.#workers.size
  }

  get(worker: NodeId): KnownWorker | undefined {
    return this.#workers.get(worker)
  }

  add(trust: WorkerTrust): KnownWorker {
    const known = new KnownWorker({ lots: this.#lots }, trust)
    this.#workers.set(trust.worker, known)
    return known
  }

  /** A worker that was not seen before pays the entry price of now. */
  meet(worker: NodeId, recentBans: number): KnownWorker {
    return this.add({
      worker,
      results: 0,
      probationResults: probationLength(recentBans),
      hasStrike: false,
      isBanned: false,
      recheck: null
    })
  }

  /** Makes room where there are too many. Whoever has undecided results stays. */
  forgetExcess(): void {
    if (this.#workers.size <= this.#maxWorkers) return
    const idle = [...this.#workers.values()].filter(({ isIdle }) => isIdle)
    const forgotten = whomToForget(
      idle.map(({ trust }) => trust),
      { known: this.#workers.size, maxWorkers: this.#maxWorkers }
    )
    for (const worker of forgotten) this.#workers.delete(worker)
  }

  trusts(): WorkerTrust[] {
    return Array.from(this.#workers.values(), ({ trust }) => trust)
  }
}
