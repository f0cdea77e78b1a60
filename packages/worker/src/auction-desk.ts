import type { Clock, NodeId, Random, TaskId } from '@ailee/core'
import {
  type BatchSigner,
  BID_SALT_BYTES,
  type Bid,
  decodeRevealBid,
  decodeTaskOffer,
  encodeBid,
  encodeBidCommitment,
  encodeDecline,
  type IncomingMessage,
  type KeptBid,
  type MessageType,
  messageDomain,
  type OutgoingMessage,
  type SignedReveal,
  signedBid,
  signedReveal,
  type TaskOffer
} from '@ailee/protocol'
import { BidSeries } from './bid-series.js'
import { answerOffer, type Load } from './bidding.js'
import type { Capacity } from './capacity.js'
import { BID_VALIDITY_MS } from './constants.js'
import { WorkerError } from './errors.js'
import { KeptBids } from './kept-bids.js'

export interface AuctionDeskComponents {
  signer: BatchSigner
  clock: Clock
  random: Random
  /** How much is under way when an offer comes. */
  loadFor(offer: TaskOffer): Promise<Load>
}

export interface AuctionDeskInit {
  nodeId: NodeId
  network: string
  capacity: Capacity
}

/**
 * Answers offers. Bids are signed here and not by the transport, since they are shown on: to a coordinator in this very
 * process too, and to whoever asks how an auction went.
 */
export class AuctionDesk {
  readonly #components: AuctionDeskComponents
  readonly #init: AuctionDeskInit
  readonly #series: BidSeries
  readonly #kept: KeptBids

  constructor(components: AuctionDeskComponents, init: AuctionDeskInit) {
    this.#components = components
    this.#init = init
    this.#series = new BidSeries(components)
    this.#kept = new KeptBids({ worker: init.nodeId, network: init.network })
  }

  /** Handles a TASK_OFFER: a bid, a commitment to one where the auction is sealed, or a decline. */
  async offered({ from, payload }: IncomingMessage): Promise<OutgoingMessage> {
    const { loadFor, random } = this.#components
    const offer = decodeTaskOffer(payload)
    const fresh = answerOffer(offer, this.#init.capacity, await loadFor(offer))
    const answer = 'cost' in fresh ? this.#series.bind(offer, fresh) : fresh
    if (!('cost' in answer)) return { type: 'DECLINE', payload: encodeDecline(answer) }
    if (offer.sealed !== true) return this.#bid(encodeBid(answer), undefined)
    const sealed: Bid = { ...answer, salt: random.bytes(BID_SALT_BYTES) }
    const { taskId, attempt } = offer
    const commitment = this.#kept.seal(from, offer, encodeBid(sealed))
    return this.#signed('BID_COMMITMENT', encodeBidCommitment({ taskId, attempt, commitment }))
  }

  /** Handles a REVEAL_BID: shows the bid to whom it was committed. Throws BID_UNKNOWN. */
  async revealed({ from, payload, signature }: IncomingMessage): Promise<OutgoingMessage> {
    const bid = this.#kept.sealed(from, decodeRevealBid(payload))
    if (bid === undefined) throw new WorkerError('BID_UNKNOWN', 'it has committed to no such bid')
    // A coordinator in this very process signs nothing on its way here.
    return this.#bid(bid, signature && signedReveal(payload, signature))
  }

  /** A bid of this worker as it signed it; `attempt` 0 = in the last auction of the task. */
  bidOf(taskId: TaskId, attempt: number): KeptBid | undefined {
    return this.#kept.shown(taskId, attempt)
  }

  async #bid(payload: Uint8Array, reveal: SignedReveal | undefined): Promise<OutgoingMessage> {
    const message = await this.#signed('BID', payload)
    this.#kept.show(signedBid(this.#init.network, payload, message.signature), reveal)
    return message
  }

  async #signed(type: MessageType, payload: Uint8Array) {
    const { signer, clock } = this.#components
    const statement = { domain: messageDomain(type), network: this.#init.network, payload }
    return { type, payload, signature: await signer.sign(statement, clock.now() + BID_VALIDITY_MS) }
  }
}
