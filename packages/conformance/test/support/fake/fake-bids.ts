import {
  type BidSet,
  type BidSetEntry,
  type BidSetHead,
  bidCommitment,
  bidderOf,
  bytesEqual,
  commitmentsRoot,
  decodeBidCommitment,
  type Envelope,
  encodeRevealBid,
  encodeTaskOffer,
  makeBidSet,
  messageTypeName,
  type SignedBid,
  type SignedCommitment,
  signedBid,
  type TaskOffer
} from '@ailee/protocol'
import type { Answer } from './fake-peer.js'
import { Refusal } from './refusal.js'
import type { Broken } from './rules.js'

/** Asks a worker, and gives its answer within a time. */
export interface Asked {
  worker: string
  ask(message: Answer): Promise<Envelope>
}

type Entry = Omit<BidSetEntry, 'outcome'>

const terms = { reputationPpm: 500_000, healthPpm: 500_000, greenPpm: 0, latencyUs: undefined, waited: 0 }

/** One auction of a fake coordinator: every bid, and the set they make. It goes by the lowest cost, whatever it is told. */
export class FakeBids {
  readonly #offer: TaskOffer
  readonly #init: { network: string; nodeId: string; broken: Broken }
  readonly #entries: Entry[] = []
  #root: Uint8Array | undefined

  constructor(offer: TaskOffer, init: { network: string; nodeId: string; broken: Broken }) {
    this.#offer = offer
    this.#init = init
  }

  async collect(workers: readonly Asked[]): Promise<void> {
    const { sealed } = this.#offer
    const message: Answer = { type: 'TASK_OFFER', payload: encodeTaskOffer(this.#offer) }
    await Promise.allSettled(
      workers.map(async (one) => {
        const answer = await one.ask(message)
        if (sealed !== true) {
          this.#entries.push({ bid: this.#bidIn(answer), commitment: undefined, ...terms })
          return
        }
        const entry: Entry = { bid: undefined, commitment: this.#commitmentIn(answer), ...terms }
        this.#entries.push(entry)
        if (this.#init.broken.revealsAtOnce) await this.#reveal(entry, one)
      })
    )
    if (sealed !== true) return
    this.#root = this.#rootNow()
    if (this.#init.broken.revealsAtOnce) return
    const committed = [...this.#entries]
    await Promise.allSettled(
      committed.map(async (entry) => {
        const one = workers.find(({ worker }) => worker === bidderOf(entry))
        if (one !== undefined) await this.#reveal(entry, one)
      })
    )
  }

  /** The cheapest bid. */
  get winner(): { worker: string; cost: bigint } | undefined {
    const shown = this.#entries.flatMap((entry) =>
      entry.bid === undefined ? [] : [{ worker: bidderOf(entry), cost: entry.bid.bid.cost }]
    )
    const ranked = shown.sort((a, b) => Number(a.cost - b.cost))
    return ranked.at(this.#init.broken.picksTheDearest ? -1 : 0)
  }

  /** What the auction was decided by. */
  set(): BidSet {
    const { network, nodeId } = this.#init
    const { taskId, attempt, maxCost, closesAtMs } = this.#offer
    const head: BidSetHead = {
      ...{ network, taskId, attempt, coordinator: nodeId, openedAtMs: closesAtMs, closesAtMs },
      ...{ strategy: 'LOWEST_COST', maxCost, wanted: 1, commitmentsRoot: this.#root }
    }
    const winner = this.winner?.worker
    return makeBidSet(
      head,
      this.#entries.map((entry) => ({ ...entry, outcome: bidderOf(entry) === winner ? 'WON' : 'LOST' }))
    )
  }

  async #reveal(entry: Entry, { worker, ask }: Asked): Promise<void> {
    const { taskId, attempt } = this.#offer
    const commitment = entry.commitment?.commitment.commitment ?? new Uint8Array()
    const payload = encodeRevealBid({ taskId, attempt, commitment, commitmentsRoot: this.#rootNow() })
    const bid = this.#bidIn(await ask({ type: 'REVEAL_BID', payload }))
    const isCommitted = bytesEqual(bidCommitment(this.#init.network, worker, bid.payload), commitment)
    if (isCommitted || this.#init.broken.takesChangedBids) entry.bid = bid
  }

  #rootNow(): Uint8Array {
    const commitments = this.#entries.map((entry) => ({
      worker: bidderOf(entry),
      commitment: entry.commitment?.commitment.commitment ?? new Uint8Array()
    }))
    return commitmentsRoot(this.#offer, commitments)
  }

  #bidIn({ type, payload, signature }: Envelope): SignedBid {
    if (messageTypeName(type) !== 'BID' || signature === undefined) throw new Refusal('BID_INVALID')
    const signed = signedBid(this.#init.network, payload, signature)
    const { taskId, attempt, cost } = signed.bid
    const fits = taskId === this.#offer.taskId && attempt === this.#offer.attempt
    if (!fits || (cost > this.#offer.maxCost && !this.#init.broken.takesDearBids))
      throw new Refusal('BID_TOO_HIGH')
    return signed
  }

  #commitmentIn({ type, payload, signature }: Envelope): SignedCommitment {
    if (messageTypeName(type) !== 'BID_COMMITMENT' || signature === undefined)
      throw new Refusal('BID_INVALID')
    return { payload, signature, commitment: decodeBidCommitment(payload) }
  }
}
