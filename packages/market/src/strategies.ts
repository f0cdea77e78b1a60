import { type AuctionStrategy, PPM } from '@ailee/protocol'
import type { BidTerms } from './auction.js'

/** What the best bid there can be scores. */
export const FULL_SCORE = 1_000_000_000

/** Thousandths: their sum is 1000. */
export const scoreWeights = { reputation: 350, health: 250, cost: 250, load: 100, green: 50 } as const

type Score = (bid: BidTerms, maxCost: bigint) => number

/** A share in parts per million as a score. */
const ofShare = (ppm: number): number => ppm * (FULL_SCORE / PPM)

/** Share of the maximum that the bid leaves, parts per million, rounded down. */
function savedPpm({ cost }: BidTerms, maxCost: bigint): number {
  return maxCost === 0n ? PPM : Number(((maxCost - cost) * BigInt(PPM)) / maxCost)
}

/** Share of the worker's slots that is free, parts per million, rounded down. */
function freePpm({ load, slots }: BidTerms): number {
  return Math.floor((Math.max(0, slots - load) * PPM) / slots)
}

/** Score of one bid, an integer from 0 to 10⁹, by each strategy. What is equal by it goes by cost, then by node id. */
export const strategyScores: Readonly<Record<AuctionStrategy, Score>> = {
  /** Trust, health and price together: 0.35·reputation + 0.25·health + 0.25·saved + 0.10·free + 0.05·green. */
  WEIGHTED: (bid, maxCost) =>
    scoreWeights.reputation * bid.reputationPpm +
    scoreWeights.health * bid.healthPpm +
    scoreWeights.cost * savedPpm(bid, maxCost) +
    scoreWeights.load * freePpm(bid) +
    scoreWeights.green * bid.greenPpm,
  LOWEST_COST: (bid, maxCost) => ofShare(savedPpm(bid, maxCost)),
  /** Unknown counts as the worst. */
  LOWEST_LATENCY: ({ latencyUs }) => FULL_SCORE - (latencyUs ?? FULL_SCORE),
  HIGHEST_REPUTATION: ({ reputationPpm }) => ofShare(reputationPpm),
  LEAST_LOADED: (bid) => ofShare(freePpm(bid)),
  /** Whoever has waited longest for a lease. */
  ROUND_ROBIN: ({ waited }) => waited,
  GREEN: ({ greenPpm }) => ofShare(greenPpm)
}
