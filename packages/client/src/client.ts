import { type Clock, isAileeError, type NodeId, type Random, raceSignal, type TaskId } from '@ailee/core'
import {
  type BlobFetcher,
  decodeTaskComplete,
  decodeTaskList,
  decodeTaskProvisional,
  decodeTaskStatus,
  encodeCancelTask,
  encodeGetBidSet,
  encodeGetTask,
  encodeListTasks,
  encodeSubmitTask,
  type IncomingMessage,
  type MessageTransport,
  type Outcome,
  type OutgoingMessage,
  type SignedBidSet,
  signedBidSet,
  type TaskComplete,
  type TaskProvisional,
  type TaskStatus,
  taskIdOf,
  type Verifier
} from '@ailee/protocol'
import { checkCompletion, checkProvisional } from './check-completion.js'
import {
  BLOB_TIMEOUT_MS,
  POLL_MS,
  RECONNECT_MS,
  REQUEST_TIMEOUT_MS,
  RETRY_MS,
  SUBMIT_TIMEOUT_MS
} from './constants.js'
import { ClientError } from './errors.js'
import type { Outbox } from './outbox.js'
import { type PreparedTask, prepareTask, type TaskRequest } from './task-request.js'

export interface ClientComponents {
  transport: MessageTransport
  blobFetcher: BlobFetcher
  /** The blobs the transport's node serves to the coordinator. */
  outbox: Outbox
  verifier: Verifier
  clock: Clock
  random: Random
}

export interface ClientInit {
  network: string
  coordinator: NodeId
  /** The identity the tasks belong to: the transport's own, or the one that delegated to it. */
  principal: NodeId
}

/** Where a task stands: on its way, with a result that may still change or without, or ended. */
export type TaskReport =
  | { ended: false; status: TaskStatus; provisional: TaskProvisional | undefined }
  | { ended: true; complete: TaskComplete }

/** A finished task, checked: every receipt holds and belongs to this task and this output. */
export interface TaskResult {
  complete: TaskComplete
  output: Uint8Array
}

type Listener = (report: TaskReport) => void

/** Submits tasks to one coordinator and follows them. */
export class Client {
  readonly #components: ClientComponents
  readonly #init: ClientInit
  readonly #listeners = new Map<TaskId, Set<Listener>>()

