import type { NodeId, TaskId } from '@ailee/core'

/** How results of a task come to be believed. */
export type VerificationMode = 'lot' | 'ledger' | 'final-now' | 'replicas'

/** One execution's result: attempt numbers count a task's assignments. */
export interface ResultRef {
  taskId: TaskId
  attempt: number
  worker: NodeId
}

/** What a policy is told. Times are Unix milliseconds. */
export type VerificationEvent =
  /**
   * A worker's signed result is on disk. `resultKey` stands for everything that must agree: code, output root, fuel.
   * It must have come before anything of this policy's draws could be known.
   */
  | ({
      kind: 'result'
      resultKey: string
      /** What the task pays, in units. */
      value: bigint
      atMs: number
      /** When the submitter wants the result final at the latest. */
      maxDelayMs: number
      /** An earlier policy of the same secret was told of it, and may have wanted an audit that it did not save. */
      toldBefore?: boolean
      /** Least chance of an audit, 0 to 1, where its worker's reputation or stake asks for it. Lots do without. */
      leastAuditChance?: number | undefined
    } & ResultRef)
  /** The referee has executed the task. */
  | { kind: 'audited'; taskId: TaskId; attempt: number; refereeKey: string; atMs: number }
  /** The referee could not execute the task, and will not try again. */
  | { kind: 'audit-failed'; taskId: TaskId; attempt: number; atMs: number }
  /** The execution ended by no fault of the result: timeout, lost connection, out of memory. */
  | ({ kind: 'lost'; atMs: number } & ResultRef)
  /** The worker has nothing to lose here any more, and nothing undecided. Should it come back, it begins anew. */
  | { kind: 'left'; worker: NodeId }
  /** The task ended elsewhere: cancelled, expired, given up. */
  | { kind: 'withdrawn'; taskId: TaskId; atMs: number }
  | { kind: 'tick'; atMs: number }

export type AuditReason = 'probation' | 'drawn' | 'raised' | 'closing' | 'recheck' | 'again' | 'always'

export type RequeueReason = 'worker-caught' | 'worker-banned' | 'audit-failed' | 'lost'

/** sha3-256 of a lot's secret, hex: what a lot is known by outside. */
export type LotCommitment = string

/** What a coordinator has to do, in this order, once the event is stored. */
export type VerificationDecision =
  /** Draws of this lot follow from a secret whose sha3-256 hash is this; publish it. */
  | { kind: 'lot-opened'; lotId: number; commitment: string; size: number; baseRate: number }
  /** Usable, may change. Not to be paid. */
  | ({ kind: 'provisional'; lotId: number } & ResultRef)
  /** Let the referee execute the task, and report by `audited`. */
  | ({ kind: 'audit'; reason: AuditReason } & ResultRef)
  /** The result of this attempt stands, and is paid. `checked`: the referee found the same. */
  | ({ kind: 'final'; checked: boolean; lot?: LotCommitment } & ResultRef)
  /** The referee's result stands instead of this attempt's, which is not paid. */
  | ({ kind: 'replaced'; refereeKey: string; lot?: LotCommitment } & ResultRef)
  /** This attempt does not count and is not paid; have the task executed by somebody else. */
  | ({ kind: 'requeue'; reason: RequeueReason } & ResultRef)
  /** This attempt's result was proven wrong. */
  | ({ kind: 'caught' } & ResultRef)
  /** One wrong result of a worker that is right otherwise. It begins anew, on probation. */
  | { kind: 'strike'; worker: NodeId }
  /** No more work for this worker; its stake is slashed. */
  | { kind: 'ban'; worker: NodeId }
  /** All of the lot is decided: publish the record, with the secret. */
  | { kind: 'lot-closed'; lotId: number; record: LotRecord }

/**
 * What turns results into decisions. Pure: the same events lead to the same decisions, but for the secrets drawn at
 * the opening of lots. An event that is told twice, or belongs to nothing known, changes nothing. A task's results
 * are told only until it is final, each attempt with a higher number than the last.
 */
export interface VerificationPolicy<State> {
  readonly mode: VerificationMode
  handle(event: VerificationEvent): VerificationDecision[]
  /** Everything it knows, as plain data that JSON keeps. A policy restored from it goes on as this one would. */
  snapshot(): State
  /** Audits it waits for: what to ask the referee again after a restart. */
  pendingAudits(): ResultRef[]
  /** True from a task's result on until it is decided. */
  holds(taskId: TaskId): boolean
  /** The audit of a task that it waits for. */
  auditOf(taskId: TaskId): ResultRef | undefined
  /** When it wants a `tick` next; undefined: not at all. */
  nextTickMs(): number | undefined
}

/** What became of a result. `open` ones are provisional; in a closed lot they are final without a check. */
export type DrawState = 'open' | 'auditing' | 'equal' | 'different' | 'requeued' | 'withdrawn'

/** A result, and the draw on it. */
export interface Draw extends ResultRef {
  resultKey: string
  /** Results of this worker before this one, since it is known or since its strike. */
  priorResults: number
  /** Of these, so many had to be checked first. */
  probationResults: number
  /** The value of the task by the mean value, at least 1. */
  valueWeight: number
  state: DrawState
  /** Audited whatever was drawn: by probation, to recheck a worker, or since the lot was at full audit. */
  certain: boolean
}

/** A closed lot, with its secret: enough to check every draw of it. */
export interface LotRecord {
  lotId: number
  commitment: LotCommitment
  /** 32 bytes, hex. */
  secret: string
  /** Tasks it was opened for, which decided its base rate as long as it was open. */
  size: number
  baseRate: number
  /** Wrong results found by draws; with the base rate they give the level at the end. */
  catches: number
  draws: readonly Draw[]
}
