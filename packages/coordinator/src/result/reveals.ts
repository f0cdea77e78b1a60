import { type Clock, errorCode, errorMessage, type Logger, type TaskId } from '@ailee/core'
import { encodeRevealResult, type MessageTransport } from '@ailee/protocol'
import type { ExecutionRecord } from '@ailee/store'
import { REVEAL_RETRY_MS, REVEAL_TIMEOUT_MS } from '../constants.js'
import type { TaskBook } from '../task/task-book.js'
import { committedExecutions } from '../task/transitions.js'
import type { Losses } from './losses.js'
import { revealable } from './replicas.js'

/** On the monotonic clock. */
interface Asked {
  firstAtMs: number
  lastAtMs: number
}

export interface RevealsComponents {
  transport: MessageTransport
  book: TaskBook
  losses: Losses
  clock: Clock
  log: Logger
}

/**
 * Asks workers for the results they committed to, once the others have committed too. Who was asked is forgotten when
 * the process ends, and asked again by the next: a commitment is in the task's record.
 */
export class Reveals {
  readonly #components: RevealsComponents
  readonly #asked = new Map<TaskId, Map<bigint, Asked>>()

  constructor(components: RevealsComponents) {
    this.#components = components
  }

  /** A task has changed, or it is time to look at it again. */
  consider(taskId: TaskId): void {
    const { book, clock } = this.#components
    const task = book.get(taskId)
    const committed = task === undefined ? [] : committedExecutions(task.record)
    const before = this.#asked.get(taskId)
    if (task === undefined || committed.length === 0) {
      this.#asked.delete(taskId)
      return
    }
    const ready = new Set(revealable(task, clock.now()).map(({ leaseId }) => leaseId))
    const asked = new Map<bigint, Asked>()
    for (const execution of committed) {
      const known = before?.get(execution.leaseId)
      // Whoever was asked once may show its result, also where another run has turned out to be needed since.
      if (known === undefined && !ready.has(execution.leaseId)) continue
      asked.set(execution.leaseId, this.#ask(taskId, execution, known))
    }
    if (asked.size > 0) this.#asked.set(taskId, asked)
    else this.#asked.delete(taskId)
  }

  /** Called on every tick. */
  tick(): void {
    for (const { record } of this.#components.book.open()) this.consider(record.taskId)
  }

  /** Adds time that this process itself slept through. */
  postpone(byMs: number): void {
    for (const asked of this.#asked.values()) for (const one of asked.values()) one.firstAtMs += byMs
  }

  #ask(taskId: TaskId, { worker, leaseId }: ExecutionRecord, known: Asked | undefined): Asked {
    const { transport, losses, clock, log } = this.#components
    const nowMs = clock.monotonic()
    const firstAtMs = known?.firstAtMs ?? nowMs
    if (nowMs - firstAtMs >= REVEAL_TIMEOUT_MS) {
      losses
        .lost(leaseId, 'REVEAL_TIMEOUT', 'the worker did not show the result it committed to')
        .catch((error: unknown) =>
          log.error('lease could not be ended', { taskId, error: errorMessage(error) })
        )
      return { firstAtMs, lastAtMs: nowMs }
    }
    if (known !== undefined && nowMs - known.lastAtMs < REVEAL_RETRY_MS) return known
    const message = { type: 'REVEAL_RESULT' as const, payload: encodeRevealResult({ leaseId }) }
    transport.send(worker, message).catch((error: unknown) => {
      log.debug('worker not asked for its result', { taskId, worker, code: errorCode(error) })
    })
    return { firstAtMs, lastAtMs: nowMs }
  }
}
