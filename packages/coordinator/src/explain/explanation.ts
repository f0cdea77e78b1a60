import type { NodeId, TaskId } from '@ailee/core'
import type { AuctionStrategy, BidOutcome, Rejection, TaskState } from '@ailee/protocol'
import type { ExecutionState } from '@ailee/store'

/**
 * Why a task went as it went. Plain data that JSON keeps: units and fuel are decimal texts, times Unix milliseconds,
 * shares 0 to 1.
 */
export interface Explanation {
  taskId: TaskId
  client: NodeId
  state: TaskState
  /** Why it failed or still waits; empty otherwise. */
  code: string
  message: string
  submittedAtMs: number
  updatedAtMs: number
  deadlineAtMs: number
  /** It is not offered before; 0 = it need not wait. */
  notBeforeMs: number
  /** What the client asked for. */
  terms: {
    reward: string
    replicas: number
    /** How many of them must agree; 0 = more than half. */
    quorum: number
    priority: string
    verification: string
    targetErrorPpm: number
    maxDelayMs: number
    strategy: AuctionStrategy
    sealed: boolean
    regions: string[]
    minReputation: number
    isolation: string | null
  }
  /** Of auctions that nobody won, only the last is kept. */
  auctions: ExplainedAuction[]
  executions: ExplainedExecution[]
  /** Results that count, those that agree together; the largest group first. */
  votes: { result: string; workers: NodeId[] }[]
  verification: ExplainedVerification
  money: { escrow: ExplainedEscrow | null; movements: Movement[] }
}

export interface ExplainedAuction {
  attempt: number
  openedAtMs: number
  closedAtMs: number
  strategy: AuctionStrategy
  sealed: boolean
  maxCost: string
  wanted: number
  /** Workers that could have been asked, and those that were. */
  eligible: number
  asked: NodeId[]
  /** Why the others were not, and those asked did not bid. */
  rejections: Rejection[]
  /** Best first; those that do not count have no score. */
  bids: ExplainedBid[]
  /** Stands for all of this in the verdict, hex. */
  bidSetRoot: string
}

export interface ExplainedBid {
  worker: NodeId
  outcome: BidOutcome
  /** 0 to 1; null where the bid does not count. */
  score: number | null
  /** Null where the worker committed to a bid and did not show it. */
  cost: string | null
  load: number | null
  slots: number | null
  reputation: number
  health: number
  green: number
  latencyMs: number | null
  /** Leases that others were given since the worker was last given one. */
  waited: number
}

export interface ExplainedExecution {
  attempt: number
  worker: NodeId
  leaseId: string
  state: ExecutionState
  assignedAtMs: number
  committedAtMs: number | null
  /** Null while it goes on. */
  endedAtMs: number | null
  cost: string
  /** Why it does not count; empty otherwise. */
  code: string
  message: string
  result: { code: string; trap: string; exitCode: number; fuelUsed: string; outputBytes: number } | null
}

export interface ExplainedVerification {
  /** What makes sure of the result; null where none has come. */
  policy: 'lot' | 'ledger' | 'final-now' | 'replicas' | 'none' | null
  /** Of the verdict; null before there is one. */
  method: string | null
  votes: number | null
  /** The chance that an accepted result is wrong; null: no estimate. */
  estimatedErrorPpm: number | null
  /** True while the referee still owes an execution. */
  auditPending: boolean
  /** The lot's commitment, hex. */
  lot: string | null
  finalByMs: number | null
}

export interface ExplainedEscrow {
  funded: string
  paid: string
  refunded: string
  held: string
}

/** Units that went from one place to another: `balance/…`, `stake/…`, `escrow/…` or `issue`. */
export interface Movement {
  operation: string
  from: string
  to: string
  units: string
  atMs: number
}
