import { errorMessage, joinSignals, type NodeId } from '@ailee/core'
import type { Connection, Stream } from '@libp2p/interface'
import { STREAM_OPEN_TIMEOUT_MS } from '../constants.js'
import { NetworkError, type NetworkErrorCode } from '../errors.js'
import { parsePeerId } from '../host/address.js'
import type { Host } from '../host/host.js'

/**
 * Opens a stream to a peer over a connection it has, or dials it at the addresses known of it. The routing table
 * is not asked: that can take long, and who must be found is found by discovery. Throws an error of `code`.
 */
export async function openStream(
  host: Host,
  nodeId: NodeId,
  protocol: string,
  options: { code: NetworkErrorCode; signal: AbortSignal }
): Promise<Stream> {
  const timeout = AbortSignal.timeout(STREAM_OPEN_TIMEOUT_MS)
  const signal = joinSignals(timeout, options.signal) ?? timeout
  try {
    const connection = await connectionTo(host, nodeId, signal)
    return await connection.newStream(protocol, { signal })
  } catch (cause) {
    throw new NetworkError(options.code, `no ${protocol} stream to ${nodeId}: ${errorMessage(cause)}`, {
      cause
    })
  }
}

async function connectionTo(host: Host, nodeId: NodeId, signal: AbortSignal): Promise<Connection> {
  const peerId = parsePeerId(nodeId)
  const open = host.getConnections(peerId).find((connection) => connection.status === 'open')
  if (open !== undefined) return open
  if (nodeId === host.peerId.toString())
    throw new NetworkError('NETWORK_DIAL_FAILED', 'a node cannot dial itself')
  const { addresses } = await host.peerStore.get(peerId, { signal })
  if (addresses.length === 0) throw new NetworkError('NETWORK_DIAL_FAILED', 'no address of the peer is known')
  return host.dial(peerId, { signal })
}
