import type { TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { MAX_HEARTBEAT_LEASES } from '../limits.js'
import { code, hash, hashBytes, list, parseMessage, toU64, u64 } from './fields.js'

/** Worker to coordinator: the assignment is taken and runs now or soon. */
export interface AssignAck {
  taskId: TaskId
  leaseId: bigint
}

export function encodeAssignAck(ack: AssignAck): Uint8Array {
  return ailee.v1.AssignAck.encode({ taskId: hashBytes(ack.taskId), leaseId: toU64(ack.leaseId) }).finish()
}

export function decodeAssignAck(bytes: Uint8Array): AssignAck {
  const wire = parseMessage('AssignAck', (data) => ailee.v1.AssignAck.decode(data), bytes)
  return { taskId: hash(wire.taskId, 'task_id'), leaseId: u64(wire.leaseId) }
}

/** Worker to coordinator: the leases it still holds. Leases the coordinator does not know are answered with REVOKE_LEASE. */
export interface Heartbeat {
  leaseIds: bigint[]
}

export function encodeHeartbeat(heartbeat: Heartbeat): Uint8Array {
  return ailee.v1.Heartbeat.encode({ leaseIds: heartbeat.leaseIds.map(toU64) }).finish()
}

export function decodeHeartbeat(bytes: Uint8Array): Heartbeat {
  const wire = parseMessage('Heartbeat', (data) => ailee.v1.Heartbeat.decode(data), bytes)
  return { leaseIds: list(wire.leaseIds, MAX_HEARTBEAT_LEASES, 'lease_ids', u64) }
}

/** Coordinator to worker: the result of this lease is stored, or no longer wanted; it need not be kept. */
export interface ResultAck {
  leaseId: bigint
}

export function encodeResultAck(ack: ResultAck): Uint8Array {
  return ailee.v1.ResultAck.encode({ leaseId: toU64(ack.leaseId) }).finish()
}

export function decodeResultAck(bytes: Uint8Array): ResultAck {
  const wire = parseMessage('ResultAck', (data) => ailee.v1.ResultAck.decode(data), bytes)
  return { leaseId: u64(wire.leaseId) }
}

/** Coordinator to worker: stop this run. */
export interface RevokeLease {
  leaseId: bigint
  code: string
}

export function encodeRevokeLease(revoke: RevokeLease): Uint8Array {
  return ailee.v1.RevokeLease.encode({ leaseId: toU64(revoke.leaseId), code: revoke.code }).finish()
}

export function decodeRevokeLease(bytes: Uint8Array): RevokeLease {
  const wire = parseMessage('RevokeLease', (data) => ailee.v1.RevokeLease.decode(data), bytes)
  return { leaseId: u64(wire.leaseId), code: code(wire.code, 'code') }
}

/** Worker to coordinator: it gives the lease back without a result, through no fault of the task. */
export interface ReturnLease {
  leaseId: bigint
  code: string
}

export function encodeReturnLease(giveBack: ReturnLease): Uint8Array {
  return ailee.v1.ReturnLease.encode({ leaseId: toU64(giveBack.leaseId), code: giveBack.code }).finish()
}

export function decodeReturnLease(bytes: Uint8Array): ReturnLease {
  const wire = parseMessage('ReturnLease', (data) => ailee.v1.ReturnLease.decode(data), bytes)
  return { leaseId: u64(wire.leaseId), code: code(wire.code, 'code') }
}
