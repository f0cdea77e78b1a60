import type { Clock, NodeId } from '@ailee/core'
import {
  type BatchSigner,
  NO_ERROR_ESTIMATE_PPM,
  type Result,
  signVerdict,
  type VerdictBody,
  type VerificationMethod
} from '@ailee/protocol'
import type { TaskRecord } from '@ailee/store'
import type { CoordinatorEvents } from '../events.js'
import type { ReputationBook } from '../reputation-book.js'
import type { OpenTask, TaskBook } from '../task/task-book.js'
import { ended, executionOf } from '../task/transitions.js'

export interface VerdictsComponents {
  nodeId: NodeId
  book: TaskBook
  reputations: ReputationBook
  signer: BatchSigner
  clock: Clock
  events: CoordinatorEvents
}

/** How a result came to be accepted. */
export interface Grounds {
  method: VerificationMethod
  /** Parts per million; undefined: no estimate. */
  estimatedErrorPpm?: number
  lotId?: Uint8Array
}

/** Ends tasks by what came of them: the coordinator countersigns the receipts of what it accepts. */
export class Verdicts {
  readonly #components: VerdictsComponents

  constructor(components: VerdictsComponents) {
    this.#components = components
  }

  /**
   * Ends the task with this result, which `agreeing` executions gave. `first` comes before it, in the same commit. False
   * where the task had ended before.
   */
  async accept(
    task: OpenTask,
    agreeing: readonly Result[],
    grounds: Grounds,
    first: (current: TaskRecord) => TaskRecord = (current) => current
  ): Promise<boolean> {
    const { book, clock, signer, events } = this.#components
    const [accepted] = agreeing
    if (accepted === undefined) return false
    const verdict = this.#verdict(task, agreeing.length, grounds)
    const receipts = await Promise.all(
      agreeing.map((result) => {
        const own = { ...verdict, bidSetRoot: rootOf(task, result) }
        return signVerdict(signer, result.receipt, own)
      })
    )
    const { code, trap } = accepted.receipt
    const { outcome } = accepted
    const succeeded = code === 'SUCCESS'
    const end = {
      state: succeeded ? ('COMPLETED' as const) : ('FAILED' as const),
      code: succeeded ? '' : code,
      message: succeeded ? '' : outcome.detail || trap,
      outcome,
      receipts
    }
    const done = await book.change(task.record.taskId, (current) => ended(first(current), end, clock.now()))
    if (done === undefined) return false
    for (const _ of receipts) events.receiptVerified(verdict.method)
    return true
  }

  /** Credits those whose results were accepted, and notes who said otherwise. */
  async judge(agreeing: readonly Result[], disagreeing: readonly Result[]): Promise<void> {
    const { reputations } = this.#components
    for (const { receipt, taskId } of agreeing) {
      await reputations.record(receipt.worker, 'succeeded', { subject: taskId })
    }
    for (const { receipt, taskId } of disagreeing) {
      await reputations.record(receipt.worker, 'disputed', { subject: taskId })
    }
  }

  async fail({ record }: OpenTask, code: string, message: string): Promise<void> {
    const { book, clock } = this.#components
    await book.change(record.taskId, (current) =>
      ended(current, { state: 'FAILED', code, message }, clock.now())
    )
  }

  #verdict({ submit }: OpenTask, votes: number, grounds: Grounds): VerdictBody {
    const { method, estimatedErrorPpm = NO_ERROR_ESTIMATE_PPM, lotId } = grounds
    const { nodeId, clock } = this.#components
    return {
      coordinator: nodeId,
      method,
      replicas: submit.replicas,
      votes,
      estimatedErrorPpm,
      decidedAtMs: clock.now(),
      lotId,
      bidSetRoot: undefined
    }
  }
}

/** Root over the bids of the auction that the worker won; the coordinator itself has won none. */
function rootOf({ record }: OpenTask, { leaseId, receipt }: Result): Uint8Array | undefined {
  const execution = executionOf(record, leaseId)
  return execution?.worker === receipt.worker ? execution.bidSetRoot : undefined
}
