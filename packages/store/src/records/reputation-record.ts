import type { NodeId } from '@ailee/core'
import { ailee } from '#generated'
import { StoreError } from '../errors.js'
import { readNumber, readText, readU64, writeText, writeU64 } from './fields.js'

/** What a node has earned over time. */
export interface ReputationRecord {
  nodeId: NodeId
  /** 0 to 1; a new node has 0.5. */
  score: number
  tasks: number
  successes: number
  failures: number
  disputes: number
  byzantineActs: number
  /** In units. */
  slashedAmount: bigint
  streak: number
  /** Unix milliseconds. */
  updatedAtMs: number
  /** Unix milliseconds; it gets no more work. 0 = it does. */
  bannedAtMs: number
  /** So far: the number of the latest in its history. */
  changes: number
  /** What it was found at fault in last; '' = nothing. */
  fault: string
  /** The fault that its stake was slashed for; '' = none. Where it is banned and this is not `fault`, a slash is owed. */
  slashedFor: string
}

/** Throws STORE_RECORD_INVALID for a field out of range. */
export function encodeReputationRecord(record: ReputationRecord): Uint8Array {
  checkScore(record.score, 'score')
  return ailee.store.v1.ReputationRecord.encode({
    nodeId: writeText(record.nodeId, 'nodeId'),
    score: record.score,
    tasks: writeU64(record.tasks, 'tasks'),
    successes: writeU64(record.successes, 'successes'),
    failures: writeU64(record.failures, 'failures'),
    disputes: writeU64(record.disputes, 'disputes'),
    byzantineActs: writeU64(record.byzantineActs, 'byzantineActs'),
    slashedAmount: writeU64(record.slashedAmount, 'slashedAmount'),
    streak: writeU64(record.streak, 'streak'),
    updatedAtMs: writeU64(record.updatedAtMs, 'updatedAtMs'),
    bannedAtMs: writeU64(record.bannedAtMs, 'bannedAtMs'),
    changes: writeU64(record.changes, 'changes'),
    fault: record.fault,
    slashedFor: record.slashedFor
  }).finish()
}

export function decodeReputationRecord(bytes: Uint8Array): ReputationRecord {
  const wire = ailee.store.v1.ReputationRecord.decode(bytes)
  checkScore(wire.score, 'score')
  return {
    nodeId: readText(wire.nodeId, 'node_id'),
    score: wire.score,
    tasks: readNumber(wire.tasks, 'tasks'),
    successes: readNumber(wire.successes, 'successes'),
    failures: readNumber(wire.failures, 'failures'),
    disputes: readNumber(wire.disputes, 'disputes'),
    byzantineActs: readNumber(wire.byzantineActs, 'byzantine_acts'),
    slashedAmount: readU64(wire.slashedAmount),
    streak: readNumber(wire.streak, 'streak'),
    updatedAtMs: readNumber(wire.updatedAtMs, 'updated_at_ms'),
    bannedAtMs: readNumber(wire.bannedAtMs, 'banned_at_ms'),
    changes: readNumber(wire.changes, 'changes'),
    fault: wire.fault,
    slashedFor: wire.slashedFor
  }
}

/** Throws STORE_RECORD_INVALID unless the score is 0 to 1. */
export function checkScore(score: number, field: string): void {
  if (score >= 0 && score <= 1) return
  throw new StoreError('STORE_RECORD_INVALID', `${field} is ${score}, not 0 to 1`)
}
