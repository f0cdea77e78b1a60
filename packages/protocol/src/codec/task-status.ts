import type { NodeId, TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { MAX_LISTED_TASKS, MAX_REJECTIONS, MAX_REPLICAS, MAX_TEXT_BYTES } from '../limits.js'
import { type TaskState, taskStateNumbers } from '../task-state.js'
import { type AuctionTerms, readAuctionTerms, writeAuctionTerms } from './auction-terms.js'
import {
  code,
  enumName,
  hash,
  hashBytes,
  list,
  nodeId,
  parseMessage,
  text,
  timestamp,
  toU64
} from './fields.js'

/** Why a worker was left out of an auction. */
export interface Rejection {
  worker: NodeId
  code: string
  message: string
}

/** Where a task stands; the reply to SUBMIT_TASK, GET_TASK and CANCEL_TASK, and pushed to followers. */
export interface TaskStatus {
  taskId: TaskId
  state: TaskState
  /** Bids received so far. */
  bids: number
  /** Workers that hold a lease now. */
  workers: NodeId[]
  attempts: number
  submittedAtMs: number
  updatedAtMs: number
  /** Why it failed or still waits; empty otherwise. */
  code: string
  message: string
  rejections: Rejection[]
  /** What the client asked of its auctions; absent: the defaults. */
  auction?: AuctionTerms
}

export function readTaskStatus(wire: ailee.v1.ITaskStatus): TaskStatus {
  return {
    taskId: hash(wire.taskId, 'task_id'),
    state: enumName(wire.state, taskStateNumbers, 'state'),
    bids: wire.bids ?? 0,
    workers: list(wire.workers, MAX_REPLICAS, 'workers', (worker) => nodeId(worker, 'workers')),
    attempts: wire.attempts ?? 0,
    submittedAtMs: timestamp(wire.submittedAtMs, 'submitted_at_ms'),
    updatedAtMs: timestamp(wire.updatedAtMs, 'updated_at_ms'),
    code: code(wire.code, 'code', true),
    message: text(wire.message, MAX_TEXT_BYTES, 'message'),
    rejections: list(wire.rejections, MAX_REJECTIONS, 'rejections', (rejection) => ({
      worker: nodeId(rejection.worker, 'rejections.worker'),
      code: code(rejection.code, 'rejections.code'),
      message: text(rejection.message, MAX_TEXT_BYTES, 'rejections.message')
    })),
    ...(wire.auction ? { auction: readAuctionTerms(wire.auction) } : {})
  }
}

export function writeTaskStatus({ auction, ...status }: TaskStatus): ailee.v1.ITaskStatus {
  return {
    ...status,
    ...(auction === undefined ? {} : { auction: writeAuctionTerms(auction) }),
    taskId: hashBytes(status.taskId),
    state: taskStateNumbers[status.state],
    submittedAtMs: toU64(status.submittedAtMs),
    updatedAtMs: toU64(status.updatedAtMs)
  }
}

export function encodeTaskStatus(status: TaskStatus): Uint8Array {
  return ailee.v1.TaskStatus.encode(writeTaskStatus(status)).finish()
}

export function decodeTaskStatus(bytes: Uint8Array): TaskStatus {
  return readTaskStatus(parseMessage('TaskStatus', (data) => ailee.v1.TaskStatus.decode(data), bytes))
}

export function encodeTaskList(tasks: readonly TaskStatus[]): Uint8Array {
  return ailee.v1.TaskList.encode({ tasks: tasks.map(writeTaskStatus) }).finish()
}

export function decodeTaskList(bytes: Uint8Array): TaskStatus[] {
  const wire = parseMessage('TaskList', (data) => ailee.v1.TaskList.decode(data), bytes)
  return list(wire.tasks, MAX_LISTED_TASKS, 'tasks', readTaskStatus)
}
