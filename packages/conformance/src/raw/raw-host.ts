import { noise } from '@chainsafe/libp2p-noise'
import { yamux } from '@chainsafe/libp2p-yamux'
import { identify } from '@libp2p/identify'
import type { ConnectionGater, Libp2p, PrivateKey } from '@libp2p/interface'
import { preSharedKey } from '@libp2p/pnet'
import { type TCPSocketOptions, tcp } from '@libp2p/tcp'
import { createLibp2p } from 'libp2p'

export interface RawHostInit {
  privateKey: PrivateKey
  /** Addresses to listen at; none for a peer that only dials. */
  listen?: string[]
  /** True for a peer that tells by identify what it speaks: without that nobody gossips with it. */
  identifies?: boolean
  /** Key of a private network, in libp2p's form. */
  networkKey?: Uint8Array | undefined
  connectionGater?: ConnectionGater
  /** IP address of this machine to dial from; without it the system chooses. */
  localAddress?: string
}

/** Prefix of the identify protocol, section 2 of the specification. */
const PROTOCOL_PREFIX = 'ailee'

/** A libp2p node with the least that reaches an Ailee node, and no opinion about what goes over its streams. */
export function createRawHost(init: RawHostInit): Promise<Libp2p> {
  const { privateKey, listen = [], identifies = false, networkKey, connectionGater = {} } = init
  const { localAddress } = init
  // Handed on to net.connect as they are, of which the type names a part only.
  const dialOpts: TCPSocketOptions & { localAddress?: string } =
    localAddress === undefined ? {} : { localAddress }
  return createLibp2p({
    privateKey,
    addresses: { listen },
    transports: [tcp({ dialOpts })],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
    ...(networkKey === undefined ? {} : { connectionProtector: preSharedKey({ psk: networkKey }) }),
    connectionGater,
    connectionMonitor: { enabled: false },
    connectionManager: { inboundConnectionThreshold: 1000, maxIncomingPendingConnections: 100 },
    ...(identifies ? { services: { identify: identify({ protocolPrefix: PROTOCOL_PREFIX }) } } : {})
  })
}
