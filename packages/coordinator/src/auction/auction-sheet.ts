import type { NodeId } from '@ailee/core'
import type { ScoredBid } from '@ailee/market'
import {
  type AuctionStrategy,
  type BidOutcome,
  type BidSetEntry,
  bidderOf,
  MAX_REJECTIONS,
  makeBidSet,
  type Rejection,
  type TaskOffer
} from '@ailee/protocol'
import type { AuctionRecord } from '@ailee/store'

/** What is written down of an auction while it is held. Times are Unix milliseconds. */
export interface AuctionSheet {
  network: string
  coordinator: NodeId
  offer: TaskOffer
  strategy: AuctionStrategy
  /** How many winners are sought. */
  wanted: number
  openedAtMs: number
  /** Workers that could have been asked. */
  eligible: number
  asked: readonly NodeId[]
  /** Those of the workers that were asked come first. */
  rejections: readonly Rejection[]
  entries: readonly Omit<BidSetEntry, 'outcome'>[]
  /** Best first. */
  ranking: readonly ScoredBid[]
  /** Over all commitments, where the auction is sealed. */
  commitmentsRoot: Uint8Array | undefined
}

/** The auction as it is stored, once it is known who won it; who is not named has lost. */
export function closeAuction(
  sheet: AuctionSheet,
  outcomes: ReadonlyMap<NodeId, BidOutcome>,
  closedAtMs: number
): AuctionRecord {
  const { network, coordinator, offer, strategy, wanted, openedAtMs, commitmentsRoot } = sheet
  const { taskId, attempt, maxCost, closesAtMs } = offer
  const head = {
    ...{ network, taskId, attempt, coordinator, openedAtMs, closesAtMs },
    ...{ strategy, maxCost, wanted, commitmentsRoot }
  }
  const entries = sheet.entries.map((entry) => ({
    ...entry,
    outcome: outcomes.get(bidderOf(entry)) ?? ('LOST' as const)
  }))
  return {
    taskId,
    attempt,
    openedAtMs,
    closedAtMs,
    eligible: sheet.eligible,
    asked: [...sheet.asked],
    rejections: sheet.rejections.slice(0, MAX_REJECTIONS),
    ranking: sheet.ranking.map(({ worker, score }) => ({ worker, score })),
    bidSet: makeBidSet(head, entries)
  }
}
