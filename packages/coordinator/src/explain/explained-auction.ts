import { FULL_SCORE } from '@ailee/market'
import { type Bid, type BidSetEntry, bidderOf, bidSetRoot, bytesToHex, decodeBid, PPM } from '@ailee/protocol'
import type { AuctionRecord } from '@ailee/store'
import type { ExplainedAuction, ExplainedBid } from './explanation.js'

export function explainAuction(auction: AuctionRecord): ExplainedAuction {
  const { attempt, openedAtMs, closedAtMs, eligible, asked, rejections, ranking, bidSet } = auction
  const { strategy, commitmentsRoot, maxCost, wanted } = bidSet.head
  const places = new Map(ranking.map(({ worker, score }, place) => [worker, { place, score }]))
  const bids = bidSet.entries.map((entry) => ({ entry, place: places.get(bidderOf(entry)) }))
  bids.sort((one, other) => (one.place?.place ?? bids.length) - (other.place?.place ?? bids.length))
  return {
    attempt,
    openedAtMs,
    closedAtMs,
    strategy,
    sealed: commitmentsRoot !== undefined,
    maxCost: String(maxCost),
    wanted,
    eligible,
    asked,
    rejections,
    bids: bids.map(({ entry, place }) => explainBid(entry, place?.score)),
    bidSetRoot: bytesToHex(bidSetRoot(bidSet))
  }
}

function explainBid(entry: BidSetEntry, score: number | undefined): ExplainedBid {
  const bid: Bid | undefined = entry.bid && decodeBid(entry.bid.payload)
  return {
    worker: bidderOf(entry),
    outcome: entry.outcome,
    score: score === undefined ? null : score / FULL_SCORE,
    cost: bid === undefined ? null : String(bid.cost),
    load: bid?.load ?? null,
    slots: bid?.slots ?? null,
    reputation: entry.reputationPpm / PPM,
    health: entry.healthPpm / PPM,
    green: entry.greenPpm / PPM,
    latencyMs: entry.latencyUs === undefined ? null : entry.latencyUs / 1000,
    waited: entry.waited
  }
}
