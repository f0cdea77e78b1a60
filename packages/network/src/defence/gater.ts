import type { ConnectionGater, PeerId } from '@libp2p/interface'
import type { Defence } from './defence.js'

/** What libp2p asks before it dials a peer or keeps a connection. */
export function createGater({ defence }: { defence: Defence }): ConnectionGater {
  const refuses = (peer: PeerId): boolean => defence.refuses(peer.toString())
  return {
    denyDialPeer: refuses,
    // Only now is it certain who is at the other end.
    denyInboundEncryptedConnection: refuses,
    denyOutboundEncryptedConnection: refuses
  }
}
