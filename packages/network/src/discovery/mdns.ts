import type { PeerDiscovery, PeerInfo } from '@libp2p/interface'
import { type MulticastDNSComponents, mdns } from '@libp2p/mdns'
import { MDNS_INTERVAL_MS } from '../constants.js'

/** Hears of a peer and where it says it can be dialled. */
export type Sighting = (peer: PeerInfo) => void

/** A DNS label has at most 63 bytes. */
const MAX_LABEL_BYTES = 63

/** One service tag a network, so that two networks on one LAN do not see each other. */
export function mdnsServiceTag(network: string): string {
  const label = `_ailee-${network.toLowerCase().replace(/[^a-z0-9-]/g, '-')}`
  return `${label.slice(0, MAX_LABEL_BYTES)}._udp.local`
}

/**
 * Discovers peers on the LAN. libp2p's own discovery event fires for new peers only, so every answer is reported
 * here: a peer that was lost is found again.
 */
export function discoverByMdns(
  network: string,
  onSighting: Sighting
): (components: MulticastDNSComponents) => PeerDiscovery {
  return (components) => {
    const discovery = mdns({ serviceTag: mdnsServiceTag(network), interval: MDNS_INTERVAL_MS })(components)
    discovery.addEventListener('peer', (event) => onSighting(event.detail))
    return discovery
  }
}
