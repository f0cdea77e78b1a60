import { type Clock, errorMessage, type Logger, type NodeId, type TaskId } from '@ailee/core'
import { FairQueue, isTransient } from '@ailee/market'
import type { Priority, Rejection } from '@ailee/protocol'
import type { AuctionRepository } from '@ailee/store'
import {
  AGING_MS,
  BUSY_RETRY_MS,
  MAX_AUCTIONS,
  NO_WORKER_GRACE_MS,
  NO_WORKER_RETRY_MAX_MS,
  NO_WORKER_RETRY_MS
} from '../constants.js'
import type { CoordinatorEvents } from '../events.js'
import type { Assigner } from '../result/assigner.js'
import type { OpenTask, TaskBook, Transition } from '../task/task-book.js'
import { ended, lostExecutions, offered, unsold } from '../task/transitions.js'
import type { WorkerRegistry } from '../worker-registry.js'
import { type AuctionOutcome, holdAuction } from './auction.js'
import { closeAuction } from './auction-sheet.js'

export interface SchedulerComponents {
  network: string
  nodeId: NodeId
  maxBidders: number
  transport: Parameters<typeof holdAuction>[0]['transport']
  auctions: AuctionRepository
  book: TaskBook
  workers: WorkerRegistry
  assigner: Assigner
  clock: Clock
  events: CoordinatorEvents
  /** True while nothing may be assigned, since the referee is behind. */
  isHeld: () => boolean
  log: Logger
}

/**
 * Decides when a task is offered: it keeps the tasks that lack executions in a fair order, and holds as many auctions at
 * once as there are free slots. It never polls: a changed task, a freed slot, a new worker or the tick moves it on.
 */
export class Scheduler {
  readonly #components: SchedulerComponents
  readonly #waiting = new FairQueue({ agingMs: AGING_MS })
  /** Tasks put off until a time. */
  readonly #delayed = new Map<TaskId, number>()
  readonly #auctions = new Map<TaskId, Promise<void>>()
  readonly #abort = new AbortController()

  constructor(components: SchedulerComponents) {
    this.#components = components
  }

  /** Tasks that wait for a worker. */
  get waiting(): number {
    return this.#waiting.size + this.#delayed.size
  }

  /** Of these, those that could be offered at once and were submitted with this priority. */
  waitingWith(priority: Priority): number {
    return this.#waiting.waiting(priority)
  }

