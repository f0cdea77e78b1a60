import type { NodeId } from '@ailee/core'
import type { Lot, LotHead } from './lot.js'
import type { LotResult } from './lot-result.js'
import type { KnownWorkers, WorkerTrust } from './worker-trust.js'

/** What concerns no single lot. Plain data. */
export interface LotPolicyHead {
  /** R: bans of late, but for those of names that never worked; each closed lot leaves 0.9 of it. */
  recentBans: number
  /** Mean value of tasks, in units; 0 before the first. */
  meanValue: number
  /** Tasks a millisecond in the last lot that was full or out of time; 0 before the first. */
  tasksPerMs: number
  nextLotId: number
  /** Of the lot that opens next, so that what commits to it can be published before anything is drawn: 32 bytes, hex. */
  nextSecret: string
}

/** Everything a `LotPolicy` knows. */
export interface LotPolicyState {
  head: LotPolicyHead
  lots: LotHead[]
  /** Ordered by lot and sequence. */
  results: LotResult[]
  workers: WorkerTrust[]
}

/** What changed since the last look: records to be written, by whole value, and what to delete. */
export interface LotPolicyChanges extends LotPolicyState {
  closedLots: number[]
  forgottenWorkers: NodeId[]
}

/** Notes which records an event touches, so that a commit need not write all of them. */
export class ChangeLog {
  readonly #lots = new Set<LotHead>()
  readonly #results = new Set<LotResult>()
  readonly #workers = new Set<WorkerTrust>()
  #closedLots: number[] = []
  #forgottenWorkers: NodeId[] = []
  readonly #isKept: boolean

  /** Where nobody ever takes the changes, none are kept. */
  constructor(init: { isKept: boolean }) {
    this.#isKept = init.isKept
  }

  lot(head: LotHead): void {
    if (this.#isKept) this.#lots.add(head)
  }

  result(result: LotResult): void {
    if (this.#isKept) this.#results.add(result)
  }

  worker(trust: WorkerTrust): void {
    if (this.#isKept) this.#workers.add(trust)
  }

  closed({ head, results }: Lot): void {
    if (!this.#isKept) return
    this.#lots.delete(head)
    for (const result of results) this.#results.delete(result)
    this.#closedLots.push(head.lotId)
  }

  forgotten(workers: readonly NodeId[]): void {
    if (this.#isKept) this.#forgottenWorkers.push(...workers)
  }

  take(head: LotPolicyHead): LotPolicyChanges {
    const changes: LotPolicyChanges = structuredClone({
      head,
      lots: [...this.#lots],
      results: [...this.#results],
      workers: [...this.#workers],
      closedLots: this.#closedLots,
      forgottenWorkers: this.#forgottenWorkers
    })
    this.#lots.clear()
    this.#results.clear()
    this.#workers.clear()
    this.#closedLots = []
    this.#forgottenWorkers = []
    return changes
  }
}

/** All of it, as a copy. */
export function stateOf(head: LotPolicyHead, lots: Iterable<Lot>, workers: KnownWorkers): LotPolicyState {
  const all = [...lots]
  return structuredClone({
    head,
    lots: all.map((lot) => lot.head),
    results: all.flatMap((lot) => lot.results),
    workers: workers.trusts()
  })
}
