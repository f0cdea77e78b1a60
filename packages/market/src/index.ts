/**
 * Pure policy, no I/O: health score, outliers, eligibility, pricing, auction, quorum, reputation, verification. Every
 * function depends on
 * its arguments alone, so anyone can recompute what a coordinator decided. It runs in a browser.
 *
 * ```ts
 * const [winner] = rankBids(bids, maxCost, 'LOWEST_COST')
 * ```
 * @packageDocumentation
 */
export { type BidTerms, rankBids, type ScoredBid } from './auction.js'
export { bidTermsOf, rankBidSet } from './bid-set-terms.js'
export type { HealthClaim, HealthDoubt, HealthQuantity } from './claims.js'
export {
  type Candidate,
  isTransient,
  type RejectionCode,
  rejectionOf,
  type TaskDemand
} from './eligibility.js'
export { MarketError, type MarketErrorCode } from './errors.js'
export {
  defaultHealthWeights,
  energyEfficiency,
  type HealthMeasurements,
  type HealthWeights,
  healthScore,
  isSafeMode
} from './health.js'
export {
  type BidSetEvidence,
  type BidSetFinding,
  type BidSetJudgement,
  judgeBidSet
} from './judge-bid-set.js'
export { type JudgedClaim, judgeClaims } from './outliers.js'
export { bidCost } from './pricing.js'
export { FairQueue, type WaitingTask } from './queue/fair-queue.js'
export { decideQuorum, majorityOf, type QuorumDecision } from './quorum.js'
export {
  afterExecution,
  auditChanceOfScore,
  currentScore,
  INITIAL_SCORE,
  newReputation,
  type Reputation,
  type ReputationEvent
} from './reputation.js'
export { defaultStakeRule, deterringAuditChance, type StakeRule, stakeFromPay } from './stake.js'
export { FULL_SCORE, scoreWeights, strategyScores } from './strategies.js'
export { baseRate } from './verification/base-rate/base-rate.js'
export { type CatchGame, solveCatchGame } from './verification/base-rate/catch-game.js'
export { LOT_SIZES } from './verification/base-rate/lot-sizes.js'
export {
  allowedWrong,
  DESIGN_MARGIN,
  type LotTerms,
  rateForAllowedWrong,
  solveBaseRate
} from './verification/base-rate/solve-base-rate.js'
export { anyCatchBaseRate, deterringLoss, ledgerExecutions, rateForLotRisk } from './verification/bounds.js'
export { type AnnouncedLot, checkDraws, type DrawProblem } from './verification/check-draws.js'
export { chooseMode, type VerificationTerms } from './verification/choose-mode.js'
export { commitmentOf, type DrawFunction, type DrawSubject, sha3Draw } from './verification/draw.js'
export {
  LedgerPolicy,
  type LedgerPolicyInit,
  type LedgerPolicyState,
  ledgerAuditChance
} from './verification/ledger-policy.js'
export { auditLevel, auditWeight, probationLength, STEP_PER_BASE_RATE } from './verification/levels.js'
export type { LotHead } from './verification/lot/lot.js'
export { LotPolicy, type LotPolicyComponents, type LotPolicyInit } from './verification/lot/lot-policy.js'
export type { LotResult } from './verification/lot/lot-result.js'
export type { LotPolicyHead, LotPolicyState } from './verification/lot/lot-state.js'
export { lotSizeFor } from './verification/lot/lots.js'
export type { WorkerTrust } from './verification/lot/worker-trust.js'
export { judgeLot, type LotFile, looksLikeLot, readLotFile, writeLotFile } from './verification/lot-file.js'
export type {
  AuditReason,
  Draw,
  DrawState,
  LotCommitment,
  LotRecord,
  RequeueReason,
  ResultRef,
  VerificationDecision,
  VerificationEvent,
  VerificationMode,
  VerificationPolicy
} from './verification/policy.js'
