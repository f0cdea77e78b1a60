import { type Clock, errorCode, type Logger, type NodeId } from '@ailee/core'
import {
  type AssignTask,
  type BatchSigner,
  decodeAssignTask,
  decodeResultAck,
  encodeAssignAck,
  encodeHeartbeat,
  encodeResult,
  encodeReturnLease,
  type IncomingMessage,
  type MessageTransport,
  type OutgoingMessage,
  type Result
} from '@ailee/protocol'
import type { Capacity } from '../capacity.js'
import {
  HEARTBEATS_PER_LEASE,
  RESULT_ACK_TIMEOUT_MS,
  RESULT_KEPT_MS,
  RESULT_RETRY_MAX_MS,
  RESULT_RETRY_MS
} from '../constants.js'
import { WorkerError } from '../errors.js'
import type { WorkerEvents } from '../events.js'
import {
  type Execution,
  infrastructureFailure,
  isOwnFault,
  type RunComponents,
  runAssignment
} from './execution.js'
import { proveExecution } from './prove.js'

export interface ExecutionsComponents extends RunComponents {
  transport: MessageTransport
  signer: BatchSigner
  clock: Clock
  events: WorkerEvents
  log: Logger
}

/** What this worker has taken on: at most `capacity.slots` runs, plus results that wait for their acknowledgement. */
export class Executions {
  readonly #components: ExecutionsComponents
  readonly #network: string
  readonly #capacity: Capacity
  readonly #byLease = new Map<string, Execution>()
  readonly #tasks = new Set<Promise<void>>()
  /** Blobs of outputs too large to travel inside RESULT, until acknowledged. */
  readonly outputs = new Map<string, Uint8Array>()

  constructor(components: ExecutionsComponents, init: { network: string; capacity: Capacity }) {
    this.#components = components
    this.#network = init.network
    this.#capacity = init.capacity
  }

