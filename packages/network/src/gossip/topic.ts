import { errorCode, type NodeId } from '@ailee/core'
import { MAX_CLOCK_SKEW_MS } from '@ailee/protocol'
import type { Message } from '@chainsafe/libp2p-gossipsub'
import { LruMap } from '../collections/lru-map.js'
import { MAX_TRACKED_PUBLISHERS } from '../constants.js'

/** What every gossip message says of itself. */
export interface Stamped {
  network: string
  nodeId: NodeId
  timestampMs: number
}

/**
 * `reject` counts against the peer that passed the message on, `ignore` does not; neither is passed on. `taken` is to be
 * called once a message that was right is passed on too, and not one too many.
 */
export type Judgement<T> =
  | { verdict: 'accept'; value: T; taken?(): void }
  | { verdict: 'ignore'; code: GossipCode | 'RATE_LIMITED' }
  | { verdict: 'reject'; code: string }

/** Codes of the rejected-messages metric. */
export type GossipCode = 'GOSSIP_STALE' | 'GOSSIP_CLOCK_SKEW' | 'GOSSIP_KNOWN' | 'GOSSIP_PUBLISHER_FORGED'

export interface TopicInit<T extends Stamped> {
  network: string
  decode(bytes: Uint8Array): T
  /** Must grow from one message of a publisher to the next. */
  sequence(value: T): number
}

/** Judges the messages of one topic. */
export class Topic<T extends Stamped> {
  readonly #init: TopicInit<T>
  readonly #latest = new LruMap<NodeId, number>(MAX_TRACKED_PUBLISHERS)

  constructor(init: TopicInit<T>) {
    this.#init = init
  }

  judge(message: Message, nowMs: number): Judgement<T> {
    let value: T
    try {
      value = this.#init.decode(message.data)
    } catch (error) {
      return { verdict: 'reject', code: errorCode(error) }
    }
    if (value.network !== this.#init.network) return { verdict: 'reject', code: 'WIRE_NETWORK_MISMATCH' }
    if (message.type !== 'signed' || message.from.toString() !== value.nodeId) {
      return { verdict: 'reject', code: 'GOSSIP_PUBLISHER_FORGED' }
    }
    // A wrong clock or a late copy is no offence of whoever passed it on.
    if (Math.abs(value.timestampMs - nowMs) > MAX_CLOCK_SKEW_MS)
      return { verdict: 'ignore', code: 'GOSSIP_CLOCK_SKEW' }
    const sequence = this.#init.sequence(value)
    if (sequence <= (this.#latest.get(value.nodeId) ?? -1)) return { verdict: 'ignore', code: 'GOSSIP_STALE' }
    this.#latest.set(value.nodeId, sequence)
    return { verdict: 'accept', value }
  }
}
