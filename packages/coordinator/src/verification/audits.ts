import { errorMessage, type Logger, type TaskId } from '@ailee/core'
import type { OpenTask, TaskBook } from '../task/task-book.js'
import type { Referee } from './referee.js'

/** Told what the referee found about an attempt of a task. */
export type AuditListener<Finding> = (taskId: TaskId, attempt: number, finding: Finding) => Promise<void>

/** Executions of referees that are owed. */
export interface AuditQueue<Finding> {
  /** Waiting and under way. */
  readonly size: number
  has(taskId: TaskId): boolean
  onFinding(listener: AuditListener<Finding>): void
  add(taskId: TaskId, attempt: number): void
  /** A task that has ended needs no audit; one under way is let finish. */
  remove(taskId: TaskId): void
  stop(): Promise<void>
}

interface Waiting {
  taskId: TaskId
  attempt: number
}

/**
 * The executions that the referee still owes: in order, so many at a time. A task is in it at most once, so the bound
 * on open tasks bounds this too. It forgets when the process ends; whoever asked asks again.
 */
export class Audits<Finding> implements AuditQueue<Finding> {
  readonly #referee: Referee<Finding>
  readonly #book: TaskBook
  readonly #log: Logger
  readonly #parallel: number
  readonly #waiting = new Map<TaskId, Waiting>()
  readonly #running = new Map<TaskId, Promise<void>>()
  readonly #abort = new AbortController()
  #listener: AuditListener<Finding> = async () => {}

  constructor(
    components: { referee: Referee<Finding>; book: TaskBook; log: Logger },
    init: { parallel: number }
  ) {
    this.#referee = components.referee
    this.#book = components.book
    this.#log = components.log
    this.#parallel = init.parallel
  }

  /** Waiting and under way. */
  get size(): number {
    return this.#waiting.size + this.#running.size
  }

  has(taskId: TaskId): boolean {
    return this.#waiting.has(taskId) || this.#running.has(taskId)
  }

  onFinding(listener: AuditListener<Finding>): void {
    this.#listener = listener
  }

  add(taskId: TaskId, attempt: number): void {
    this.#waiting.set(taskId, { taskId, attempt })
    this.#pump()
  }

  /** A task that has ended needs no audit; one under way is let finish. */
  remove(taskId: TaskId): void {
    this.#waiting.delete(taskId)
  }

  async stop(): Promise<void> {
    this.#abort.abort()
    this.#waiting.clear()
    await Promise.allSettled(this.#running.values())
  }

  #pump(): void {
    for (const [taskId, { attempt }] of this.#waiting) {
      if (this.#running.size >= this.#parallel || this.#abort.signal.aborted) return
      // Asked for again by what the running one found: it begins when that has ended.
      if (this.#running.has(taskId)) continue
      this.#waiting.delete(taskId)
      const task = this.#book.get(taskId)
      if (task === undefined) continue
      const audit = this.#audit(task, attempt)
        .catch((error: unknown) => {
          if (this.#abort.signal.aborted) return
          this.#log.error('audit could not be followed up', { taskId, error: errorMessage(error) })
        })
        .finally(() => {
          this.#running.delete(taskId)
          this.#pump()
        })
      this.#running.set(taskId, audit)
    }
  }

  async #audit(task: OpenTask, attempt: number): Promise<void> {
    const finding = await this.#referee.execute(task, attempt, this.#abort.signal)
    await this.#listener(task.record.taskId, attempt, finding)
  }
}
