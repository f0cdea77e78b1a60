import type { NodeId, TaskId } from '@ailee/core'
import {
  decodeOutcome,
  decodeReceipt,
  encodeOutcome,
  encodeReceipt,
  type Outcome,
  type Receipt,
  type Rejection,
  type TaskState,
  taskStateNumbers
} from '@ailee/protocol'
import { ailee } from '#generated'
import { type ExecutionRecord, readExecutionRecord, writeExecutionRecord } from './execution-record.js'
import {
  readBytes,
  readEnum,
  readHash,
  readNumber,
  readOptional,
  readText,
  writeHash,
  writeText,
  writeU32,
  writeU64
} from './fields.js'

/** Everything a coordinator knows of a task. Times are Unix milliseconds. */
export interface TaskRecord {
  taskId: TaskId
  /** Never changes, nor does `submittedAtMs`: both are in the key of an index. */
  client: NodeId
  /** The SUBMIT_TASK payload as received. */
  submitPayload: Uint8Array
  state: TaskState
  submittedAtMs: number
  updatedAtMs: number
  deadlineAtMs: number
  /** Auctions held so far. */
  attempts: number
  /** Bids received so far. */
  bids: number
  executions: ExecutionRecord[]
  /** Why the task failed or still waits; empty otherwise. */
  code: string
  message: string
  rejections: Rejection[]
  outcome: Outcome | undefined
  /** Accepted receipts, verdict included. */
  receipts: Receipt[]
  /** Not offered again before this time. */
  notBeforeMs: number
}

/** Throws STORE_RECORD_INVALID for a field out of range. */
export function encodeTaskRecord(record: TaskRecord): Uint8Array {
  return ailee.store.v1.TaskRecord.encode({
    taskId: writeHash(record.taskId, 'taskId'),
    client: writeText(record.client, 'client'),
    submitPayload: record.submitPayload,
    state: taskStateNumbers[record.state],
    submittedAtMs: writeU64(record.submittedAtMs, 'submittedAtMs'),
    updatedAtMs: writeU64(record.updatedAtMs, 'updatedAtMs'),
    deadlineAtMs: writeU64(record.deadlineAtMs, 'deadlineAtMs'),
    attempts: writeU32(record.attempts, 'attempts'),
    bids: writeU32(record.bids, 'bids'),
    executions: record.executions.map(writeExecutionRecord),
    code: record.code,
    message: record.message,
    rejections: record.rejections,
    outcome: record.outcome && encodeOutcome(record.outcome),
    receipts: record.receipts.map(encodeReceipt),
    notBeforeMs: writeU64(record.notBeforeMs, 'notBeforeMs')
  }).finish()
}

/** Throws for bytes that are no complete record; callers wrap it in `decodeStored`. */
export function decodeTaskRecord(bytes: Uint8Array): TaskRecord {
  const wire = ailee.store.v1.TaskRecord.decode(bytes)
  return {
    taskId: readHash(wire.taskId, 'task_id'),
    client: readText(wire.client, 'client'),
    submitPayload: readBytes(wire.submitPayload),
    state: readEnum(wire.state, taskStateNumbers, 'state'),
    submittedAtMs: readNumber(wire.submittedAtMs, 'submitted_at_ms'),
    updatedAtMs: readNumber(wire.updatedAtMs, 'updated_at_ms'),
    deadlineAtMs: readNumber(wire.deadlineAtMs, 'deadline_at_ms'),
    attempts: wire.attempts,
    bids: wire.bids,
    executions: wire.executions.map(readExecutionRecord),
    code: wire.code,
    message: wire.message,
    rejections: wire.rejections.map(({ worker, code, message }) => ({
      worker: readText(worker, 'rejections.worker'),
      code: code ?? '',
      message: message ?? ''
    })),
    outcome: readOptional(wire.outcome, decodeOutcome),
    receipts: wire.receipts.map(decodeReceipt),
    notBeforeMs: readNumber(wire.notBeforeMs, 'not_before_ms')
  }
}
