import type { GossipSub } from '@chainsafe/libp2p-gossipsub'
import type { Libp2p, ServiceMap } from '@libp2p/interface'
import type { Ping } from '@libp2p/ping'

export interface HostServices extends ServiceMap {
  ping: Ping
}

/** A libp2p node with the services that this package calls. */
export type Host = Libp2p<HostServices>

/** A host and its pubsub, absent where gossip is switched off. */
export interface HostParts {
  host: Host
  pubsub: GossipSub | undefined
}
