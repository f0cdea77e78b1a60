import type { NodeId, TaskId } from '@ailee/core'
import { decodeGetBidSet, encodeBidSet, type IncomingMessage, type OutgoingMessage } from '@ailee/protocol'
import type { AuctionRecord, AuctionRepository, TaskRecord } from '@ailee/store'
import { CoordinatorError } from '../errors.js'

export interface BidSetsComponents {
  book: { find(taskId: TaskId): Promise<TaskRecord | undefined> }
  auctions: AuctionRepository
}

/** Shows how auctions were decided to those who had a part in them: the task's client, and whoever was asked. */
export class BidSets {
  readonly #components: BidSetsComponents

  constructor(components: BidSetsComponents) {
    this.#components = components
  }

  async get({ from, principal, payload }: IncomingMessage): Promise<OutgoingMessage> {
    const { taskId, attempt } = decodeGetBidSet(payload)
    const auction = await this.#find(taskId, attempt)
    if (auction === undefined || !(await this.#mayAsk(auction, from, principal))) {
      throw new CoordinatorError(
        'AUCTION_NOT_FOUND',
        `no auction of task ${taskId} that you had a part in is kept`
      )
    }
    return { type: 'BID_SET', payload: encodeBidSet(auction.bidSet) }
  }

  async #find(taskId: TaskId, attempt: number): Promise<AuctionRecord | undefined> {
    const { auctions } = this.#components
    if (attempt > 0) return auctions.get(taskId, attempt)
    let latest: AuctionRecord | undefined
    for await (const auction of auctions.list(taskId, { reverse: true })) {
      latest ??= auction
      if (auction.bidSet.entries.some(({ outcome }) => outcome === 'WON')) return auction
    }
    return latest
  }

  async #mayAsk({ taskId, asked }: AuctionRecord, from: NodeId, principal: NodeId): Promise<boolean> {
    return asked.includes(from) || (await this.#components.book.find(taskId))?.client === principal
  }
}
