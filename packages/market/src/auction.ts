import type { NodeId } from '@ailee/core'

/** Weights of a bid's score; see {@link defaultScoreWeights}. */
export interface ScoreWeights {
  reputation: number
  health: number
  cost: number
  load: number
  green: number
}

/** The preset `weighted`: wR·reputation + wH·health + wC·(1 − cost/maxCost) + wL·load + wG·green. */
export const defaultScoreWeights: ScoreWeights = {
  reputation: 0.35,
  health: 0.25,
  cost: 0.25,
  load: 0.1,
  green: 0.05
}

/** What one bid is judged by. */
export interface BidTerms {
  worker: NodeId
  /** 0 to 1. */
  reputation: number
  /** 0 to 1. */
  health: number
  /** In units; at most the auction's `maxCost`. */
  cost: bigint
  /** Executions on the worker now, and how many it runs at once. */
  load: number
  slots: number
  /** Share of low-carbon power, 0 to 1; 0 where unknown. */
  green: number
}

/** A bid and its place. */
export interface ScoredBid extends BidTerms {
  score: number
}

/** Score of one bid, 0 to 1. */
export function scoreBid(
  bid: BidTerms,
  maxCost: bigint,
  weights: ScoreWeights = defaultScoreWeights
): number {
  const saved = maxCost === 0n ? 1 : 1 - Number(bid.cost) / Number(maxCost)
  const free = Math.max(0, 1 - bid.load / bid.slots)
  return (
    weights.reputation * bid.reputation +
    weights.health * bid.health +
    weights.cost * saved +
    weights.load * free +
    weights.green * bid.green
  )
}

/** Bids from best to worst: by score, then cost, then node id. Bids above `maxCost` are left out. The order of the input does not matter. */
export function rankBids(
  bids: readonly BidTerms[],
  maxCost: bigint,
  weights: ScoreWeights = defaultScoreWeights
): ScoredBid[] {
  return bids
    .filter((bid) => bid.cost <= maxCost)
    .map((bid) => ({ ...bid, score: scoreBid(bid, maxCost, weights) }))
    .sort(compareBids)
}

function compareBids(a: ScoredBid, b: ScoredBid): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.cost !== b.cost) return a.cost < b.cost ? -1 : 1
  return a.worker < b.worker ? -1 : a.worker > b.worker ? 1 : 0
}
