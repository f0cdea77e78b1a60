import { ailee } from '#generated'
import { enumName } from './fields.js'

/** How the winners of an auction are chosen among its bids. */
export type AuctionStrategy =
  | 'WEIGHTED'
  | 'LOWEST_COST'
  | 'LOWEST_LATENCY'
  | 'HIGHEST_REPUTATION'
  | 'LEAST_LOADED'
  | 'ROUND_ROBIN'
  | 'GREEN'

export const auctionStrategyNumbers: Readonly<Record<AuctionStrategy, number>> = {
  WEIGHTED: ailee.v1.AuctionStrategy.WEIGHTED,
  LOWEST_COST: ailee.v1.AuctionStrategy.LOWEST_COST,
  LOWEST_LATENCY: ailee.v1.AuctionStrategy.LOWEST_LATENCY,
  HIGHEST_REPUTATION: ailee.v1.AuctionStrategy.HIGHEST_REPUTATION,
  LEAST_LOADED: ailee.v1.AuctionStrategy.LEAST_LOADED,
  ROUND_ROBIN: ailee.v1.AuctionStrategy.ROUND_ROBIN,
  GREEN: ailee.v1.AuctionStrategy.GREEN
}

/** What a client asks of the auctions of its task. */
export interface AuctionTerms {
  strategy: AuctionStrategy
  /** Bids are committed to before any of them is shown. */
  sealed: boolean
}

export const defaultAuctionTerms: AuctionTerms = { strategy: 'WEIGHTED', sealed: false }

export function readAuctionTerms(wire: ailee.v1.IAuctionTerms): AuctionTerms {
  return {
    strategy: enumName(wire.strategy, auctionStrategyNumbers, 'auction.strategy'),
    sealed: wire.sealed ?? false
  }
}

export function writeAuctionTerms({ strategy, sealed }: AuctionTerms): ailee.v1.IAuctionTerms {
  return { strategy: auctionStrategyNumbers[strategy], sealed }
}
