import type { Counter, MetricsRegister } from '@ailee/core'

export interface NetworkMetrics {
  /** Labels: direction. Payload streams only: task and blob. */
  bytes: Counter
  /** Labels: direction, type. */
  messages: Counter
  /** Stream writes: messages ÷ writes is how well they coalesce. */
  writes: Counter
  /** Labels: code. What peers sent and was refused. */
  rejected: Counter
  /** Labels: code. */
  penalties: Counter
  bans: Counter
  /** Labels: what. Messages, streams and connections over a limit. */
  limited: Counter
}

/** Registers the metrics of this package. `peers` is asked at scrape time. */
export function createNetworkMetrics(
  register: MetricsRegister,
  peers: () => number = () => 0
): NetworkMetrics {
  register.gauge({ name: 'ailee_peers_active', help: 'Peers with an open connection', collect: peers })
  return {
    bytes: register.counter({
      name: 'ailee_network_bytes_total',
      help: 'Bytes on task and blob streams',
      labelNames: ['direction']
    }),
    messages: register.counter({
      name: 'ailee_network_messages_total',
      help: 'Messages on task streams, blob transfers and gossip',
      labelNames: ['direction', 'type']
    }),
    writes: register.counter({
      name: 'ailee_network_writes_total',
      help: 'Writes to task streams; several messages share one'
    }),
    rejected: register.counter({
      name: 'ailee_network_rejected_total',
      help: 'Messages and streams of peers that were refused',
      labelNames: ['code']
    }),
    penalties: register.counter({
      name: 'ailee_network_penalties_total',
      help: 'Offences of peers that cost them penalty points',
      labelNames: ['code']
    }),
    bans: register.counter({ name: 'ailee_network_bans_total', help: 'Peers that were banned' }),
    limited: register.counter({
      name: 'ailee_network_limited_total',
      help: 'Messages, streams and connections that were refused because there were too many',
      labelNames: ['what']
    })
  }
}
