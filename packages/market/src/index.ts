/**
 * Pure policy, no I/O: health score, eligibility, pricing, auction, quorum, reputation. Every function depends on
 * its arguments alone, so anyone can recompute what a coordinator decided. It runs in a browser.
 *
 * ```ts
 * const [winner] = rankBids(bids, maxCost)
 * ```
 * @packageDocumentation
 */
export {
  type BidTerms,
  defaultScoreWeights,
  rankBids,
  type ScoredBid,
  type ScoreWeights,
  scoreBid
} from './auction.js'
export {
  type Candidate,
  isTransient,
  type RejectionCode,
  rejectionOf,
  type TaskDemand
} from './eligibility.js'
export {
  defaultHealthWeights,
  type HealthMeasurements,
  type HealthWeights,
  healthScore,
  isSafeMode
} from './health.js'
export { bidCost } from './pricing.js'
export { decideQuorum, type QuorumDecision } from './quorum.js'
export {
  afterExecution,
  currentScore,
  INITIAL_SCORE,
  newReputation,
  type Reputation,
  type ReputationEvent
} from './reputation.js'
