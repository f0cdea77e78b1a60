import { ailee } from '#generated'
import type { Receipt } from '../receipt/receipt.js'
import { exactBytes, parseMessage, required, timestamp, toU64 } from './fields.js'
import { type Outcome, readOutcome, writeOutcome } from './outcome.js'
import { readReceipt, writeReceipt } from './receipt.js'
import { readTaskStatus, type TaskStatus, writeTaskStatus } from './task-status.js'

/** Coordinator to client: what a task has come to while that waits to be made sure of, and may yet change. */
export interface TaskProvisional {
  status: TaskStatus
  outcome: Outcome
  /** As its worker signed it, without a verdict. */
  receipt: Receipt
  /** The lot that it waits in: the commitment to its secret, 32 bytes. */
  lotId: Uint8Array
  /** When it is final at the latest, unless the coordinator's referee is behind; Unix milliseconds. */
  finalByMs: number
}

export function encodeTaskProvisional({
  status,
  outcome,
  receipt,
  lotId,
  finalByMs
}: TaskProvisional): Uint8Array {
  return ailee.v1.TaskProvisional.encode({
    status: writeTaskStatus(status),
    outcome: writeOutcome(outcome),
    receipt: writeReceipt(receipt),
    lotId,
    finalByMs: toU64(finalByMs)
  }).finish()
}

export function decodeTaskProvisional(bytes: Uint8Array): TaskProvisional {
  const wire = parseMessage('TaskProvisional', (data) => ailee.v1.TaskProvisional.decode(data), bytes)
  return {
    status: readTaskStatus(required(wire.status, 'status')),
    outcome: readOutcome(required(wire.outcome, 'outcome')),
    receipt: readReceipt(required(wire.receipt, 'receipt')),
    lotId: exactBytes(wire.lotId, 32, 'lot_id'),
    finalByMs: timestamp(wire.finalByMs, 'final_by_ms')
  }
}
