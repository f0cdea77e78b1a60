import { type Clock, errorCode, errorMessage, isAileeError, type Logger, type Random } from '@ailee/core'
import { decideQuorum, type ScoredBid } from '@ailee/market'
import {
  type AssignTask,
  decodeAssignAck,
  encodeAssignTask,
  type MessageTransport,
  NONCE_BYTES
} from '@ailee/protocol'
import type { ExecutionRecord, LeaseCounter } from '@ailee/store'
import { ASSIGN_TIMEOUT_MS, LEASE_MS, SUSPECT_MS } from '../constants.js'
import type { Leases } from '../leases.js'
import type { OpenTask, TaskBook } from '../task/task-book.js'
import {
  activeExecutions,
  assigned,
  excludedWorkers,
  returnedExecutions,
  running
} from '../task/transitions.js'
import type { WorkerRegistry } from '../worker-registry.js'
import { agreementKey } from './check-result.js'
import type { Losses } from './losses.js'

export interface AssignerComponents {
  transport: MessageTransport
  book: TaskBook
  workers: WorkerRegistry
  leases: Leases
  leaseCounter: LeaseCounter
  losses: Losses
  clock: Clock
  random: Random
  log: Logger
}

/** Gives tasks to the winners of their auctions: the lease is on disk before the winner hears of it. */
export class Assigner {
  readonly #components: AssignerComponents

  constructor(components: AssignerComponents) {
    this.#components = components
  }

  /** Executions the task still lacks. */
  missing({ submit, record }: OpenTask): number {
    const keys = returnedExecutions(record).flatMap(({ result }) =>
      result === undefined ? [] : [agreementKey(result)]
    )
    const decision = decideQuorum(keys, submit.replicas, activeExecutions(record).length)
    return decision.kind === 'open' ? decision.missing : 0
  }

  /** Assigns the task to the best `wanted` bidders that still have room. Gives how many got it. */
  async assign(task: OpenTask, ranking: readonly ScoredBid[], wanted: number): Promise<number> {
    const { book, workers, clock } = this.#components
    const { taskId } = task.record
    const free = ranking.filter(({ worker }) => {
      const known = workers.get(worker)
      return known !== undefined && known.leases < known.status.slots
    })
    const executions: ExecutionRecord[] = []
    for (const bid of free.slice(0, wanted)) {
      // Counted before anything is awaited, so that no other auction gives the same slot away.
      workers.countLease(bid.worker, 1)
      executions.push(await this.#execution(task, bid))
    }
    if (executions.length === 0) return 0
    const record = await book.change(taskId, (current) => {
      const excluded = excludedWorkers(current)
      if (executions.some(({ worker }) => excluded.has(worker))) return undefined
      return assigned(current, executions, ranking.length, clock.now())
    })
    if (record === undefined) {
      for (const { worker } of executions) workers.countLease(worker, -1)
      return 0
    }
    for (const execution of executions) {
      const { leaseId, worker } = execution
      this.#components.leases.grant({ leaseId, taskId, worker }, LEASE_MS)
      void this.#send(task, execution)
    }
    return executions.length
  }

  async #execution({ record }: OpenTask, { worker, cost }: ScoredBid): Promise<ExecutionRecord> {
    const { leaseCounter, clock, random } = this.#components
    return {
      attempt: record.attempts,
      worker,
      leaseId: await leaseCounter.next(),
      state: 'LEASED',
      assignedAtMs: clock.now(),
      endedAtMs: 0,
      cost,
      nonce: random.bytes(NONCE_BYTES),
      result: undefined,
      code: '',
      message: ''
    }
  }

  async #send({ submit, record }: OpenTask, execution: ExecutionRecord): Promise<void> {
    const { transport, book, workers, losses, clock, log } = this.#components
    const { worker, leaseId, attempt, nonce, cost } = execution
    const { taskId } = record
    const assign: AssignTask = { taskId, attempt, leaseId, leaseMs: LEASE_MS, spec: submit.spec, nonce, cost }
    const message = { type: 'ASSIGN_TASK' as const, payload: encodeAssignTask(assign) }
    try {
      const reply = await transport.request(worker, message, { timeoutMs: ASSIGN_TIMEOUT_MS })
      if (decodeAssignAck(reply.payload).leaseId !== leaseId) throw new Error('it acknowledged another lease')
      await book.change(taskId, (current) => {
        const held = current.executions.find((one) => one.leaseId === leaseId)
        return held?.state === 'LEASED' ? running(current, leaseId, clock.now()) : undefined
      })
    } catch (error) {
      log.debug('assignment not taken', { taskId, worker, code: errorCode(error) })
      if (isAileeError(error, 'WORKER_BUSY') || isAileeError(error, 'WORKER_DRAINING')) {
        await losses.handedBack(leaseId, error.code)
      } else {
        workers.suspect(worker, SUSPECT_MS)
        await losses.lost(leaseId, 'ASSIGNMENT_UNANSWERED', errorMessage(error))
      }
    }
  }
}
