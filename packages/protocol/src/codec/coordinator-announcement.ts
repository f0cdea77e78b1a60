import type { NodeId } from '@ailee/core'
import { ailee } from '#generated'
import { ProtocolError } from '../errors.js'
import { MAX_GOSSIP_BYTES, MAX_NETWORK_BYTES } from '../limits.js'
import { exactBytes, list, nodeId, nonEmptyText, parseMessage, timestamp, toU64 } from './fields.js'

/** A coordinator exists and takes work. */
export interface CoordinatorAnnouncement {
  network: string
  nodeId: NodeId
  timestampMs: number
  /** Where it can be dialled, ending in `/p2p/<node id>`. */
  multiaddrs: string[]
  tasksPending: number
  /** What it commits to: the lots that take results in, and the next ones; 32 bytes each, at most 16. */
  lots: Uint8Array[]
}

export function encodeCoordinatorAnnouncement(announcement: CoordinatorAnnouncement): Uint8Array {
  return ailee.v1.CoordinatorAnnouncement.encode({
    ...announcement,
    timestampMs: toU64(announcement.timestampMs)
  }).finish()
}

export function decodeCoordinatorAnnouncement(bytes: Uint8Array): CoordinatorAnnouncement {
  if (bytes.length > MAX_GOSSIP_BYTES)
    throw new ProtocolError('WIRE_TOO_LARGE', 'the announcement is too long')
  const wire = parseMessage(
    'CoordinatorAnnouncement',
    (data) => ailee.v1.CoordinatorAnnouncement.decode(data),
    bytes
  )
  return {
    network: nonEmptyText(wire.network, MAX_NETWORK_BYTES, 'network'),
    nodeId: nodeId(wire.nodeId, 'node_id'),
    timestampMs: timestamp(wire.timestampMs, 'timestamp_ms'),
    multiaddrs: list(wire.multiaddrs, 8, 'multiaddrs', (address) => nonEmptyText(address, 512, 'multiaddrs')),
    tasksPending: wire.tasksPending,
    lots: list(wire.lots, 16, 'lots', (lot) => exactBytes(lot, 32, 'lots'))
  }
}
