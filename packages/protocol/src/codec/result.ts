import type { TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { SALT_BYTES } from '../limits.js'
import type { Receipt } from '../receipt/receipt.js'
import { exactBytes, hash, hashBytes, parseMessage, required, toU64, u64 } from './fields.js'
import { type Outcome, readOutcome, writeOutcome } from './outcome.js'
import { readReceipt, writeReceipt } from './receipt.js'

/** Worker to coordinator, signed: how a leased execution ended. Resent until RESULT_ACK; a second one changes nothing. */
export interface Result {
  taskId: TaskId
  leaseId: bigint
  receipt: Receipt
  outcome: Outcome
  /** What its commitment was made with, 32 bytes; undefined where there was none. */
  salt?: Uint8Array | undefined
}

export function encodeResult(result: Result): Uint8Array {
  return ailee.v1.Result.encode({
    taskId: hashBytes(result.taskId),
    leaseId: toU64(result.leaseId),
    receipt: writeReceipt(result.receipt),
    outcome: writeOutcome(result.outcome),
    ...(result.salt && { salt: result.salt })
  }).finish()
}

export function decodeResult(bytes: Uint8Array): Result {
  const wire = parseMessage('Result', (data) => ailee.v1.Result.decode(data), bytes)
  return {
    taskId: hash(wire.taskId, 'task_id'),
    leaseId: u64(wire.leaseId),
    receipt: readReceipt(required(wire.receipt, 'receipt')),
    outcome: readOutcome(required(wire.outcome, 'outcome')),
    salt: wire.salt.length === 0 ? undefined : exactBytes(wire.salt, SALT_BYTES, 'salt')
  }
}
