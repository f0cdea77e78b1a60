import type { ContentHash, TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { MAX_INPUT_BYTES, MAX_MODULE_BYTES } from '../limits.js'
import type { Limits } from '../task-spec.js'
import { hash, hashBytes, integer, parseMessage, required, timestamp, toU64, u64 } from './fields.js'
import { type Requirements, readRequirements, writeRequirements } from './requirements.js'
import { readLimits, writeLimits } from './task-spec.js'

/** Coordinator to eligible workers; answered with BID or DECLINE. The input's hash is told to the winner only. */
export interface TaskOffer {
  taskId: TaskId
  attempt: number
  moduleHash: ContentHash
  moduleBytes: number
  inputBytes: number
  limits: Limits
  requirements: Requirements
  /** The most a bid may ask, in units. */
  maxCost: bigint
  /** Unix milliseconds; later bids are not counted. */
  closesAtMs: number
  /** Answered with a commitment; the bid is shown when it is asked for. Absent: no. */
  sealed?: boolean
}

export function encodeTaskOffer(offer: TaskOffer): Uint8Array {
  return ailee.v1.TaskOffer.encode({
    taskId: hashBytes(offer.taskId),
    attempt: offer.attempt,
    moduleHash: hashBytes(offer.moduleHash),
    moduleBytes: toU64(offer.moduleBytes),
    inputBytes: toU64(offer.inputBytes),
    limits: writeLimits(offer.limits),
    requirements: writeRequirements(offer.requirements),
    maxCost: toU64(offer.maxCost),
    closesAtMs: toU64(offer.closesAtMs),
    sealed: offer.sealed ?? false
  }).finish()
}

export function decodeTaskOffer(bytes: Uint8Array): TaskOffer {
  const wire = parseMessage('TaskOffer', (data) => ailee.v1.TaskOffer.decode(data), bytes)
  return {
    taskId: hash(wire.taskId, 'task_id'),
    attempt: wire.attempt,
    moduleHash: hash(wire.moduleHash, 'module_hash'),
    moduleBytes: integer(wire.moduleBytes, 1, MAX_MODULE_BYTES, 'module_bytes'),
    inputBytes: integer(wire.inputBytes, 0, MAX_INPUT_BYTES, 'input_bytes'),
    limits: readLimits(required(wire.limits, 'limits'), 'limits'),
    requirements: readRequirements(wire.requirements ?? {}),
    maxCost: u64(wire.maxCost),
    closesAtMs: timestamp(wire.closesAtMs, 'closes_at_ms'),
    ...(wire.sealed ? { sealed: true } : {})
  }
}
