import type { TaskId } from '@ailee/core'
import type { ResultRef, VerificationDecision, VerificationEvent } from '@ailee/market'

/** What an event led to. */
export interface Handled {
  decisions: readonly VerificationDecision[]
  /** Nothing may be seen of the decisions before this resolves; it rejects where the process stops first. Undefined: nothing need be saved. */
  saved: Promise<void> | undefined
}

/** A policy together with what is kept of it on disk. */
export interface KeptPolicy {
  readonly mode: 'lot' | 'ledger' | 'final-now'
  /** Parts per million: what its accepted results are held to. */
  readonly targetErrorPpm: number
  /** True where the client is the referee: others trust nobody for what it says. */
  readonly isOfClient?: boolean
  handle(event: VerificationEvent): Handled
  /** A task has ended, whatever way; undefined where nothing was expected of it. */
  withdraw(taskId: TaskId, atMs: number): Handled | undefined
  /** True from a task's result on until it is decided. */
  holds(taskId: TaskId): boolean
  /** The audit of a task that it waits for. */
  auditOf(taskId: TaskId): ResultRef | undefined
}
