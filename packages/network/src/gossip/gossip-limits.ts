import type { Clock, NodeId } from '@ailee/core'
import { GOSSIP_TOTAL_RATE } from '../constants.js'
import type { Gauge } from '../defence/defence.js'
import { TokenBucket } from '../defence/token-bucket.js'

export interface GossipLimitsComponents {
  clock: Clock
  /** What a peer may send. `blameless`: an excess is not held against it. */
  gauge(peer: NodeId, options: { blameless: boolean }): Gauge
  /** Something was refused because of all peers together. */
  limited(): void
}

/**
 * How much gossip is taken: of the peer that brings it, of the peer that made it, and of all peers together. A message
 * that comes from far away may be one too many without any fault of who passes it on.
 */
export class GossipLimits {
  readonly #components: GossipLimitsComponents
  readonly #total: TokenBucket

  constructor(components: GossipLimitsComponents) {
    this.#components = components
    this.#total = new TokenBucket(GOSSIP_TOTAL_RATE, components.clock.monotonic())
  }

  /** To be asked of each message, before it is looked at. */
  mayPass(bringer: NodeId): boolean {
    return this.#components.gauge(bringer, { blameless: false })('gossip') === undefined
  }

  /** To be asked of messages that are signed by `publisher`, new and right: others must not use up what it may say. */
  mayPublish(publisher: NodeId, bringer: NodeId): boolean {
    const { gauge, limited, clock } = this.#components
    if (gauge(publisher, { blameless: publisher !== bringer })('publications') !== undefined) return false
    if (this.#total.take(1, clock.monotonic())) return true
    limited()
    return false
  }
}
