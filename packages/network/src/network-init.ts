import type { Clock, Logger, MetricsRegister, NodeId, Random } from '@ailee/core'
import type { BlobSource, Hello, Signature } from '@ailee/protocol'
import type { Identity } from './identity/identity.js'

export interface NetworkComponents {
  identity: Identity
  clock: Clock
  random: Random
  log: Logger
  metrics: MetricsRegister
  /** What this node serves to others. */
  blobs: BlobSource
}

export interface NetworkInit {
  /** Network name. One that starts with `local`, and `regtest`, count as local: private addresses and many nodes on one IP are normal there. */
  network: string
  roles: { worker: boolean; coordinator: boolean; client: boolean }
  /** Program and version, for people; cut to 64 bytes. */
  agent: string
  /** Multiaddrs to listen on; none = dial only. */
  listen: string[]
  /** Multiaddrs of peers to stay connected to. */
  bootstrap: string[]
  mdns: boolean
  /** True = answer DHT queries (server mode); false = only ask. */
  dht: boolean
  gossip: boolean
  maxConnections?: number
  /** Shown in HELLO: the identity this node speaks for, if not its own. */
  delegation?: Signature
}

/** A connected peer. */
export interface PeerInfo {
  nodeId: NodeId
  multiaddr: string
  direction: 'inbound' | 'outbound'
  /** Once the peer has said HELLO. */
  hello?: Hello
  connectedAtMs: number
  /** Of the last keep-alive, which comes every 10 s. */
  latencyMs?: number
}

/** Options of everything that waits. */
export interface Abortable {
  signal?: AbortSignal
}
