import type { NodeId, TaskId } from '@ailee/core'
import type { Priority } from '@ailee/protocol'
import { ClientRing } from './client-ring.js'
import { MinHeap } from './min-heap.js'

/** Least urgent first: what ages moves to the right. */
const order: readonly Priority[] = ['LOW', 'NORMAL', 'HIGH', 'CRITICAL']

/** A task that waits for an auction. */
export interface WaitingTask {
  taskId: TaskId
  client: NodeId
  priority: Priority
  /** Unix milliseconds: its age counts from then. */
  sinceMs: number
  /** Executions it asks for, at least 1: so many turns of its client it takes. */
  turns: number
}

interface Waiting {
  readonly task: WaitingTask
  /** Of all that ever came. */
  readonly number: number
  level: number
  /** When it moves up; infinity on the last level. */
  dueMs: number
}

interface Due {
  dueMs: number
  waiting: Waiting
}

/**
 * Tasks in the order in which they are offered: 1. the most urgent level; each task begins on that of its priority and
 * moves up one each `agingMs`; 2. on a level clients take turns; 3. of a client who came to the level first. A task is in
 * it at most once. O(log n) a task, and the same calls always lead to the same order.
 */
export class FairQueue {
  readonly #agingMs: number
  readonly #tasks = new Map<TaskId, Waiting>()
  readonly #levels: readonly ClientRing[] = order.map(() => new ClientRing())
  readonly #counts = new Map<Priority, number>(order.map((priority) => [priority, 0]))
  #due = newHeap()
  #arrivals = 0

  constructor(init: { agingMs: number }) {
    this.#agingMs = init.agingMs
  }

  get size(): number {
    return this.#tasks.size
  }

  /** How many wait that were submitted with this priority. */
  waiting(priority: Priority): number {
    return this.#counts.get(priority) ?? 0
  }

  add(task: WaitingTask, nowMs: number): void {
    if (this.#tasks.has(task.taskId)) return
    this.#moveUp(nowMs)
    const start = order.indexOf(task.priority)
    const aged = Math.max(0, Math.floor((nowMs - task.sinceMs) / this.#agingMs))
    this.#arrivals += 1
    const level = Math.min(start + aged, order.length - 1)
    const waiting = { task, number: this.#arrivals, level, dueMs: 0 }
    this.#tasks.set(task.taskId, waiting)
    this.#counts.set(task.priority, this.waiting(task.priority) + 1)
    this.#place(waiting)
  }

  remove(taskId: TaskId): void {
    const waiting = this.#tasks.get(taskId)
    if (waiting === undefined) return
    this.#levels[waiting.level]?.remove(waiting.task.client, taskId)
    this.#forget(waiting)
  }

  /** Takes out the next task, or gives undefined where none waits. */
  take(nowMs: number): TaskId | undefined {
    this.#moveUp(nowMs)
    for (const level of this.#levels.toReversed()) {
      const taskId = level.take()
      const waiting = taskId === undefined ? undefined : this.#tasks.get(taskId)
      if (waiting === undefined) continue
      this.#forget(waiting)
      return taskId
    }
    return undefined
  }

  #moveUp(nowMs: number): void {
    for (;;) {
      const { first } = this.#due
      if (first === undefined || first.dueMs > nowMs) return
      this.#due.pop()
      const { waiting, dueMs } = first
      const { taskId, client } = waiting.task
      // It may have gone meanwhile, or gone and come again.
      if (this.#tasks.get(taskId) !== waiting || waiting.dueMs !== dueMs) continue
      this.#levels[waiting.level]?.remove(client, taskId)
      waiting.level += 1
      this.#place(waiting)
    }
  }

  #place(waiting: Waiting): void {
    const { task, level } = waiting
    this.#levels[level]?.add(task.client, task.taskId, task.turns)
    const steps = level - order.indexOf(task.priority) + 1
    waiting.dueMs =
      level === order.length - 1 ? Number.POSITIVE_INFINITY : task.sinceMs + steps * this.#agingMs
    if (waiting.dueMs === Number.POSITIVE_INFINITY) return
    this.#due.push({ dueMs: waiting.dueMs, waiting })
    // Those that have gone stay in it until they are due, but never more than half of it are such.
    if (this.#due.size > 2 * this.#tasks.size + 16) this.#due = newHeap(this.#live())
  }

  *#live(): Iterable<Due> {
    for (const waiting of this.#tasks.values()) {
      if (waiting.dueMs < Number.POSITIVE_INFINITY) yield { dueMs: waiting.dueMs, waiting }
    }
  }

  #forget({ task }: Waiting): void {
    this.#tasks.delete(task.taskId)
    this.#counts.set(task.priority, this.waiting(task.priority) - 1)
  }
}

/** Of those due at once who came first goes first. */
function newHeap(items: Iterable<Due> = []): MinHeap<Due> {
  return new MinHeap(
    (one: Due, other: Due) =>
      one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.waiting.number < other.waiting.number),
    items
  )
}
