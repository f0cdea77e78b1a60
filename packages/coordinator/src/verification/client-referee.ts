import {
  type Clock,
  errorCode,
  errorMessage,
  type NodeId,
  type Random,
  raceSignal,
  type TaskId
} from '@ailee/core'
import {
  decodeAuditResult,
  encodeAuditTask,
  isInfrastructureFailure,
  type MessageTransport,
  NONCE_BYTES,
  type Receipt,
  type Verifier
} from '@ailee/protocol'
import { CLIENT_AUDIT_GRACE_MS, CLIENT_AWAY_MS, TICK_MS } from '../constants.js'
import { receiptFault } from '../result/check-result.js'
import type { OpenTask } from '../task/task-book.js'
import { returnedExecutions } from '../task/transitions.js'
import type { Referee } from './referee.js'

/** What a client states about its own execution, signed by its session; or why it says nothing. */
export type ClientFinding = { receipt: Receipt } | { failed: string }

export interface ClientRefereeComponents {
  network: string
  transport: MessageTransport
  /** Sessions that follow a task: nobody but its client can. */
  sessionsOf(taskId: TaskId): NodeId[]
  verifier: Verifier
  clock: Clock
  random: Random
}

/** Asks the client that a task belongs to, in one of its sessions that follow it, to execute it itself. */
export class ClientReferee implements Referee<ClientFinding> {
  readonly #components: ClientRefereeComponents
  readonly #asking = new Map<TaskId, AbortController>()

  constructor(components: ClientRefereeComponents) {
    this.#components = components
  }

  async execute(task: OpenTask, attempt: number, signal: AbortSignal): Promise<ClientFinding> {
    const { taskId } = task.record
    const abort = new AbortController()
    this.#asking.set(taskId, abort)
    try {
      return await this.#ask(task, attempt, AbortSignal.any([signal, abort.signal]))
    } catch (error) {
      signal.throwIfAborted()
      return { failed: errorMessage(error) }
    } finally {
      if (this.#asking.get(taskId) === abort) this.#asking.delete(taskId)
    }
  }

  /** The answer is no longer wanted. */
  cancel(taskId: TaskId): void {
    this.#asking.get(taskId)?.abort(new Error('the task has ended'))
  }

  async #ask(task: OpenTask, attempt: number, signal: AbortSignal): Promise<ClientFinding> {
    let failed = 'the client is not there'
    for (const session of await this.#sessions(task.record.taskId, signal)) {
      try {
        return await this.#askSession(session, task, attempt, signal)
      } catch (error) {
        signal.throwIfAborted()
        failed = `the client did not tell: ${errorCode(error)}: ${errorMessage(error)}`
      }
    }
    return { failed }
  }

  async #askSession(
    session: NodeId,
    task: OpenTask,
    attempt: number,
    signal: AbortSignal
  ): Promise<ClientFinding> {
    const { transport, random, verifier, network, clock } = this.#components
    const { record, submit } = task
    const { taskId } = record
    const execution = returnedExecutions(record).find((returned) => returned.attempt === attempt)
    if (execution === undefined) return { failed: 'the result is not wanted any more' }
    const nonce = random.bytes(NONCE_BYTES)
    const message = { type: 'AUDIT_TASK' as const, payload: encodeAuditTask({ taskId, attempt, nonce }) }
    const leftMs = Math.max(1, record.deadlineAtMs - clock.now())
    const timeoutMs = Math.min(submit.spec.limits.wallTimeMs + CLIENT_AUDIT_GRACE_MS, leftMs)
    const reply = await transport.request(session, message, { timeoutMs, signal })
    if (reply.type !== 'AUDIT_RESULT') return { failed: `the client answered with ${reply.type}` }
    const { receipt, ...about } = decodeAuditResult(reply.payload)
    const self = { worker: session, nonce }
    const fault =
      about.taskId === taskId && about.attempt === attempt
        ? receiptFault(verifier, network, task, self, { receipt })
        : 'it is of another task'
    if (fault !== undefined) return { failed: `the client's receipt: ${fault}` }
    if (isInfrastructureFailure(receipt.code)) return { failed: `the client's execution: ${receipt.code}` }
    return { receipt }
  }

  /** Sessions of the client that follow the task; after a restart they need a moment to come back. */
  async #sessions(taskId: TaskId, signal: AbortSignal): Promise<NodeId[]> {
    const { sessionsOf, clock } = this.#components
    const giveUpAtMs = clock.monotonic() + CLIENT_AWAY_MS
    for (;;) {
      const sessions = sessionsOf(taskId)
      if (sessions.length > 0 || clock.monotonic() >= giveUpAtMs) return sessions
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = clock.setTimer(TICK_MS, resolve)
      await raceSignal(promise, signal).finally(() => timer.cancel())
    }
  }
}
