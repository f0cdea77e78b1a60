import type { GossipSub, GossipSubComponents } from '@chainsafe/libp2p-gossipsub'
import { noise } from '@chainsafe/libp2p-noise'
import { yamux } from '@chainsafe/libp2p-yamux'
import { identify } from '@libp2p/identify'
import { type ConnectionGater, FaultTolerance } from '@libp2p/interface'
import { kadDHT, passthroughMapper, removePrivateAddressesMapper } from '@libp2p/kad-dht'
import { ping } from '@libp2p/ping'
import { preSharedKey } from '@libp2p/pnet'
import { createLibp2p } from 'libp2p'
import {
  DEFAULT_MAX_CONNECTIONS,
  DIAL_TIMEOUT_MS,
  INBOUND_UPGRADE_TIMEOUT_MS,
  KAD_PROTOCOL,
  LOCAL_INBOUND_CONNECTIONS_PER_SECOND,
  MAX_UNTOLD_PENDING_CONNECTIONS,
  PROTOCOL_PREFIX
} from '../constants.js'
import { discoverByMdns, type Sighting } from '../discovery/mdns.js'
import { createPubsub } from '../gossip/pubsub.js'
import type { Identity } from '../identity/identity.js'
import type { NetworkInit } from '../network-init.js'
import type { HostParts, HostServices } from './host.js'
import { type ListenOutcome, listeningTcp, parseListenAddresses } from './listen.js'
import { isLocalNetwork } from './local-network.js'

/** Builds a libp2p node; it opens nothing until it is started. `onSighting` hears of peers that answer on the LAN. */
export async function createHost(
  components: { identity: Identity; outcome: ListenOutcome; onSighting: Sighting; gater: ConnectionGater },
  init: NetworkInit
): Promise<HostParts> {
  const local = isLocalNetwork(init.network)
  let pubsub: GossipSub | undefined
  const gossip = (parts: GossipSubComponents): GossipSub => {
    pubsub = createPubsub()(parts)
    return pubsub
  }
  const host = await createLibp2p<HostServices>({
    start: false,
    privateKey: components.identity.privateKey,
    nodeInfo: { userAgent: init.agent },
    addresses: { listen: parseListenAddresses(init.listen).map(String) },
    transports: [listeningTcp(components.outcome)],
    transportManager: { faultTolerance: FaultTolerance.FATAL_ALL },
    connectionEncrypters: [noise()],
    ...(init.networkKey === undefined ? {} : { connectionProtector: preSharedKey({ psk: init.networkKey }) }),
    streamMuxers: [yamux()],
    connectionGater: components.gater,
    connectionMonitor: { protocolPrefix: PROTOCOL_PREFIX },
    connectionManager: {
      maxConnections: init.maxConnections ?? DEFAULT_MAX_CONNECTIONS,
      dialTimeout: DIAL_TIMEOUT_MS,
      inboundUpgradeTimeout: INBOUND_UPGRADE_TIMEOUT_MS,
      maxIncomingPendingConnections: MAX_UNTOLD_PENDING_CONNECTIONS,
      ...(local ? { inboundConnectionThreshold: LOCAL_INBOUND_CONNECTIONS_PER_SECOND } : {})
    },
    peerDiscovery: init.mdns ? [discoverByMdns(init.network, components.onSighting)] : [],
    services: {
      identify: identify({ protocolPrefix: PROTOCOL_PREFIX }),
      ping: ping({ protocolPrefix: PROTOCOL_PREFIX, maxInboundStreams: 4 }),
      dht: kadDHT({
        protocol: KAD_PROTOCOL,
        clientMode: !init.dht,
        peerInfoMapper: local ? passthroughMapper : removePrivateAddressesMapper
      }),
      ...(init.gossip ? { gossip } : {})
    }
  })
  return { host, pubsub }
}
