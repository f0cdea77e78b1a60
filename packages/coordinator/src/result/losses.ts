import type { Clock, Logger } from '@ailee/core'
import { encodeRevokeLease, type MessageTransport, type Result } from '@ailee/protocol'
import { LEASE_MS, MAX_LOST_EXECUTIONS, RETRY_BACKOFF_MS } from '../constants.js'
import type { CoordinatorEvents } from '../events.js'
import type { Lease, Leases } from '../leases.js'
import type { ReputationBook } from '../reputation-book.js'
import type { TaskBook, Transition } from '../task/task-book.js'
import { ended, executionOf, handedBack, lost, lostExecutions } from '../task/transitions.js'

export interface LossesComponents {
  transport: MessageTransport
  book: TaskBook
  leases: Leases
  reputations: ReputationBook
  clock: Clock
  events: CoordinatorEvents
  log: Logger
}

/** Ends executions that brought no result: the lease is revoked, the worker left out, the task offered again or failed. */
export class Losses {
  readonly #components: LossesComponents

  constructor(components: LossesComponents) {
    this.#components = components
  }

  /** The worker died, froze, gave up, or answered with something that does not hold. */
  async lost(leaseId: bigint, code: string, message: string, result?: Result): Promise<void> {
    const { leases, clock, reputations, events } = this.#components
    const lease = leases.end(leaseId)
    if (lease === undefined) return
    this.revoke(lease.worker, leaseId, code)
    await this.#change(lease, (task) => {
      const nowMs = clock.now()
      const losses = lostExecutions(task).length
      const retryAtMs = nowMs + RETRY_BACKOFF_MS * 2 ** losses
      const next = lost(task, leaseId, { code, message, result }, retryAtMs, nowMs)
      if (losses + 1 < MAX_LOST_EXECUTIONS) return next
      // The last word is the run's own where there was one, since TIMEOUT says more than that three were lost.
      const end = { state: 'FAILED' as const, code: result?.receipt.code ?? 'EXECUTION_LOST', message }
      return ended(next, result === undefined ? end : { ...end, outcome: result.outcome }, nowMs)
    })
    events.executionLost(lease.taskId, lease.worker, code)
    await reputations.record(lease.worker, 'failed', { subject: lease.taskId, code })
  }

  /** The worker could not take the lease, or returned it untouched: no fault, no exclusion. */
  async handedBack(leaseId: bigint, code: string, retryMs = 0): Promise<void> {
    const { leases, clock } = this.#components
    const lease = leases.end(leaseId)
    if (lease === undefined) return
    await this.#change(lease, (task) => {
      const nowMs = clock.now()
      return executionOf(task, leaseId) === undefined
        ? undefined
        : handedBack(task, leaseId, code, nowMs + retryMs, nowMs)
    })
  }

  /** Where the change cannot be stored the lease stays, to end when it expires: else it would hold its task and slot for ever. */
  async #change(lease: Lease, transition: Transition): Promise<void> {
    const { book, leases } = this.#components
    try {
      await book.change(lease.taskId, transition)
    } catch (error) {
      leases.grant(lease, LEASE_MS)
      throw error
    }
  }

  /** Tells a worker to stop a run. Best effort: a worker that does not hear it is refused when it comes with a result. */
  revoke(worker: string, leaseId: bigint, code: string): void {
    const { transport, log } = this.#components
    const message = { type: 'REVOKE_LEASE' as const, payload: encodeRevokeLease({ leaseId, code }) }
    transport.send(worker, message).catch(() => log.debug('worker not told', { worker, code }))
  }
}
