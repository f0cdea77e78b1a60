import type { NodeId } from '@ailee/core'
import { decodeEvidence, type Evidence, encodeEvidence } from '@ailee/protocol'
import { ailee } from '#generated'
import { readNumber, readOptional, readText, writeText, writeU64 } from './fields.js'

/** Evidence that was found valid. */
export interface EvidenceRecord {
  /** Undefined once there was more than is kept: then only its id is remembered. */
  evidence: Evidence | undefined
  offender: NodeId
  /** Unix milliseconds. */
  takenAtMs: number
  /** True once its effects have happened. */
  applied: boolean
}

/** Throws STORE_RECORD_INVALID for a field out of range. */
export function encodeEvidenceRecord(record: EvidenceRecord): Uint8Array {
  return ailee.store.v1.EvidenceRecord.encode({
    evidence: record.evidence && encodeEvidence(record.evidence),
    offender: writeText(record.offender, 'offender'),
    takenAtMs: writeU64(record.takenAtMs, 'takenAtMs'),
    applied: record.applied
  }).finish()
}

export function decodeEvidenceRecord(bytes: Uint8Array): EvidenceRecord {
  const wire = ailee.store.v1.EvidenceRecord.decode(bytes)
  return {
    evidence: readOptional(wire.evidence, decodeEvidence),
    offender: readText(wire.offender, 'offender'),
    takenAtMs: readNumber(wire.takenAtMs, 'taken_at_ms'),
    applied: wire.applied
  }
}
