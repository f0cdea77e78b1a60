import type { NodeId } from '@ailee/core'
import { ailee } from '#generated'
import {
  readEnum,
  readHash,
  readNumber,
  readOptional,
  readText,
  readU64,
  writeHash,
  writeText,
  writeU64
} from './fields.js'
import { checkScore } from './reputation-record.js'

const numbers = {
  SUCCEEDED: ailee.store.v1.ReputationChangeKind.REPUTATION_SUCCEEDED,
  FAILED: ailee.store.v1.ReputationChangeKind.REPUTATION_FAILED,
  DISPUTED: ailee.store.v1.ReputationChangeKind.REPUTATION_DISPUTED,
  BYZANTINE: ailee.store.v1.ReputationChangeKind.REPUTATION_BYZANTINE,
  BANNED: ailee.store.v1.ReputationChangeKind.REPUTATION_BANNED,
  SLASHED: ailee.store.v1.ReputationChangeKind.REPUTATION_SLASHED
} as const

/** `BANNED`: it gets no more work; `SLASHED`: it lost its stake. The others are what became of an execution. */
export type ReputationChangeKind = keyof typeof numbers

/** One line of a node's history. */
export interface ReputationChangeRecord {
  nodeId: NodeId
  /** From 1, without a gap but for what was never written. */
  number: number
  kind: ReputationChangeKind
  /** The task, or the evidence, 64 hex digits; undefined: neither. */
  subject: string | undefined
  /** Why, where there is more to say than the kind does; else ''. */
  code: string
  /** 0 to 1. */
  scoreBefore: number
  scoreAfter: number
  /** Slashed; else 0. */
  amountUnits: bigint
  /** Unix milliseconds. */
  atMs: number
}

/** Throws STORE_RECORD_INVALID for a field out of range. */
export function encodeReputationChangeRecord(record: ReputationChangeRecord): Uint8Array {
  checkScore(record.scoreBefore, 'scoreBefore')
  checkScore(record.scoreAfter, 'scoreAfter')
  return ailee.store.v1.ReputationChangeRecord.encode({
    nodeId: writeText(record.nodeId, 'nodeId'),
    number: writeU64(record.number, 'number'),
    kind: numbers[record.kind],
    subject: record.subject === undefined ? null : writeHash(record.subject, 'subject'),
    code: record.code,
    scoreBefore: record.scoreBefore,
    scoreAfter: record.scoreAfter,
    amountUnits: writeU64(record.amountUnits, 'amountUnits'),
    atMs: writeU64(record.atMs, 'atMs')
  }).finish()
}

export function decodeReputationChangeRecord(bytes: Uint8Array): ReputationChangeRecord {
  const wire = ailee.store.v1.ReputationChangeRecord.decode(bytes)
  checkScore(wire.scoreBefore, 'score_before')
  checkScore(wire.scoreAfter, 'score_after')
  return {
    nodeId: readText(wire.nodeId, 'node_id'),
    number: readNumber(wire.number, 'number'),
    kind: readEnum(wire.kind, numbers, 'kind'),
    subject: readOptional(wire.subject, (hash) => readHash(hash, 'subject')),
    code: wire.code,
    scoreBefore: wire.scoreBefore,
    scoreAfter: wire.scoreAfter,
    amountUnits: readU64(wire.amountUnits),
    atMs: readNumber(wire.atMs, 'at_ms')
  }
}
