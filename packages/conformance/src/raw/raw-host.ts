import { noise } from '@chainsafe/libp2p-noise'
import { yamux } from '@chainsafe/libp2p-yamux'
import type { Libp2p, PrivateKey } from '@libp2p/interface'
import { tcp } from '@libp2p/tcp'
import { createLibp2p } from 'libp2p'

export interface RawHostInit {
  privateKey: PrivateKey
  /** Addresses to listen at; none for a peer that only dials. */
  listen?: string[]
}

/** A libp2p node with the least that reaches an Ailee node, and no opinion about what goes over its streams. */
export function createRawHost({ privateKey, listen = [] }: RawHostInit): Promise<Libp2p> {
  return createLibp2p({
    privateKey,
    addresses: { listen },
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
    connectionMonitor: { enabled: false },
    connectionManager: { inboundConnectionThreshold: 1000, maxIncomingPendingConnections: 100 }
  })
}
