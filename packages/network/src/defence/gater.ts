import type { ConnectionGater, PeerId } from '@libp2p/interface'
import { MAX_CONNECTIONS_PER_PEER } from '../constants.js'
import type { ConnectionLimits } from './connection-limits.js'
import type { Defence } from './defence.js'

/** What libp2p asks before it dials a peer or keeps a connection. */
export function createGater(components: {
  defence: Defence
  limits: ConnectionLimits
  /** Open connections to a peer. */
  connectionsTo(peer: PeerId): number
}): ConnectionGater {
  const { defence, limits, connectionsTo } = components
  const refuses = (peer: PeerId): boolean => defence.refuses(peer.toString())
  return {
    denyDialPeer: refuses,
    // Before any cryptography.
    denyInboundConnection: (connection) => !limits.admit(connection),
    // Only now is it certain who is at the other end.
    denyInboundEncryptedConnection: (peer) => {
      if (refuses(peer)) return true
      if (connectionsTo(peer) < MAX_CONNECTIONS_PER_PEER) return false
      defence.limited('connections', peer.toString())
      return true
    },
    denyInboundUpgradedConnection: (_, connection) => {
      limits.settled(connection)
      return false
    },
    denyOutboundEncryptedConnection: refuses
  }
}
