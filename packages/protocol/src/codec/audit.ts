import type { TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { NONCE_BYTES } from '../limits.js'
import type { Receipt } from '../receipt/receipt.js'
import { exactBytes, hash, hashBytes, parseMessage, required } from './fields.js'
import { readReceipt, writeReceipt } from './receipt.js'

/** Coordinator to a client that is its own referee: execute this task of yours. Answered with AUDIT_RESULT. */
export interface AuditTask {
  taskId: TaskId
  /** Of the execution that is to be made sure of. */
  attempt: number
  /** 16 bytes; goes into the receipt. */
  nonce: Uint8Array
}

export function encodeAuditTask({ taskId, attempt, nonce }: AuditTask): Uint8Array {
  return ailee.v1.AuditTask.encode({ taskId: hashBytes(taskId), attempt, nonce }).finish()
}

export function decodeAuditTask(bytes: Uint8Array): AuditTask {
  const wire = parseMessage('AuditTask', (data) => ailee.v1.AuditTask.decode(data), bytes)
  return {
    taskId: hash(wire.taskId, 'task_id'),
    attempt: wire.attempt,
    nonce: exactBytes(wire.nonce, NONCE_BYTES, 'nonce')
  }
}

/** Client to coordinator, signed: what it found. The receipt is signed by the session that answers, as by a worker. */
export interface AuditResult {
  taskId: TaskId
  attempt: number
  receipt: Receipt
}

export function encodeAuditResult(result: AuditResult): Uint8Array {
  return ailee.v1.AuditResult.encode({
    taskId: hashBytes(result.taskId),
    attempt: result.attempt,
    receipt: writeReceipt(result.receipt)
  }).finish()
}

export function decodeAuditResult(bytes: Uint8Array): AuditResult {
  const wire = parseMessage('AuditResult', (data) => ailee.v1.AuditResult.decode(data), bytes)
  return {
    taskId: hash(wire.taskId, 'task_id'),
    attempt: wire.attempt,
    receipt: readReceipt(required(wire.receipt, 'receipt'))
  }
}