  constructor(components: ClientComponents, init: ClientInit) {
    this.#components = components
    this.#init = init
    const hear = async (message: IncomingMessage): Promise<undefined> => {
      if (message.from !== init.coordinator) return
      const report = reportOf(message)
      const taskId = report.ended ? report.complete.status.taskId : report.status.taskId
      for (const listener of this.#listeners.get(taskId) ?? []) listener(report)
    }
    components.transport.handle('TASK_STATUS', hear)
    components.transport.handle('TASK_PROVISIONAL', hear)
    components.transport.handle('TASK_COMPLETE', hear)
  }

  prepare(request: TaskRequest): PreparedTask {
    const { random, clock } = this.#components
    return prepareTask(request, random, clock.now())
  }

  taskId(prepared: PreparedTask): TaskId {
    return taskIdOf(this.#init.network, this.#init.principal, prepared.submit.clientTaskId)
  }

  /**
   * Submits a task and resolves once the coordinator has it, with module and input, on its disk. Sending it again,
   * which this does by itself where an answer is lost, gives the same task.
   */
  async submit(prepared: PreparedTask, options: { signal?: AbortSignal } = {}): Promise<TaskReport> {
    const { outbox } = this.#components
    const message = { type: 'SUBMIT_TASK' as const, payload: encodeSubmitTask(prepared.submit) }
    outbox.add(prepared.module)
    outbox.add(prepared.input)
    try {
      return reportOf(await this.#request(message, SUBMIT_TIMEOUT_MS, options.signal))
    } finally {
      outbox.remove(prepared.module)
      outbox.remove(prepared.input)
    }
  }

  /** Where a task of this client stands now. */
  async get(taskId: TaskId, options: { signal?: AbortSignal; follow?: boolean } = {}): Promise<TaskReport> {
    const payload = encodeGetTask({ taskId, follow: options.follow ?? false })
    return reportOf(await this.#request({ type: 'GET_TASK', payload }, REQUEST_TIMEOUT_MS, options.signal))
  }

  /** This client's tasks, newest first. */
  async list(limit: number, options: { signal?: AbortSignal } = {}): Promise<TaskStatus[]> {
    const message = { type: 'LIST_TASKS' as const, payload: encodeListTasks({ limit }) }
    return decodeTaskList((await this.#request(message, REQUEST_TIMEOUT_MS, options.signal)).payload)
  }

  /**
   * How an auction of a task of this client was decided, as the coordinator signs it; `attempt` 0 = the last one that had
   * a winner. Unjudged: `judgeBidSet` tells what it is worth.
   */
  async bidSet(
    taskId: TaskId,
    attempt: number,
    options: { signal?: AbortSignal } = {}
  ): Promise<SignedBidSet> {
    const message = { type: 'GET_BID_SET' as const, payload: encodeGetBidSet({ taskId, attempt }) }
    const { payload, signature } = await this.#request(message, REQUEST_TIMEOUT_MS, options.signal)
    if (signature === undefined) {
      throw new ClientError('RESULT_NOT_TRUSTED', 'the coordinator did not sign the bid set')
    }
    return signedBidSet(payload, signature)
  }

  /** Ends a task and its runs. A task that has ended already stays as it is. */
  async cancel(taskId: TaskId, options: { signal?: AbortSignal } = {}): Promise<TaskReport> {
    const message = { type: 'CANCEL_TASK' as const, payload: encodeCancelTask({ taskId }) }
    return reportOf(await this.#request(message, REQUEST_TIMEOUT_MS, options.signal))
  }

  /** Every change of a task as it is told, until it ends: the last report is the end. Survives a lost coordinator for a minute. */
  async *follow(
    taskId: TaskId,
    options: { signal?: AbortSignal } = {}
  ): AsyncGenerator<TaskReport, void, void> {
    const inbox: TaskReport[] = []
    let wake: () => void = () => {}
    const listener: Listener = (report) => {
      inbox.push(report)
      wake()
    }
    const listeners = this.#listeners.get(taskId) ?? new Set()
    this.#listeners.set(taskId, listeners.add(listener))
    try {
      for (;;) {
        if (inbox.length === 0) inbox.push(await this.get(taskId, { ...options, follow: true }))
        for (let report = inbox.shift(); report !== undefined; report = inbox.shift()) {
          yield report
          if (report.ended) return
        }
        await this.#pause(POLL_MS, options.signal, (woken) => {
          wake = woken
          if (inbox.length > 0) woken()
        })
      }
    } finally {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(taskId)
    }
  }

  /** Fetches and checks what a task gave. For a task that ended without an execution there is nothing to check, and the output is empty. */
  async result(
    prepared: PreparedTask,
    complete: TaskComplete,
    options: { signal?: AbortSignal } = {}
  ): Promise<TaskResult> {
    const { outcome, receipts, status } = complete
    if (status.taskId !== this.taskId(prepared)) {
      throw new ClientError('RESULT_NOT_TRUSTED', 'the result is of another task')
    }
    if (outcome === undefined || receipts.length === 0) {
      if (status.state !== 'COMPLETED') return { complete, output: new Uint8Array() }
      throw new ClientError('RESULT_NOT_TRUSTED', 'the result came without a receipt')
    }
    const output = await this.#output(outcome, options.signal)
    checkCompletion(this.#components.verifier, prepared.submit, this.#init.coordinator, complete, output)
    return { complete, output }
  }

  /** Fetches and checks a result that waits to be made sure of: what one worker signed, and no more. */
  async provisionalOutput(
    prepared: PreparedTask,
    provisional: TaskProvisional,
    options: { signal?: AbortSignal } = {}
  ): Promise<Uint8Array> {
    if (provisional.status.taskId !== this.taskId(prepared)) {
      throw new ClientError('RESULT_NOT_TRUSTED', 'the result is of another task')
    }
    const output = await this.#output(provisional.outcome, options.signal)
    checkProvisional(this.#components.verifier, prepared.submit, provisional, output)
    return output
  }

  async #output(outcome: Outcome, signal: AbortSignal | undefined): Promise<Uint8Array> {
    if (outcome.outputBytes === 0) return new Uint8Array()
    if (outcome.outputInline !== undefined) return outcome.outputInline
    const limit = AbortSignal.timeout(BLOB_TIMEOUT_MS)
    return this.#components.blobFetcher.fetch(this.#init.coordinator, outcome.outputHash, {
      maxBytes: outcome.outputBytes,
      signal: signal === undefined ? limit : AbortSignal.any([limit, signal])
    })
  }

  /** Sends a request, again and again where it is lost on the way, until the coordinator has been away for too long. */
  async #request(
    message: OutgoingMessage,
    timeoutMs: number,
    signal: AbortSignal | undefined
  ): Promise<IncomingMessage> {
    const { transport, clock } = this.#components
    const giveUpAtMs = clock.now() + RECONNECT_MS
    for (;;) {
      try {
        return await transport.request(this.#init.coordinator, message, { timeoutMs, signal })
      } catch (error) {
        signal?.throwIfAborted()
        if (!isLost(error)) throw error
        if (clock.now() >= giveUpAtMs) {
          throw new ClientError(
            'COORDINATOR_UNREACHABLE',
            `no answer from coordinator ${this.#init.coordinator}`,
            {
              cause: error,
              hint: 'the task is safe there once it was accepted: ask again with `ailee-node task <id>`'
            }
          )
        }
        await this.#pause(RETRY_MS, signal)
      }
    }
  }

  #pause(
    ms: number,
    signal: AbortSignal | undefined,
    onWake: (wake: () => void) => void = () => {}
  ): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = this.#components.clock.setTimer(ms, resolve)
    onWake(resolve)
    return raceSignal(promise, signal).finally(() => timer.cancel())
  }
}

/** True for failures of the way, not of the request. */
function isLost(error: unknown): boolean {
  if (!isAileeError(error) || error.code === 'TASK_STREAM_MESSAGE_TOO_LARGE') return false
  return error.code.startsWith('TASK_STREAM_') || error.code === 'COORDINATOR_STOPPING'
}

function reportOf({ type, payload }: IncomingMessage): TaskReport {
  if (type === 'TASK_COMPLETE') return { ended: true, complete: decodeTaskComplete(payload) }
  if (type !== 'TASK_PROVISIONAL') {
    return { ended: false, status: decodeTaskStatus(payload), provisional: undefined }
  }
  const provisional = decodeTaskProvisional(payload)
  return { ended: false, status: provisional.status, provisional }
}
