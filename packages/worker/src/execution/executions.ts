import { type Clock, errorCode, type Logger, type NodeId, type Random } from '@ailee/core'
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
  isInfrastructureFailure,
  type MessageTransport,
  type OutgoingMessage,
  type Result
} from '@ailee/protocol'
import type { Capacity } from '../capacity.js'
import {
  HEARTBEATS_PER_LEASE,
  MAX_KEPT_OUTPUT_BYTES,
  MAX_KEPT_RESULTS,
  RESULT_KEPT_MS
} from '../constants.js'
import { WorkerError } from '../errors.js'
import type { WorkerEvents } from '../events.js'
import { commitFirst } from './commit.js'
import { deliver } from './deliver.js'
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
  random: Random
  events: WorkerEvents
  log: Logger
}

/** What this worker has taken on: at most `capacity.slots` runs, plus results that wait to be asked for or acknowledged. */
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

  /** Runs under way. Results that only wait to be asked for or acknowledged take no slot. */
  get running(): number {
    let running = 0
    for (const { result } of this.#byLease.values()) if (result === undefined) running += 1
    return running
  }

  /** Runs under way; as many as there are slots while so many results are kept that no more work is taken on. */
  get load(): number {
    return this.#keepsTooMuch ? this.#capacity.slots : this.running
  }

  get #keepsTooMuch(): boolean {
    let results = 0
    let bytes = 0
    for (const { result } of this.#byLease.values()) {
      if (result === undefined) continue
      results += 1
      bytes += result.outcome.outputBytes
    }
    return results >= MAX_KEPT_RESULTS || bytes >= MAX_KEPT_OUTPUT_BYTES
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
    if (this.load >= this.#capacity.slots) {
      throw new WorkerError('WORKER_BUSY', `${this.load} executions on ${this.#capacity.slots} slots`)
    }
    const execution: Execution = {
      assignment,
      coordinator: from,
      abort: new AbortController(),
      reveal: new AbortController(),
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

  /** The coordinator asks for the result that was committed to. */
  reveal(coordinator: NodeId, leaseId: bigint): void {
    this.#byLease.get(leaseKey(coordinator, leaseId))?.reveal.abort()
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
      events.finished(taskId, result)
      const shown = this.#mustCommit(execution)
        ? await commitFirst(this.#components, execution, result)
        : result
      if (shown === undefined) return
      // Not before: whoever asks for it by its hash would learn whether a guess is right.
      if (result.outcome.outputInline === undefined) this.outputs.set(result.outcome.outputHash, output)
      await this.#deliver(execution, shown)
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

  /** A run that failed for this machine's sake says nothing that anybody could copy. */
  #mustCommit({ assignment, result }: Execution): boolean {
    return assignment.commitFirst && result !== undefined && !isInfrastructureFailure(result.receipt.code)
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

  async #deliver(execution: Execution, result: Result): Promise<void> {
    const { leaseId } = execution.assignment
    const message = { type: 'RESULT' as const, payload: encodeResult(result) }
    await deliver(this.#components, execution, message, {
      isAck: ({ type, payload }) => type === 'RESULT_ACK' && decodeResultAck(payload).leaseId === leaseId,
      forMs: RESULT_KEPT_MS,
      signal: execution.abort.signal
    })
  }
}

/** Lease ids are unique within one coordinator only. */
function leaseKey(coordinator: NodeId, leaseId: AssignTask['leaseId']): string {
  return `${coordinator}/${leaseId}`
}
