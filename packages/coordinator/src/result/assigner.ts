import {
  type Clock,
  errorCode,
  errorMessage,
  isAileeError,
  type Logger,
  type NodeId,
  type Random
} from '@ailee/core'
import type { ScoredBid } from '@ailee/market'
import {
  type AssignTask,
  type BidOutcome,
  bidSetRoot,
  decodeAssignAck,
  encodeAssignTask,
  type MessageTransport,
  NONCE_BYTES
} from '@ailee/protocol'
import type { AuctionRepository, ExecutionRecord, LeaseCounter, TaskRecord } from '@ailee/store'
import { type AuctionSheet, closeAuction } from '../auction/auction-sheet.js'
import { ASSIGN_TIMEOUT_MS, BUSY_RETRY_MS, LEASE_MS, SUSPECT_MS } from '../constants.js'
import type { Leases } from '../leases.js'
import type { OpenTask, TaskBook, Transition } from '../task/task-book.js'
import { assigned, barredWorkers, executionOf, running } from '../task/transitions.js'
import type { WorkerRegistry } from '../worker-registry.js'
import type { Losses } from './losses.js'
import { commitsFirst, quorumOf } from './replicas.js'

export interface AssignerComponents {
  transport: MessageTransport
  book: TaskBook
  workers: WorkerRegistry
  leases: Leases
  leaseCounter: LeaseCounter
  auctions: AuctionRepository
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
  missing(task: OpenTask): number {
    const decision = quorumOf(task)
    return decision.kind === 'open' ? decision.missing : 0
  }

  /**
   * Assigns the task to the best `wanted` bidders that still have room. Gives how many got it. Where `signal` aborts,
   * assignments on their way are left as they are: the next run of this coordinator finds out what became of them.
   */
  async assign(task: OpenTask, sheet: AuctionSheet, wanted: number, signal: AbortSignal): Promise<number> {
    const { book, workers, leases, auctions, clock, log } = this.#components
    const { taskId } = task.record
    const { ranking } = sheet
    const isFree = ({ worker }: ScoredBid): boolean => {
      const known = workers.get(worker)
      return known !== undefined && known.leases < known.status.slots
    }
    const winners = ranking.filter(isFree).slice(0, wanted)
    if (winners.length === 0) return 0
    // Counted before anything is awaited, so that no other auction gives the same slot away.
    for (const { worker } of winners) workers.countLease(worker, 1)
    const auction = closeAuction({ ...sheet, wanted }, outcomesOf(ranking, winners), clock.now())
    const root = bidSetRoot(auction.bidSet)
    let executions: ExecutionRecord[] = []
    let record: TaskRecord | undefined
    try {
      executions = await Promise.all(winners.map((bid) => this.#execution(task, bid, root)))
      const change: Transition = (current) => {
        const barred = barredWorkers(current)
        if (executions.some(({ worker }) => barred.has(worker))) return undefined
        return assigned(current, executions, ranking.length, clock.now())
      }
      record = await book.change(taskId, change, (next) => auctions.saveOperations(auction, next))
    } finally {
      if (record === undefined) for (const { worker } of winners) workers.countLease(worker, -1)
    }
    if (record === undefined) return 0
    for (const execution of executions) {
      const { leaseId, worker } = execution
      leases.grant({ leaseId, taskId, worker }, LEASE_MS)
      this.#send(task, execution, signal).catch((error: unknown) =>
        log.error('assignment could not be followed up', { taskId, worker, error })
      )
    }
    return executions.length
  }

  async #execution(
    { record }: OpenTask,
    { worker, cost }: ScoredBid,
    root: Uint8Array
  ): Promise<ExecutionRecord> {
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
      message: '',
      bidSetRoot: root
    }
  }

  async #send({ submit, record }: OpenTask, execution: ExecutionRecord, signal: AbortSignal): Promise<void> {
    const { transport, book, workers, losses, clock, log } = this.#components
    const { worker, leaseId, attempt, nonce, cost } = execution
    const { taskId } = record
    const assign: AssignTask = {
      taskId,
      attempt,
      leaseId,
      leaseMs: LEASE_MS,
      spec: submit.spec,
      nonce,
      cost,
      commitFirst: commitsFirst(submit)
    }
    const message = { type: 'ASSIGN_TASK' as const, payload: encodeAssignTask(assign) }
    try {
      const reply = await transport.request(worker, message, { timeoutMs: ASSIGN_TIMEOUT_MS, signal })
      if (decodeAssignAck(reply.payload).leaseId !== leaseId) throw new Error('it acknowledged another lease')
    } catch (error) {
      if (signal.aborted) return
      log.debug('assignment not taken', { taskId, worker, code: errorCode(error) })
      if (isAileeError(error, 'WORKER_BUSY') || isAileeError(error, 'WORKER_DRAINING')) {
        // Put off, since the worker may well bid again at once, with no more room than now.
        await losses.handedBack(leaseId, error.code, BUSY_RETRY_MS)
      } else {
        workers.suspect(worker, SUSPECT_MS)
        await losses.lost(leaseId, 'ASSIGNMENT_UNANSWERED', errorMessage(error))
      }
      return
    }
    await book.change(taskId, (current) => {
      const held = executionOf(current, leaseId)
      return held?.state === 'LEASED' ? running(current, leaseId, clock.now()) : undefined
    })
  }
}

/** Bids of workers that were no longer free count as passed over where one with a lower place won. */
function outcomesOf(
  ranking: readonly ScoredBid[],
  winners: readonly ScoredBid[]
): ReadonlyMap<NodeId, BidOutcome> {
  const last = ranking.findLastIndex((bid) => winners.includes(bid))
  return new Map(
    ranking
      .slice(0, last + 1)
      .map((bid) => [bid.worker, winners.includes(bid) ? ('WON' as const) : ('PASSED_OVER' as const)])
  )
}
