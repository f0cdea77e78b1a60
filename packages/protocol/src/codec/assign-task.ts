import type { TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { NONCE_BYTES } from '../limits.js'
import type { TaskSpec } from '../task-spec.js'
import { exactBytes, hash, hashBytes, integer, parseMessage, required, toU64, u64 } from './fields.js'
import { readTaskSpec, writeTaskSpec } from './task-spec.js'

/** Coordinator to the winner, signed; answered with ASSIGN_ACK. A lease: it lasts as long as heartbeats come. */
export interface AssignTask {
  taskId: TaskId
  attempt: number
  /** Fencing token; grows with every assignment of a coordinator. */
  leaseId: bigint
  /** A lease without a heartbeat for this long is lost. */
  leaseMs: number
  spec: TaskSpec
  /** 16 bytes; goes into the receipt. */
  nonce: Uint8Array
  cost: bigint
  /** The worker commits to its result first, and sends it only when REVEAL_RESULT asks for it. */
  commitFirst: boolean
}

export function encodeAssignTask(assign: AssignTask): Uint8Array {
  return ailee.v1.AssignTask.encode({
    taskId: hashBytes(assign.taskId),
    attempt: assign.attempt,
    leaseId: toU64(assign.leaseId),
    leaseMs: assign.leaseMs,
    spec: writeTaskSpec(assign.spec),
    nonce: assign.nonce,
    cost: toU64(assign.cost),
    commitFirst: assign.commitFirst
  }).finish()
}

export function decodeAssignTask(bytes: Uint8Array): AssignTask {
  const wire = parseMessage('AssignTask', (data) => ailee.v1.AssignTask.decode(data), bytes)
  return {
    taskId: hash(wire.taskId, 'task_id'),
    attempt: wire.attempt,
    leaseId: u64(wire.leaseId),
    leaseMs: integer(wire.leaseMs, 100, 3_600_000, 'lease_ms'),
    spec: readTaskSpec(required(wire.spec, 'spec')),
    nonce: exactBytes(wire.nonce, NONCE_BYTES, 'nonce'),
    cost: u64(wire.cost),
    commitFirst: wire.commitFirst
  }
}
