import { ailee } from '#generated'
import { MAX_REPLICAS } from '../limits.js'
import type { Receipt } from '../receipt/receipt.js'
import { list, parseMessage, required } from './fields.js'
import { type Outcome, readOutcome, writeOutcome } from './outcome.js'
import { readReceipt, writeReceipt } from './receipt.js'
import { readTaskStatus, type TaskStatus, writeTaskStatus } from './task-status.js'

/** Coordinator to client, signed: how a task ended. */
export interface TaskComplete {
  status: TaskStatus
  /** Of the accepted execution; undefined where no execution was accepted. */
  outcome: Outcome | undefined
  /** One for each execution that agreed, each with its verdict. */
  receipts: Receipt[]
}

export function encodeTaskComplete(complete: TaskComplete): Uint8Array {
  return ailee.v1.TaskComplete.encode({
    status: writeTaskStatus(complete.status),
    outcome: complete.outcome === undefined ? null : writeOutcome(complete.outcome),
    receipts: complete.receipts.map(writeReceipt)
  }).finish()
}

export function decodeTaskComplete(bytes: Uint8Array): TaskComplete {
  const wire = parseMessage('TaskComplete', (data) => ailee.v1.TaskComplete.decode(data), bytes)
  return {
    status: readTaskStatus(required(wire.status, 'status')),
    outcome: wire.outcome ? readOutcome(wire.outcome) : undefined,
    receipts: list(wire.receipts, MAX_REPLICAS, 'receipts', readReceipt)
  }
}
