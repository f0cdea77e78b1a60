import type { TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { HASH_BYTES } from '../limits.js'
import { exactBytes, hash, hashBytes, parseMessage, toU64, u64 } from './fields.js'

/** Worker to coordinator, signed: it has a result, which it will not change. Resent until COMMITMENT_ACK; a second one changes nothing. */
export interface ResultCommitment {
  taskId: TaskId
  leaseId: bigint
  /** 32 bytes, of `resultCommitment`. */
  commitment: Uint8Array
}

export function encodeResultCommitment({ taskId, leaseId, commitment }: ResultCommitment): Uint8Array {
  return ailee.v1.ResultCommitment.encode({
    taskId: hashBytes(taskId),
    leaseId: toU64(leaseId),
    commitment
  }).finish()
}

export function decodeResultCommitment(bytes: Uint8Array): ResultCommitment {
  const wire = parseMessage('ResultCommitment', (data) => ailee.v1.ResultCommitment.decode(data), bytes)
  return {
    taskId: hash(wire.taskId, 'task_id'),
    leaseId: u64(wire.leaseId),
    commitment: exactBytes(wire.commitment, HASH_BYTES, 'commitment')
  }
}

/** Coordinator to worker: the commitment is on its disk. */
export interface CommitmentAck {
  leaseId: bigint
}

export function encodeCommitmentAck(ack: CommitmentAck): Uint8Array {
  return ailee.v1.CommitmentAck.encode({ leaseId: toU64(ack.leaseId) }).finish()
}

export function decodeCommitmentAck(bytes: Uint8Array): CommitmentAck {
  const wire = parseMessage('CommitmentAck', (data) => ailee.v1.CommitmentAck.decode(data), bytes)
  return { leaseId: u64(wire.leaseId) }
}

/** Coordinator to worker: the result of this lease may now be shown. Told again until it comes. */
export interface RevealResult {
  leaseId: bigint
}

export function encodeRevealResult(reveal: RevealResult): Uint8Array {
  return ailee.v1.RevealResult.encode({ leaseId: toU64(reveal.leaseId) }).finish()
}

export function decodeRevealResult(bytes: Uint8Array): RevealResult {
  const wire = parseMessage('RevealResult', (data) => ailee.v1.RevealResult.decode(data), bytes)
  return { leaseId: u64(wire.leaseId) }
}
