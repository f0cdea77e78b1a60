import type { TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { HASH_BYTES } from '../limits.js'
import { exactBytes, hash, hashBytes, parseMessage } from './fields.js'

/** Worker to coordinator, signed: the answer to a sealed TASK_OFFER it wants to win. */
export interface BidCommitment {
  taskId: TaskId
  attempt: number
  /** 32 bytes, see `bidCommitment`. */
  commitment: Uint8Array
}

export function encodeBidCommitment(message: BidCommitment): Uint8Array {
  return ailee.v1.BidCommitment.encode({ ...message, taskId: hashBytes(message.taskId) }).finish()
}

export function decodeBidCommitment(bytes: Uint8Array): BidCommitment {
  const wire = parseMessage('BidCommitment', (data) => ailee.v1.BidCommitment.decode(data), bytes)
  return {
    taskId: hash(wire.taskId, 'task_id'),
    attempt: wire.attempt,
    commitment: exactBytes(wire.commitment, HASH_BYTES, 'commitment')
  }
}

/** Coordinator to worker, signed: no more commitments are taken, show your bid. Answered with BID. */
export interface RevealBid extends BidCommitment {
  /** 32 bytes over all commitments that were taken, see `commitmentsRoot`. */
  commitmentsRoot: Uint8Array
}

export function encodeRevealBid(message: RevealBid): Uint8Array {
  return ailee.v1.RevealBid.encode({ ...message, taskId: hashBytes(message.taskId) }).finish()
}

export function decodeRevealBid(bytes: Uint8Array): RevealBid {
  const wire = parseMessage('RevealBid', (data) => ailee.v1.RevealBid.decode(data), bytes)
  return {
    taskId: hash(wire.taskId, 'task_id'),
    attempt: wire.attempt,
    commitment: exactBytes(wire.commitment, HASH_BYTES, 'commitment'),
    commitmentsRoot: exactBytes(wire.commitmentsRoot, HASH_BYTES, 'commitments_root')
  }
}
