import type { NodeId, TaskId } from '@ailee/core'
import { type BidSet, decodeBidSet, encodeBidSet, type Rejection } from '@ailee/protocol'
import { ailee } from '#generated'
import { readHash, readNumber, readText, writeHash, writeText, writeU32, writeU64 } from './fields.js'

/** How one auction of a task was decided. Times are Unix milliseconds. */
export interface AuctionRecord {
  taskId: TaskId
  /** Which auction of the task it was, from 1. */
  attempt: number
  openedAtMs: number
  closedAtMs: number
  /** Workers that could have been asked. */
  eligible: number
  /** Those that were. */
  asked: NodeId[]
  /** Why others took no part, or those asked did not bid. */
  rejections: Rejection[]
  /** The bids that count, best first; a score is 0 to 10⁹. */
  ranking: { worker: NodeId; score: number }[]
  /** Strategy, maximum, every bid as it was signed with the terms it was judged by, and who won. */
  bidSet: BidSet
}

/** Throws STORE_RECORD_INVALID for a field out of range. */
export function encodeAuctionRecord(record: AuctionRecord): Uint8Array {
  return ailee.store.v1.AuctionRecord.encode({
    taskId: writeHash(record.taskId, 'taskId'),
    attempt: writeU32(record.attempt, 'attempt'),
    openedAtMs: writeU64(record.openedAtMs, 'openedAtMs'),
    closedAtMs: writeU64(record.closedAtMs, 'closedAtMs'),
    eligible: writeU32(record.eligible, 'eligible'),
    asked: record.asked,
    rejections: record.rejections,
    ranking: record.ranking.map(({ worker, score }) => ({
      worker: writeText(worker, 'ranking.worker'),
      score: writeU32(score, 'ranking.score')
    })),
    bidSet: encodeBidSet(record.bidSet)
  }).finish()
}

export function decodeAuctionRecord(bytes: Uint8Array): AuctionRecord {
  const wire = ailee.store.v1.AuctionRecord.decode(bytes)
  return {
    taskId: readHash(wire.taskId, 'task_id'),
    attempt: wire.attempt,
    openedAtMs: readNumber(wire.openedAtMs, 'opened_at_ms'),
    closedAtMs: readNumber(wire.closedAtMs, 'closed_at_ms'),
    eligible: wire.eligible,
    asked: wire.asked,
    rejections: wire.rejections.map(({ worker, code, message }) => ({
      worker: readText(worker, 'rejections.worker'),
      code: code ?? '',
      message: message ?? ''
    })),
    ranking: wire.ranking.map(({ worker, score }) => ({
      worker: readText(worker, 'ranking.worker'),
      score: score ?? 0
    })),
    bidSet: decodeBidSet(wire.bidSet)
  }
}
