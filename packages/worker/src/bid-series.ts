import type { Random } from '@ailee/core'
import { BID_SERIES_BYTES, type Bid, type Decline, type TaskOffer } from '@ailee/protocol'
import { MAX_REMEMBERED_BIDS } from './constants.js'

/**
 * Lets a worker bind itself by its bids, and never contradict one: within a series it has one answer to an auction, and
 * repeats it for whoever offers the same again. What it asks follows from its load, so without this two honest bids
 * could differ. A series ends when it is full, and with the process: nothing is forgotten within it.
 */
export class BidSeries {
  readonly #random: Random
  readonly #bids = new Map<string, Bid>()
  #series: Uint8Array

  constructor(components: { random: Random }) {
    this.#random = components.random
    this.#series = this.#random.bytes(BID_SERIES_BYTES)
  }

  /** The answer to send where `fresh` is what the worker would bid now. */
  bind(offer: TaskOffer, fresh: Bid): Bid | Decline {
    const { taskId, attempt } = offer
    const auction = `${taskId}/${attempt}`
    const made = this.#bids.get(auction)
    if (made === undefined) return this.#remember(auction, fresh)
    // An offer under the same number may be of more work, or pay less, than the one that was bid on.
    if (made.cost >= fresh.cost && made.cost <= offer.maxCost) return made
    return { taskId, attempt, code: 'WORKER_PRICE_TOO_HIGH', message: 'it bid otherwise in this auction' }
  }

  #remember(auction: string, fresh: Bid): Bid {
    if (this.#bids.size >= MAX_REMEMBERED_BIDS) {
      this.#bids.clear()
      this.#series = this.#random.bytes(BID_SERIES_BYTES)
    }
    const bid = { ...fresh, series: this.#series }
    this.#bids.set(auction, bid)
    return bid
  }
}