  /** Runs under way. Results that only wait to be acknowledged take no slot. */
  get running(): number {
    let running = 0
    for (const { result } of this.#byLease.values()) if (result === undefined) running += 1
    return running
  }

  /** Takes an ASSIGN_TASK on. The acknowledgement is sent before the run begins. */
  assign({ from, payload }: IncomingMessage): OutgoingMessage {
    const assignment = decodeAssignTask(payload)
    const { leaseId, taskId } = assignment
    const ack = { type: 'ASSIGN_ACK' as const, payload: encodeAssignAck({ taskId, leaseId }) }
    const key = leaseKey(from, leaseId)
    const held = this.#byLease.get(key)
    if (held !== undefined) {
      if (held.assignment.taskId === taskId) return ack
      throw new WorkerError('LEASE_CONFLICT', 'this lease is of another task')
    }
    if (this.running >= this.#capacity.slots) {
      throw new WorkerError('WORKER_BUSY', `${this.running} executions on ${this.#capacity.slots} slots`)
    }
    const execution: Execution = {
      assignment,
      coordinator: from,
      abort: new AbortController(),
      result: undefined
    }
    this.#byLease.set(key, execution)
    const task = this.#carryOut(key, execution).finally(() => this.#tasks.delete(task))
    this.#tasks.add(task)
    return ack
  }

  /** The coordinator wants this run no more. */
  revoke(coordinator: NodeId, leaseId: bigint, code: string): void {
    const key = leaseKey(coordinator, leaseId)
    const execution = this.#byLease.get(key)
    if (execution === undefined) return
    this.#byLease.delete(key)
    execution.abort.abort(new Error(`the coordinator revoked the lease: ${code}`))
  }

  /** Sends each coordinator the leases it still has here, those with an unacknowledged result among them. */
  sendHeartbeats(): void {
    const byCoordinator = new Map<NodeId, bigint[]>()
    for (const { coordinator, assignment } of this.#byLease.values()) {
      byCoordinator.set(coordinator, [...(byCoordinator.get(coordinator) ?? []), assignment.leaseId])
    }
    for (const [coordinator, leaseIds] of byCoordinator) {
      const message = { type: 'HEARTBEAT' as const, payload: encodeHeartbeat({ leaseIds }) }
      this.#components.transport.send(coordinator, message).catch((error: unknown) => {
        this.#components.log.debug('heartbeat not sent', { coordinator, code: errorCode(error) })
      })
    }
  }

  /** How often heartbeats are due: as often as the shortest lease asks. */
  get heartbeatMs(): number {
    let leaseMs = 2_500
    for (const { assignment } of this.#byLease.values()) leaseMs = Math.min(leaseMs, assignment.leaseMs)
    return leaseMs / HEARTBEATS_PER_LEASE
  }

  /** Waits until everything is done and acknowledged, or `signal` aborts. */
  async settled(signal: AbortSignal): Promise<void> {
    const aborted = new Promise<void>((resolve) => {
      if (signal.aborted) resolve()
      else signal.addEventListener('abort', () => resolve(), { once: true })
    })
    while (this.#tasks.size > 0 && !signal.aborted) await Promise.race([Promise.all(this.#tasks), aborted])
  }

  /** Gives every lease back and stops its run. */
  async handBack(code: string): Promise<void> {
    const { transport } = this.#components
    const leases = [...this.#byLease.values()]
    this.#byLease.clear()
    await Promise.allSettled(
      leases.map(({ coordinator, assignment, abort }) => {
        abort.abort(new Error(`handed back: ${code}`))
        const payload = encodeReturnLease({ leaseId: assignment.leaseId, code })
        return transport.send(coordinator, { type: 'RETURN_LEASE', payload })
      })
    )
    await Promise.allSettled(this.#tasks)
  }

  async #carryOut(key: string, execution: Execution): Promise<void> {
    const { assignment } = execution
    const { taskId } = assignment
    const { events, log } = this.#components
    events.started(taskId)
    try {
      const { result, output } = await this.#execute(execution)
      if (this.#byLease.get(key) !== execution) return
      execution.result = result
      if (result.outcome.outputInline === undefined) this.outputs.set(result.outcome.outputHash, output)
      events.finished(taskId, result)
      await this.#deliver(key, execution, result)
    } catch (error) {
      if (!execution.abort.signal.aborted) {
        events.failed()
        log.error('execution failed', { taskId, error })
      }
    } finally {
      // A revoked lease may have been assigned anew meanwhile.
      if (this.#byLease.get(key) === execution) this.#byLease.delete(key)
      if (execution.result !== undefined) this.#dropOutput(execution.result.outcome.outputHash)
    }
  }

  /** Unless another execution that gave the same still waits to be acknowledged. */
  #dropOutput(outputHash: string): void {
    for (const { result } of this.#byLease.values()) if (result?.outcome.outputHash === outputHash) return
    this.outputs.delete(outputHash)
  }

  async #execute(execution: Execution): Promise<{ result: Result; output: Uint8Array }> {
    const { signer, transport, sandbox, clock, events } = this.#components
    const { assignment, abort } = execution
    const ran = await runAssignment(this.#components, execution).catch((error: unknown) => {
      if (abort.signal.aborted) throw error
      if (isOwnFault(error)) events.failed()
      return infrastructureFailure(error, clock.now())
    })
    const startedMs = clock.monotonic()
    const identity = { nodeId: transport.nodeId, network: this.#network, meteringHash: sandbox.meteringHash }
    const result = await proveExecution(signer, identity, assignment, ran)
    events.proved(clock.monotonic() - startedMs)
    return { result, output: ran.output }
  }

  /** Sends the result until the coordinator acknowledges it, also across its restart. */
  async #deliver(key: string, { coordinator, assignment, abort }: Execution, result: Result): Promise<void> {
    const { transport, clock, log } = this.#components
    const message = { type: 'RESULT' as const, payload: encodeResult(result) }
    const giveUpAtMs = clock.now() + RESULT_KEPT_MS
    for (let waitMs = RESULT_RETRY_MS; clock.now() < giveUpAtMs && this.#byLease.has(key); waitMs *= 2) {
      try {
        const { type, payload } = await transport.request(coordinator, message, {
          timeoutMs: RESULT_ACK_TIMEOUT_MS,
          signal: abort.signal
        })
        if (type !== 'RESULT_ACK' || decodeResultAck(payload).leaseId !== assignment.leaseId) {
          throw new WorkerError('RESULT_NOT_ACKNOWLEDGED', `it answered with ${type}`)
        }
        return
      } catch (error) {
        if (abort.signal.aborted) return
        log.debug('result not acknowledged', { taskId: assignment.taskId, code: errorCode(error) })
        await this.#pause(Math.min(waitMs, RESULT_RETRY_MAX_MS), abort.signal)
      }
    }
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#components.clock.setTimer(ms, resolve)
      signal.addEventListener(
        'abort',
        () => {
          timer.cancel()
          resolve()
        },
        { once: true }
      )
    })
  }
}

/** Lease ids are unique within one coordinator only. */
function leaseKey(coordinator: NodeId, leaseId: AssignTask['leaseId']): string {
  return `${coordinator}/${leaseId}`
}
