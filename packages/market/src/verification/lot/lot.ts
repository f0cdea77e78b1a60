import type { TaskId } from '@ailee/core'
import { baseRate } from '../base-rate/base-rate.js'
import { auditLevel } from '../levels.js'
import type { LotRecord } from '../policy.js'
import { drawOf, type LotResult } from './lot-result.js'

/** The head of a lot. Plain data. */
export interface LotHead {
  lotId: number
  /** Tasks it is opened for. */
  size: number
  /** a, as it was announced: weights are drawn against it, also after the lot was closed early. */
  announcedBaseRate: number
  /** a, raised where the lot is smaller than it was opened for. */
  baseRate: number
  /** j */
  catches: number
  secret: string
  commitment: string
  /** Tasks that belong to it. */
  tasks: number
  /** It takes no further tasks. */
  isSealed: boolean
  openedAtMs: number
  /** When it must have begun to close. */
  closesAtMs: number
}

/** Draws a lot keeps at most, by its size. Past that everything is audited, so that attempts cannot pile up. */
const MAX_DRAWS_PER_TASK = 4

/** One lot: its tasks, what was drawn for their results, and which of these are still to be decided. */
export class Lot {
  readonly head: LotHead
  readonly results: LotResult[] = []
  /** Provisional or being audited. */
  readonly undecided = new Map<TaskId, LotResult>()
  /** Tasks whose result did not count, and that belong to the lot until they bring another. */
  readonly redo = new Map<TaskId, LotResult>()
  #auditing = 0

  constructor(head: LotHead, results: readonly LotResult[] = []) {
    this.head = head
    for (const result of results) this.#restore(result)
  }

  get level(): number {
    return auditLevel(this.head.baseRate, this.head.catches)
  }

  get isFull(): boolean {
    return this.head.tasks >= this.head.size
  }

  get isDone(): boolean {
    return this.head.isSealed && this.#auditing === 0 && this.redo.size === 0
  }

  get hasTooManyDraws(): boolean {
    return this.results.length >= MAX_DRAWS_PER_TASK * this.head.size
  }

  /** A task of its own: provisional, being audited, or to be executed again. */
  has(taskId: TaskId): boolean {
    return this.undecided.has(taskId) || (this.redo.size > 0 && this.redo.has(taskId))
  }

  add(result: LotResult): void {
    if (this.redo.size === 0 || !this.redo.delete(result.taskId)) this.head.tasks += 1
    this.results.push(result)
    this.undecided.set(result.taskId, result)
  }

  startAudit(result: LotResult): void {
    result.state = 'auditing'
    this.#auditing += 1
  }

  /** Takes a result out of what is undecided. */
  settle(result: LotResult, state: 'equal' | 'different' | 'requeued' | 'withdrawn'): void {
    if (result.state === 'auditing') this.#auditing -= 1
    result.state = state
    this.undecided.delete(result.taskId)
    if (state === 'requeued') this.redo.set(result.taskId, result)
    if (state === 'withdrawn') this.head.tasks -= 1
  }

  /** A task that waits to be executed again leaves the lot. */
  release(taskId: TaskId): void {
    const result = this.redo.get(taskId)
    if (result === undefined) return
    this.redo.delete(taskId)
    this.head.tasks -= 1
    result.state = 'withdrawn'
  }

  /** Provisional results that the level reaches now. */
  reached(): LotResult[] {
    const { level } = this
    const found: LotResult[] = []
    for (const result of this.undecided.values()) {
      if (result.state === 'open' && result.drawn < result.weight * level) found.push(result)
    }
    return found
  }

  /** Ends the intake. A lot of fewer tasks than it was opened for needs the base rate of that many. */
  seal(epsilon: number): void {
    this.head.isSealed = true
    const { tasks } = this.head
    if (tasks < this.head.size && tasks > 0) {
      this.head.baseRate = Math.max(this.head.baseRate, baseRate({ epsilon, lotSize: tasks }))
    }
  }

  record(): LotRecord {
    const { lotId, commitment, secret, size, baseRate: rate, catches } = this.head
    return { lotId, commitment, secret, size, baseRate: rate, catches, draws: this.results.map(drawOf) }
  }

  /** Results come in the order in which they were added, so the last one of a task says where it stands. */
  #restore(result: LotResult): void {
    this.results.push(result)
    this.redo.delete(result.taskId)
    if (result.state === 'auditing') this.#auditing += 1
    if (result.state === 'open' || result.state === 'auditing') this.undecided.set(result.taskId, result)
    if (result.state === 'requeued') this.redo.set(result.taskId, result)
  }
}
