import type { NodeId } from '@ailee/core'
import { whomToForget } from '../forgetting.js'
import { probationLength } from '../levels.js'
import type { LotResult } from './lot-result.js'

/** What a policy knows of a worker. Plain data. */
export interface WorkerTrust {
  worker: NodeId
  /** n: results taken in, since it is known or since its strike. */
  results: number
  /** n0: the first so many are all audited. The entry price when the worker was first seen, or had its strike. */
  probationResults: number
  hasStrike: boolean
  isBanned: boolean
  /** Under way after a first wrong result: audits still out, and what they showed so far. */
  recheck: { left: number; anyWrong: boolean; wasCertain: boolean } | null
}

/** A worker with its results that are not decided yet. */
export class KnownWorker {
  readonly trust: WorkerTrust
  readonly undecided = new Set<LotResult>()

  constructor(trust: WorkerTrust) {
    this.trust = trust
  }
}

/** The workers seen, at most `maxWorkers`, and those beyond of whom something is still to be decided. */
export class KnownWorkers {
  readonly #workers = new Map<NodeId, KnownWorker>()
  readonly #maxWorkers: number

  constructor(init: { maxWorkers: number }) {
    this.#maxWorkers = init.maxWorkers
  }

  get size(): number {
    return this.#workers.size
  }

  get(worker: NodeId): KnownWorker | undefined {
    return this.#workers.get(worker)
  }

  add(trust: WorkerTrust): KnownWorker {
    const known = new KnownWorker(trust)
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

  /** Makes room where there are too many; returns who was forgotten. Whoever has undecided results stays. */
  forgetExcess(): NodeId[] {
    if (this.#workers.size <= this.#maxWorkers) return []
    const idle = [...this.#workers.values()].filter(
      ({ undecided, trust }) => undecided.size === 0 && trust.recheck === null
    )
    const forgotten = whomToForget(
      idle.map(({ trust }) => trust),
      { known: this.#workers.size, maxWorkers: this.#maxWorkers }
    )
    for (const worker of forgotten) this.#workers.delete(worker)
    return forgotten
  }

  trusts(): WorkerTrust[] {
    return Array.from(this.#workers.values(), ({ trust }) => trust)
  }
}
