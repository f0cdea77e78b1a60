import { type BidSet, type BidSetEntry, bidderOf } from '@ailee/protocol'
import { type BidTerms, rankBids, type ScoredBid } from './auction.js'

/** The bids of a set from best to worst, by its own strategy and terms: what its coordinator had to go by. */
export function rankBidSet({ head, entries }: Pick<BidSet, 'head' | 'entries'>): ScoredBid[] {
  const terms = entries.map(bidTermsOf).filter((bid) => bid !== undefined)
  return rankBids(terms, head.maxCost, head.strategy)
}

/** Undefined for a bid that was committed to and not shown. */
export function bidTermsOf(entry: Omit<BidSetEntry, 'outcome'>): BidTerms | undefined {
  if (entry.bid === undefined) return undefined
  const { cost, load, slots } = entry.bid.bid
  const { reputationPpm, healthPpm, greenPpm, latencyUs, waited } = entry
  return {
    worker: bidderOf(entry),
    ...{ cost, load, slots, reputationPpm, healthPpm, greenPpm, latencyUs, waited }
  }
}
