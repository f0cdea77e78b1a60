import type { ContentHash } from '@ailee/core'
import { ailee } from '#generated'
import { readHash, readNumber, writeHash, writeU32, writeU64 } from './fields.js'

/** A closed lot of verification, and where its file is. */
export interface LotRecord {
  /** The commitment to its secret, 32 bytes in hex. */
  lot: string
  closedAtMs: number
  targetErrorPpm: number
  /** Results that were drawn for. */
  draws: number
  /** Wrong results that were found by it. */
  catches: number
  blobHash: ContentHash
  blobBytes: number
}

/** Throws STORE_RECORD_INVALID for a field out of range. */
export function encodeLotRecord(record: LotRecord): Uint8Array {
  return ailee.store.v1.LotRecord.encode({
    lot: writeHash(record.lot, 'lot'),
    closedAtMs: writeU64(record.closedAtMs, 'closedAtMs'),
    targetErrorPpm: writeU32(record.targetErrorPpm, 'targetErrorPpm'),
    draws: writeU32(record.draws, 'draws'),
    catches: writeU32(record.catches, 'catches'),
    blobHash: writeHash(record.blobHash, 'blobHash'),
    blobBytes: writeU32(record.blobBytes, 'blobBytes')
  }).finish()
}

export function decodeLotRecord(bytes: Uint8Array): LotRecord {
  const wire = ailee.store.v1.LotRecord.decode(bytes)
  return {
    lot: readHash(wire.lot, 'lot'),
    closedAtMs: readNumber(wire.closedAtMs, 'closed_at_ms'),
    targetErrorPpm: wire.targetErrorPpm,
    draws: wire.draws,
    catches: wire.catches,
    blobHash: readHash(wire.blobHash, 'blob_hash'),
    blobBytes: wire.blobBytes
  }
}
