import type { NodeId } from '@ailee/core'
import type { PeerId } from '@libp2p/interface'
import { peerIdFromString } from '@libp2p/peer-id'
import { CODE_P2P, type Multiaddr, multiaddr } from '@multiformats/multiaddr'
import { NetworkError } from '../errors.js'

/** Throws NETWORK_ADDRESS_INVALID. */
export function parseAddress(text: string): Multiaddr {
  let address: Multiaddr
  try {
    address = multiaddr(text)
  } catch (cause) {
    throw invalidAddress(text, cause)
  }
  // The empty address parses, and dials nothing.
  if (address.getComponents().length === 0) throw invalidAddress(text)
  return address
}

export function invalidAddress(text: string, cause?: unknown): NetworkError {
  return new NetworkError('NETWORK_ADDRESS_INVALID', `not a usable address: ${text}`, {
    cause,
    hint: 'Addresses look like /ip4/192.0.2.1/tcp/4001/p2p/12D3Koo…'
  })
}

/** Throws NETWORK_ADDRESS_INVALID if `nodeId` is none. */
export function parsePeerId(nodeId: NodeId): PeerId {
  try {
    return peerIdFromString(nodeId)
  } catch (cause) {
    throw new NetworkError('NETWORK_ADDRESS_INVALID', `not a node id: ${nodeId}`, { cause })
  }
}

/** The id at the end of an address, if it names one. */
export function nodeIdOfAddress(address: Multiaddr): NodeId | undefined {
  return address.getComponents().findLast((component) => component.code === CODE_P2P)?.value
}

/** The address ending in exactly `/p2p/<nodeId>`; undefined if it names another node. */
export function addressOfNode(address: Multiaddr, nodeId: NodeId): Multiaddr | undefined {
  const named = nodeIdOfAddress(address)
  if (named === undefined) return address.encapsulate(`/p2p/${nodeId}`)
  return named === nodeId ? address : undefined
}
