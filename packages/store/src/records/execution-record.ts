import type { NodeId } from '@ailee/core'
import { decodeResult, encodeResult, type Result } from '@ailee/protocol'
import { ailee } from '#generated'
import {
  readBytes,
  readEnum,
  readNumber,
  readOptional,
  readText,
  readU64,
  writeText,
  writeU32,
  writeU64
} from './fields.js'

export type ExecutionState = 'LEASED' | 'RUNNING' | 'COMMITTED' | 'RETURNED' | 'LOST' | 'REVOKED' | 'REJECTED'

const executionStateNumbers: Readonly<Record<ExecutionState, number>> = {
  LEASED: ailee.store.v1.ExecutionState.LEASED,
  RUNNING: ailee.store.v1.ExecutionState.RUNNING,
  COMMITTED: ailee.store.v1.ExecutionState.COMMITTED,
  RETURNED: ailee.store.v1.ExecutionState.RETURNED,
  LOST: ailee.store.v1.ExecutionState.LOST,
  REVOKED: ailee.store.v1.ExecutionState.REVOKED,
  REJECTED: ailee.store.v1.ExecutionState.REJECTED
}

/** One worker's try at a task. */
export interface ExecutionRecord {
  attempt: number
  worker: NodeId
  leaseId: bigint
  state: ExecutionState
  /** Unix milliseconds. */
  assignedAtMs: number
  /** Unix milliseconds; 0 = not ended. */
  endedAtMs: number
  /** What the worker bid, in units. */
  cost: bigint
  nonce: Uint8Array
  /** Once returned. */
  result: Result | undefined
  /** Why it failed; empty otherwise. */
  code: string
  message: string
  /** What the worker committed to before it was asked for its result, 32 bytes; undefined = nothing. */
  commitment?: Uint8Array | undefined
  /** Unix milliseconds; undefined = it has not. */
  committedAtMs?: number | undefined
  /** 32 bytes, of the auction it was won in; undefined in records of a time before there were bid sets. */
  bidSetRoot?: Uint8Array
}

export function readExecutionRecord(wire: ailee.store.v1.IExecutionRecord): ExecutionRecord {
  return {
    attempt: wire.attempt ?? 0,
    worker: readText(wire.worker, 'executions.worker'),
    leaseId: readU64(wire.leaseId),
    state: readEnum(wire.state, executionStateNumbers, 'executions.state'),
    assignedAtMs: readNumber(wire.assignedAtMs, 'executions.assigned_at_ms'),
    endedAtMs: readNumber(wire.endedAtMs, 'executions.ended_at_ms'),
    cost: readU64(wire.cost),
    nonce: readBytes(wire.nonce),
    result: readOptional(wire.result, decodeResult),
    code: wire.code ?? '',
    message: wire.message ?? '',
    ...(wire.bidSetRoot?.length ? { bidSetRoot: readBytes(wire.bidSetRoot) } : {}),
    ...readCommitment(wire)
  }
}

export function writeExecutionRecord(record: ExecutionRecord): ailee.store.v1.IExecutionRecord {
  return {
    attempt: writeU32(record.attempt, 'executions.attempt'),
    worker: writeText(record.worker, 'executions.worker'),
    leaseId: writeU64(record.leaseId, 'executions.leaseId'),
    state: executionStateNumbers[record.state],
    assignedAtMs: writeU64(record.assignedAtMs, 'executions.assignedAtMs'),
    endedAtMs: writeU64(record.endedAtMs, 'executions.endedAtMs'),
    cost: writeU64(record.cost, 'executions.cost'),
    nonce: record.nonce,
    result: record.result && encodeResult(record.result),
    code: record.code,
    message: record.message,
    ...(record.commitment && {
      commitment: record.commitment,
      committedAtMs: writeU64(record.committedAtMs ?? 0, 'executions.committedAtMs')
    }),
    ...(record.bidSetRoot === undefined ? {} : { bidSetRoot: record.bidSetRoot })
  }
}

function readCommitment({
  commitment,
  committedAtMs
}: ailee.store.v1.IExecutionRecord): Pick<ExecutionRecord, 'commitment' | 'committedAtMs'> {
  if (commitment === null || commitment === undefined || commitment.length === 0) return {}
  return {
    commitment: readBytes(commitment),
    committedAtMs: readNumber(committedAtMs, 'executions.committed_at_ms')
  }
}
