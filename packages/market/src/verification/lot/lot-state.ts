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
