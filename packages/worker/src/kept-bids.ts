import type { NodeId, TaskId } from '@ailee/core'
import { bidCommitment, bytesEqual, type KeptBid, type RevealBid, type SignedReveal } from '@ailee/protocol'
import { MAX_KEPT_BIDS } from './constants.js'

/** A sealed bid of which only the commitment is known yet. */
interface Sealed {
  payload: Uint8Array
  commitment: Uint8Array
}

/** The worker's own bids: those that are still sealed, and those it has shown, to hold coordinators to. The oldest go first. */
export class KeptBids {
  readonly #worker: NodeId
  readonly #network: string
  readonly #sealed = new Map<string, Sealed>()
  readonly #shown = new Map<string, KeptBid>()

  constructor(init: { worker: NodeId; network: string }) {
    this.#worker = init.worker
    this.#network = init.network
  }

  /** Keeps a bid back and gives the commitment to it, 32 bytes. */
  seal(coordinator: NodeId, auction: { taskId: TaskId; attempt: number }, payload: Uint8Array): Uint8Array {
    const commitment = bidCommitment(this.#network, this.#worker, payload)
    remember(this.#sealed, `${coordinator}/${auction.taskId}/${auction.attempt}`, { payload, commitment })
    return commitment
  }

  /** The bid that a coordinator was given this commitment to, or undefined where it was given no such one. */
  sealed(coordinator: NodeId, { taskId, attempt, commitment }: RevealBid): Uint8Array | undefined {
    const kept = this.#sealed.get(`${coordinator}/${taskId}/${attempt}`)
    return kept !== undefined && bytesEqual(kept.commitment, commitment) ? kept.payload : undefined
  }

  show(bid: KeptBid['bid'], reveal: SignedReveal | undefined): void {
    const { taskId, attempt } = bid.bid
    remember(this.#shown, `${taskId}/${attempt}`, { bid, reveal })
  }

  /** The bid last made in an auction of a task; `attempt` 0 = in the last one. */
  shown(taskId: TaskId, attempt: number): KeptBid | undefined {
    if (attempt > 0) return this.#shown.get(`${taskId}/${attempt}`)
    let latest: KeptBid | undefined
    for (const kept of this.#shown.values()) {
      const { bid } = kept.bid
      if (bid.taskId === taskId && bid.attempt > (latest?.bid.bid.attempt ?? 0)) latest = kept
    }
    return latest
  }
}

function remember<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key)
  kept.set(key, value)
  if (kept.size <= MAX_KEPT_BIDS) return
  const [oldest] = kept.keys()
  if (oldest !== undefined) kept.delete(oldest)
}