  /** Looks at a task that is new, has changed or has ended: if it lacks executions it will be offered, else no longer. */
  consider(taskId: TaskId): void {
    if (this.#auctions.has(taskId)) return
    const task = this.#components.book.get(taskId)
    const turns = task === undefined ? 0 : this.#components.assigner.missing(task)
    if (task === undefined || turns === 0) {
      this.#waiting.remove(taskId)
      this.#delayed.delete(taskId)
      return
    }
    if (this.#delayed.has(taskId)) return
    const { notBeforeMs, client, submittedAtMs: sinceMs } = task.record
    const nowMs = this.#components.clock.now()
    if (notBeforeMs > nowMs) this.#delayed.set(taskId, notBeforeMs)
    else this.#waiting.add({ taskId, client, priority: task.submit.priority, sinceMs, turns }, nowMs)
  }

  /** Called on every tick: brings back what was put off. */
  tick(): void {
    this.#bringBack(this.#components.clock.now())
  }

  /** A worker has come or offers something else: whoever waits for one need wait no longer. */
  workersChanged(): void {
    this.#bringBack(Number.POSITIVE_INFINITY)
  }

  /** Backoffs of the tasks themselves, kept in their records, still hold. */
  #bringBack(untilMs: number): void {
    for (const [taskId, atMs] of [...this.#delayed]) {
      if (atMs > untilMs) continue
      this.#delayed.delete(taskId)
      this.consider(taskId)
    }
    this.pump()
  }

  /** Starts auctions while there are tasks and free slots. */
  pump(): void {
    const { workers, book, clock, isHeld } = this.#components
    if (isHeld()) return
    while (!this.#abort.signal.aborted && this.#auctions.size < Math.min(workers.freeSlots(), MAX_AUCTIONS)) {
      const taskId = this.#waiting.take(clock.now())
      if (taskId === undefined) return
      if (book.get(taskId) === undefined) continue
      const auction = this.#hold(taskId)
      this.#auctions.set(taskId, auction)
    }
  }

  async stop(): Promise<void> {
    this.#abort.abort()
    await Promise.allSettled(this.#auctions.values())
  }

  async #hold(taskId: TaskId): Promise<void> {
    let retryMs = 0
    try {
      retryMs = await this.#auction(taskId)
    } catch (error) {
      this.#components.log.error('auction failed', { taskId, error: errorMessage(error) })
      retryMs = NO_WORKER_RETRY_MS
    }
    this.#auctions.delete(taskId)
    if (this.#abort.signal.aborted) return
    if (retryMs > 0) this.#delayed.set(taskId, this.#components.clock.now() + retryMs)
    else this.consider(taskId)
    this.pump()
  }

  /** Gives how long the task is put off if it still lacks executions; 0 = not at all. */
  async #auction(taskId: TaskId): Promise<number> {
    const { book, assigner, clock, events } = this.#components
    await book.change(taskId, (task) => offered(task, clock.now()))
    const task = book.get(taskId)
    if (task === undefined) return 0
    const { signal } = this.#abort
    // Nothing is missing where the last execution came back while the auction was on its way to the disk.
    const wanted = assigner.missing(task)
    if (wanted === 0) return 0
    const outcome = await holdAuction(this.#components, task, wanted, signal)
    if (signal.aborted) return 0
    const bids = outcome.sheet.ranking.length
    const winners = await assigner.assign(task, outcome.sheet, assigner.missing(task), signal)
    events.auctionHeld(taskId, bids, winners)
    if (winners > 0) return 0
    return this.#unsold(task, { ...outcome, waiting: outcome.waiting || bids > 0 })
  }

  /** Nobody took the task: it waits if somebody may later, and fails if nobody here ever will. */
  async #unsold(task: OpenTask, { sheet, waiting }: AuctionOutcome): Promise<number> {
    const { book, auctions, clock } = this.#components
    const nowMs = clock.now()
    const { ranking } = sheet
    const rejections = [...sheet.rejections]
    const nobodyFree = new Map(ranking.map(({ worker }) => [worker, 'PASSED_OVER' as const]))
    const auction = closeAuction(sheet, nobodyFree, nowMs)
    const { taskId } = task.record
    const message = summary(rejections, waiting)
    const hopeless = !waiting && nowMs - task.record.submittedAtMs > NO_WORKER_GRACE_MS
    const change: Transition = (current) => {
      // Where runs were lost before, their failure says more than the lack of another worker.
      const told = lostExecutions(current).at(-1)
      const code = told?.code ?? (waiting ? 'WORKERS_BUSY' : 'NO_ELIGIBLE_WORKER')
      const why = { code, message: told === undefined ? message : `${told.message}; ${message}` }
      const next = unsold(current, { ...why, rejections, bids: ranking.length }, nowMs)
      if (!hopeless) return next
      return ended(next, { state: 'FAILED', ...why, outcome: told?.result?.outcome }, nowMs)
    }
    await book.change(taskId, change, (record) => auctions.saveOperations(auction, record))
    return waiting
      ? BUSY_RETRY_MS
      : Math.min(NO_WORKER_RETRY_MS * 2 ** task.record.attempts, NO_WORKER_RETRY_MAX_MS)
  }
}

function summary(rejections: readonly Rejection[], waiting: boolean): string {
  const counts = new Map<string, number>()
  for (const { code } of rejections) counts.set(code, (counts.get(code) ?? 0) + 1)
  const reasons = [...counts].map(([code, count]) => `${count} × ${code}`).join(', ')
  const fits = waiting || rejections.some(({ code }) => isTransient(code))
  return `${fits ? 'no worker is free' : 'no worker fits'}${reasons === '' ? '' : `: ${reasons}`}`
}
