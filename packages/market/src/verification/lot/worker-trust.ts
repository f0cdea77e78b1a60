import type { NodeId } from '@ailee/core'
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

/** When there are too many, this share of them is forgotten at once. */
const FORGET_SHARE = 0.1

/**
 * The workers seen, at most `maxWorkers`. Forgotten are the banned, since a new name costs them nothing, then those
 * with the fewest results: they lose least by being new again, and a flood of names cannot push out the others.
 */
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
    const rank = ({ trust }: KnownWorker): number => (trust.isBanned ? -1 : trust.results)
    idle.sort((one, other) => rank(one) - rank(other))
    const excess = this.#workers.size - Math.floor(this.#maxWorkers * (1 - FORGET_SHARE))
    const forgotten = idle.slice(0, excess).map(({ trust }) => trust.worker)
    for (const worker of forgotten) this.#workers.delete(worker)
    return forgotten
  }

  trusts(): WorkerTrust[] {
    return Array.from(this.#workers.values(), ({ trust }) => trust)
  }
}
