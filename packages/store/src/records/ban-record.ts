import type { NodeId } from '@ailee/core'
import { ailee } from '#generated'
import { readNumber, readText, writeText, writeU32, writeU64 } from './fields.js'

/** A node that is not let in for a while. Times are Unix milliseconds. */
export interface BanRecord {
  nodeId: NodeId
  /** The offence that was one too many. */
  code: string
  /** Which of the node's bans this is, from 1. */
  strikes: number
  bannedAtMs: number
  untilMs: number
}

/** Throws STORE_RECORD_INVALID for a field out of range. */
export function encodeBanRecord(record: BanRecord): Uint8Array {
  return ailee.store.v1.BanRecord.encode({
    nodeId: writeText(record.nodeId, 'nodeId'),
    code: writeText(record.code, 'code'),
    strikes: writeU32(record.strikes, 'strikes'),
    bannedAtMs: writeU64(record.bannedAtMs, 'bannedAtMs'),
    untilMs: writeU64(record.untilMs, 'untilMs')
  }).finish()
}

export function decodeBanRecord(bytes: Uint8Array): BanRecord {
  const wire = ailee.store.v1.BanRecord.decode(bytes)
  return {
    nodeId: readText(wire.nodeId, 'node_id'),
    code: readText(wire.code, 'code'),
    strikes: wire.strikes,
    bannedAtMs: readNumber(wire.bannedAtMs, 'banned_at_ms'),
    untilMs: readNumber(wire.untilMs, 'until_ms')
  }
}
