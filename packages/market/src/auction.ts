import type { NodeId } from '@ailee/core'
import type { AuctionStrategy } from '@ailee/protocol'
import { strategyScores } from './strategies.js'

/** What one bid is judged by. Shares are in parts per million: integers, so that everybody computes the same score. */
export interface BidTerms {
  worker: NodeId
  /** In units; at most the auction's `maxCost`. */
  cost: bigint
  /** Executions on the worker now, and how many it runs at once. */
  load: number
  slots: number
  /** 0 to 1 000 000 each; `greenPpm` is 0 where unknown. */
  reputationPpm: number
  healthPpm: number
  greenPpm: number
  /** 0 to 10⁹ microseconds; undefined where unknown. */
  latencyUs: number | undefined
  /** Leases given since this worker was last given one, to 10⁹; that where it had none. */
  waited: number
}

/** A bid and its place. */
export interface ScoredBid extends BidTerms {
  /** 0 to 10⁹. */
  score: number
}

/**
 * Bids from best to worst: by the score of the strategy, then cost, then node id. Bids above `maxCost` are left out.
 * The order of the input does not matter.
 */
export function rankBids(
  bids: readonly BidTerms[],
  maxCost: bigint,
  strategy: AuctionStrategy = 'WEIGHTED'
): ScoredBid[] {
  return bids
    .filter((bid) => bid.cost <= maxCost)
    .map((bid) => ({ ...bid, score: strategyScores[strategy](bid, maxCost) }))
    .sort(compareBids)
}

function compareBids(a: ScoredBid, b: ScoredBid): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.cost !== b.cost) return a.cost < b.cost ? -1 : 1
  return a.worker < b.worker ? -1 : a.worker > b.worker ? 1 : 0
}
