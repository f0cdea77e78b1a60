import {
  type CommitRequest,
  isAileeError,
  type Logger,
  type NodeId,
  type Operation,
  type Service,
  type TaskId
} from '@ailee/core'
import { decodeSubmitTask, isEnded, type SubmitTask } from '@ailee/protocol'
import type { LedgerBook, LedgerOperation } from '@ailee/settlement'
import type { TaskRecord, TaskRepository } from '@ailee/store'
import { CoordinatorError } from '../errors.js'
import type { Stakes } from '../stakes/stakes.js'
import { ClientCounts } from './client-counts.js'
import { grantTo, moneyAtEnd, moneyAtIntake, paysAtEnd } from './money.js'

/** A task that has not ended, with what never changes about it. */
export interface OpenTask {
  readonly submit: SubmitTask
  readonly record: TaskRecord
}

/** Gives the record after an event, or undefined where the event no longer applies. */
export type Transition = (task: TaskRecord) => TaskRecord | undefined

/** What else is written in the commit of a change; `record` is what the change leads to. */
export type Beside = (record: TaskRecord) => readonly Operation[]

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
  /** Moves units with the changes of tasks; without it nothing is paid. */
  ledger?: LedgerBook<CommitRequest> | undefined
  /** Keeps parts of pay as stakes; without it nobody has one. */
  stakes?: Stakes | undefined
  log: Logger
}

/**
 * Every task that has not ended, in memory and on disk. All changes go through {@link TaskBook.change}: it
 * serialises them by task, writes before it reports, and tells the listeners afterwards. What a change moves on the
 * ledger is in the same commit.
 */
export class TaskBook implements Service {
  readonly name = 'task-book'
  /** Tasks that are still to be executed, or being executed: all but the provisional ones. */
  readonly waiting = new ClientCounts()
  /** Of each client, those whose results wait in lots. */
  readonly provisional = new ClientCounts()
  readonly #tasks: TaskRepository
  readonly #ledger: LedgerBook<CommitRequest> | undefined
  readonly #stakes: Stakes | undefined
  readonly #grantUnits: bigint
  readonly #log: Logger
  readonly #open = new Map<TaskId, Held>()
  readonly #listeners: TaskListener[] = []

  constructor({ tasks, ledger, stakes, log }: TaskBookComponents, { grantUnits }: { grantUnits: bigint }) {
    this.#tasks = tasks
    this.#ledger = ledger
    this.#stakes = stakes
    this.#grantUnits = grantUnits
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
    this.waiting.clear()
    this.provisional.clear()
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

  /**
   * Stores a new task. Gives the record that stands under its id: the new one, or the one that was there before.
   * Throws FUNDS_INSUFFICIENT where the client cannot pay the reward.
   */
  async add(record: TaskRecord): Promise<TaskRecord> {
    const submit = decodeSubmitTask(record.submitPayload)
    const money = [...(await this.#grant(record.client)), ...moneyAtIntake(record, submit)]
    const revision = await this.#commit(this.#tasks.createCommit(record), money)
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
  change(taskId: TaskId, transition: Transition, beside?: Beside): Promise<TaskRecord | undefined> {
    const held = this.#open.get(taskId)
    if (held === undefined) return Promise.resolve(undefined)
    const next = held.tail.then(() => this.#apply(held, transition, beside))
    held.tail = next.catch(() => {})
    return next
  }

  async #apply(
    held: Held,
    transition: Transition,
    beside: Beside = () => []
  ): Promise<TaskRecord | undefined> {
    const previous = held.record
    if (this.#open.get(previous.taskId) !== held) return undefined
    const record = transition(previous)
    if (record === undefined) return undefined
    const save = this.#tasks.saveCommit(record, held.revision)
    const request = { ...save, operations: [...save.operations, ...beside(record)] }
    const revision = await this.#commit(request, await this.#moneyAtEnd(record, held.submit))
    if (revision === undefined) throw new Error(`task ${record.taskId} was changed by somebody else`)
    held.record = record
    held.revision = revision
    this.#counts(previous).remove(previous.client)
    if (isEnded(record.state)) this.#open.delete(record.taskId)
    else this.#counts(record).add(record.client)
    this.#tell(record, previous)
    return record
  }

  /** For a client that has none yet: how much new ones are given may change, what was given stands. */
  async #grant(client: NodeId): Promise<LedgerOperation[]> {
    if (this.#ledger === undefined || this.#grantUnits === 0n) return []
    const grant = grantTo(client, this.#grantUnits)
    return (await this.#ledger.entry(grant.operationId)) === undefined ? [grant] : []
  }

  /** A task of a time without a ledger has no escrow, and nothing moves when it ends. */
  async #moneyAtEnd(record: TaskRecord, submit: SubmitTask): Promise<LedgerOperation[]> {
    const pays = paysAtEnd(record, submit)
    const money = moneyAtEnd(record, pays)
    if (money.length === 0 || (await this.#ledger?.escrow(record.taskId)) === undefined) return []
    return [...money, ...((await this.#stakes?.ofPays(record.taskId, pays)) ?? [])]
  }

  /** Gives the revision of what was written, or undefined where a condition did not hold. */
  async #commit(request: CommitRequest, money: readonly LedgerOperation[]): Promise<bigint | undefined> {
    if (this.#ledger === undefined || money.length === 0) return this.#tasks.commit(request)
    try {
      const outcome = await this.#ledger.apply(money, request)
      return outcome.committed ? outcome.revision : undefined
    } catch (error) {
      // Its escrow, with other terms: the task is there already.
      if (isAileeError(error, 'LEDGER_OPERATION_CONFLICT')) return undefined
      if (!isAileeError(error, 'LEDGER_FUNDS_INSUFFICIENT')) throw error
      throw new CoordinatorError('FUNDS_INSUFFICIENT', 'the client has less than the reward it offers', {
        cause: error,
        hint: 'offer less by --reward'
      })
    }
  }

  #hold(record: TaskRecord, revision: bigint): void {
    const submit = decodeSubmitTask(record.submitPayload)
    this.#open.set(record.taskId, { submit, record, revision, tail: Promise.resolve() })
    this.#counts(record).add(record.client)
  }

  #counts({ state }: TaskRecord): ClientCounts {
    return state === 'PROVISIONAL' ? this.provisional : this.waiting
  }

  #tell(record: TaskRecord, previous: TaskRecord | undefined): void {
    for (const listener of this.#listeners) listener(record, previous)
  }
}
