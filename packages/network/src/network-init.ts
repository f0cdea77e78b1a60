import type { Clock, Logger, MetricsRegister, NodeId, Random } from '@ailee/core'
import type { BlobSource, Hello, Signature } from '@ailee/protocol'
import type { BanStore } from './defence/ban-store.js'
import type { Rates } from './defence/rate-limits.js'
import type { Identity } from './identity/identity.js'

export interface NetworkComponents {
  identity: Identity
  clock: Clock
  random: Random
  log: Logger
  metrics: MetricsRegister
  /** What this node serves to others. */
  blobs: BlobSource
  /** Where bans outlive a restart; without it they do not. */
  bans?: BanStore
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
  /** Peers that are never penalised, limited or banned. */
  allowPeers?: readonly NodeId[]
  /** Peers that are never let in, and never dialled. */
  denyPeers?: readonly NodeId[]
  /** True = nobody but `allowPeers` is let in. */
  allowedOnly?: boolean
  /** Of `loadNetworkKey`: only who has it too can be talked to. */
  networkKey?: Uint8Array
  /** What is taken from one peer, where it differs from the constants. */
  rates?: Partial<Rates>
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
