import type { Logger, Service, TaskId } from '@ailee/core'
import { decodeSubmitTask, isEnded, type SubmitTask } from '@ailee/protocol'
import type { TaskRecord, TaskRepository } from '@ailee/store'

/** A task that has not ended, with what never changes about it. */
export interface OpenTask {
  readonly submit: SubmitTask
  readonly record: TaskRecord
}

/** Gives the record after an event, or undefined where the event no longer applies. */
export type Transition = (task: TaskRecord) => TaskRecord | undefined

/** Called after a change is on disk. */
export type TaskListener = (task: TaskRecord, previous: TaskRecord | undefined) => void

interface Held {
  submit: SubmitTask
  record: TaskRecord
  revision: bigint
  /** The last change under way: changes of one task happen one after the other. */
  tail: Promise<unknown>
}

export interface TaskBookComponents {
  tasks: TaskRepository
  log: Logger
}

/**
 * Every task that has not ended, in memory and on disk. All changes go through {@link TaskBook.change}: it
 * serialises them by task, writes before it reports, and tells the listeners afterwards.
 */
export class TaskBook implements Service {
  readonly name = 'task-book'
  readonly #tasks: TaskRepository
  readonly #log: Logger
  readonly #open = new Map<TaskId, Held>()
  readonly #listeners: TaskListener[] = []

  constructor({ tasks, log }: TaskBookComponents) {
    this.#tasks = tasks
    this.#log = log
  }

  /** Loads what a previous run left open. */
  async start(): Promise<void> {
    for await (const { record, revision } of this.#tasks.listOpen()) this.#hold(record, revision)
    if (this.#open.size > 0) this.#log.info('open tasks loaded', { tasks: this.#open.size })
  }

  async stop(): Promise<void> {
    await Promise.allSettled([...this.#open.values()].map(({ tail }) => tail))
    this.#open.clear()
  }

  get size(): number {
    return this.#open.size
  }

  open(): Iterable<OpenTask> {
    return this.#open.values()
  }

  get(taskId: TaskId): OpenTask | undefined {
    return this.#open.get(taskId)
  }

  onChange(listener: TaskListener): void {
    this.#listeners.push(listener)
  }

  /** Stores a new task. Gives the record that stands under its id: the new one, or the one that was there before. */
  async add(record: TaskRecord): Promise<TaskRecord> {
    const revision = await this.#tasks.create(record)
    if (revision === undefined) {
      const existing = await this.find(record.taskId)
      if (existing === undefined) throw new Error(`task ${record.taskId} vanished while it was created`)
      return existing
    }
    this.#hold(record, revision)
    this.#tell(record, undefined)
    return record
  }

  /** A task, ended or not. */
  async find(taskId: TaskId): Promise<TaskRecord | undefined> {
    return this.#open.get(taskId)?.record ?? (await this.#tasks.get(taskId))?.record
  }

  /** Applies a transition to an open task. Gives the record it led to once that is on disk, or undefined where it did not apply. */
  change(taskId: TaskId, transition: Transition): Promise<TaskRecord | undefined> {
    const held = this.#open.get(taskId)
    if (held === undefined) return Promise.resolve(undefined)
    const next = held.tail.then(() => this.#apply(held, transition))
    held.tail = next.catch(() => {})
    return next
  }

  async #apply(held: Held, transition: Transition): Promise<TaskRecord | undefined> {
    const previous = held.record
    if (this.#open.get(previous.taskId) !== held) return undefined
    const record = transition(previous)
    if (record === undefined) return undefined
    const revision = await this.#tasks.save(record, held.revision)
    if (revision === undefined) throw new Error(`task ${record.taskId} was changed by somebody else`)
    held.record = record
    held.revision = revision
    if (isEnded(record.state)) this.#open.delete(record.taskId)
    this.#tell(record, previous)
    return record
  }

  #hold(record: TaskRecord, revision: bigint): void {
    const submit = decodeSubmitTask(record.submitPayload)
    this.#open.set(record.taskId, { submit, record, revision, tail: Promise.resolve() })
  }

  #tell(record: TaskRecord, previous: TaskRecord | undefined): void {
    for (const listener of this.#listeners) listener(record, previous)
  }
}
