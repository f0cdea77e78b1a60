import { ailee } from '#generated'
import { CLIENT_TASK_ID_BYTES, MAX_ADMISSION_TOKEN_BYTES, MAX_DEADLINE_MS, MAX_REPLICAS } from '../limits.js'
import type { TaskSpec } from '../task-spec.js'
import { type AuctionTerms, readAuctionTerms, writeAuctionTerms } from './auction-terms.js'
import { enumName, exactBytes, integer, parseMessage, required, text, toU64, u64 } from './fields.js'
import { type Requirements, readRequirements, writeRequirements } from './requirements.js'
import { readTaskSpec, writeTaskSpec } from './task-spec.js'
import {
  readVerificationTerms,
  type VerificationTerms,
  writeVerificationTerms
} from './verification-terms.js'

export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'CRITICAL'

const priorityNumbers: Readonly<Record<Priority, number>> = {
  NORMAL: ailee.v1.Priority.NORMAL,
  LOW: ailee.v1.Priority.LOW,
  HIGH: ailee.v1.Priority.HIGH,
  CRITICAL: ailee.v1.Priority.CRITICAL
}

/** Client to coordinator, signed. Answered with TASK_STATUS once module and input are fetched and the task is stored. */
export interface SubmitTask {
  /** 16 bytes, chosen by the client: the same id means the same task. */
  clientTaskId: Uint8Array
  spec: TaskSpec
  /** The most the client pays for the whole task, in units. */
  reward: bigint
  requirements: Requirements
  /** Executions by different workers; more than 1 only where they are compared. */
  replicas: number
  /** From acceptance to the end of the task. */
  deadlineMs: number
  priority: Priority
  /** For coordinators that admit by token. */
  admissionToken?: string | undefined
  verification: VerificationTerms
  /** Absent: {@link defaultAuctionTerms}. */
  auction?: AuctionTerms
}

export function encodeSubmitTask(submit: SubmitTask): Uint8Array {
  const { auction, ...rest } = submit
  return ailee.v1.SubmitTask.encode({
    ...rest,
    spec: writeTaskSpec(submit.spec),
    reward: toU64(submit.reward),
    requirements: writeRequirements(submit.requirements),
    deadlineMs: toU64(submit.deadlineMs),
    priority: priorityNumbers[submit.priority],
    admissionToken: submit.admissionToken ?? '',
    verification: writeVerificationTerms(submit.verification),
    ...(auction === undefined ? {} : { auction: writeAuctionTerms(auction) })
  }).finish()
}

export function decodeSubmitTask(bytes: Uint8Array): SubmitTask {
  const wire = parseMessage('SubmitTask', (data) => ailee.v1.SubmitTask.decode(data), bytes)
  const replicas = integer(wire.replicas, 1, MAX_REPLICAS, 'replicas')
  const admissionToken = text(wire.admissionToken, MAX_ADMISSION_TOKEN_BYTES, 'admission_token')
  return {
    clientTaskId: exactBytes(wire.clientTaskId, CLIENT_TASK_ID_BYTES, 'client_task_id'),
    spec: readTaskSpec(required(wire.spec, 'spec')),
    reward: u64(wire.reward),
    requirements: readRequirements(wire.requirements ?? {}),
    replicas,
    deadlineMs: integer(wire.deadlineMs, 1, MAX_DEADLINE_MS, 'deadline_ms'),
    priority: enumName(wire.priority, priorityNumbers, 'priority'),
    verification: readVerificationTerms(wire.verification ?? {}, replicas),
    ...(wire.auction ? { auction: readAuctionTerms(wire.auction) } : {}),
    ...(admissionToken === '' ? {} : { admissionToken })
  }
}
