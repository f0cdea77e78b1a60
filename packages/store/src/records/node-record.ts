import type { NodeId } from '@ailee/core'
import { ailee } from '#generated'
import { readNumber, readText, writeText, writeU64 } from './fields.js'

/** A node this one has met. Times are Unix milliseconds. */
export interface NodeRecord {
  nodeId: NodeId
  worker: boolean
  coordinator: boolean
  agent: string
  /** Where it was last reached. */
  multiaddrs: string[]
  firstSeenMs: number
  lastSeenMs: number
}

/** Throws STORE_RECORD_INVALID for a field out of range. */
export function encodeNodeRecord(record: NodeRecord): Uint8Array {
  return ailee.store.v1.NodeRecord.encode({
    nodeId: writeText(record.nodeId, 'nodeId'),
    worker: record.worker,
    coordinator: record.coordinator,
    agent: record.agent,
    multiaddrs: record.multiaddrs,
    firstSeenMs: writeU64(record.firstSeenMs, 'firstSeenMs'),
    lastSeenMs: writeU64(record.lastSeenMs, 'lastSeenMs')
  }).finish()
}

export function decodeNodeRecord(bytes: Uint8Array): NodeRecord {
  const wire = ailee.store.v1.NodeRecord.decode(bytes)
  return {
    nodeId: readText(wire.nodeId, 'node_id'),
    worker: wire.worker,
    coordinator: wire.coordinator,
    agent: wire.agent,
    multiaddrs: [...wire.multiaddrs],
    firstSeenMs: readNumber(wire.firstSeenMs, 'first_seen_ms'),
    lastSeenMs: readNumber(wire.lastSeenMs, 'last_seen_ms')
  }
}
