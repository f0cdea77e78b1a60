import type { CommitRequest, Entry, KeyValueStore, NodeId, Operation, TaskId } from '@ailee/core'
import { bytesToHex, encodeReceipt, executionHash, isEnded } from '@ailee/protocol'
import { StoreError } from '../errors.js'
import { keyPart, prefixes } from '../keys.js'
import { decodeStored, hashPart } from '../records/fields.js'
import { decodeTaskRecord, encodeTaskRecord, type TaskRecord } from '../records/task-record.js'
import { type ListOptions, rangeOptions, type Stored } from './stored.js'

export interface TaskRepositoryComponents {
  store: KeyValueStore
}

export interface ListByClientOptions {
  /** Exclusive: a task of the same client to go on behind. */
  after?: Pick<TaskRecord, 'taskId' | 'submittedAtMs'>
  limit?: number
  signal?: AbortSignal
}

const empty = new Uint8Array()

/**
 * Tasks at `tasks/`, with two indexes that each commit keeps in step: `tasks-open/` for those not ended and
 * `tasks-by-client/` for each client's, newest first. A save that ends a task as COMPLETED also writes its
 * receipts, in the same commit. Every write is on disk before its promise resolves.
 */
export class TaskRepository {
  readonly #store: KeyValueStore

  constructor(components: TaskRepositoryComponents) {
    this.#store = components.store
  }

  /** Throws STORE_CORRUPTED for a damaged record, as all reads here do. */
  async get(taskId: TaskId, options: { signal?: AbortSignal } = {}): Promise<Stored<TaskRecord> | undefined> {
    const entry = await this.#store.get(taskKey(taskId), options)
    return entry && decode(entry)
  }

  /** The new task's revision, or undefined if there is a task with this id already. Throws STORE_RECORD_INVALID. */
  async create(record: TaskRecord): Promise<bigint | undefined> {
    return this.commit(this.createCommit(record))
  }

  /** What `create` commits, for a commit that writes more beside it. Throws STORE_RECORD_INVALID. */
  createCommit(record: TaskRecord): CommitRequest {
    const operations = saveOperations(record)
    operations.push({ put: clientIndexKey(record.client, record), value: empty })
    return { conditions: [{ key: taskKey(record.taskId), absent: true }], operations }
  }

  /**
   * The new revision, or undefined if the task was written since `expectedRevision`: read it again, then decide
   * again. `client` and `submittedAtMs` must be as created. Throws STORE_RECORD_INVALID.
   */
  async save(record: TaskRecord, expectedRevision: bigint): Promise<bigint | undefined> {
    return this.commit(this.saveCommit(record, expectedRevision))
  }

  /** What `save` commits, for a commit that writes more beside it. Throws STORE_RECORD_INVALID. */
  saveCommit(record: TaskRecord, expectedRevision: bigint): CommitRequest {
    const key = taskKey(record.taskId)
    return { conditions: [{ key, revision: expectedRevision }], operations: saveOperations(record) }
  }

  /** All tasks by id. */
  async *list(options: ListOptions = {}): AsyncIterable<Stored<TaskRecord>> {
    const range = rangeOptions(prefixes.tasks, options)
    for await (const entry of this.#store.range(prefixes.tasks, range)) yield decode(entry)
  }

  /** The tasks that have not ended, by id; what a restarted coordinator takes up again. */
  async *listOpen(options: ListOptions = {}): AsyncIterable<Stored<TaskRecord>> {
    const range = rangeOptions(prefixes.openTasks, options)
    for await (const { key } of this.#store.range(prefixes.openTasks, range)) {
      const stored = await this.get(key.slice(prefixes.openTasks.length), { signal: options.signal })
      // Ended since the index was read.
      if (stored !== undefined && !isEnded(stored.record.state)) yield stored
    }
  }

  /** A client's tasks, newest first. */
  async *listByClient(client: NodeId, options: ListByClientOptions = {}): AsyncIterable<Stored<TaskRecord>> {
    const { after, limit, signal } = options
    const range = { after: after && clientIndexKey(client, after), limit, signal }
    const prefix = `${prefixes.tasksByClient}${keyPart(client)}/`
    for await (const { key } of this.#store.range(prefix, range)) {
      const taskId = key.slice(key.lastIndexOf('-') + 1)
      const stored = await this.get(taskId, { signal })
      if (stored === undefined) throw new StoreError('STORE_CORRUPTED', `${key} names a missing task`)
      yield stored
    }
  }

  /** Commits what `createCommit` or `saveCommit` gave; undefined where a condition did not hold. */
  async commit(request: CommitRequest): Promise<bigint | undefined> {
    const result = await this.#store.commit(request)
    return result.committed ? result.revision : undefined
  }
}

function taskKey(taskId: TaskId): string {
  return prefixes.tasks + hashPart(taskId, 'taskId')
}

/** Later times give smaller keys, so that a listing begins with the newest. */
function clientIndexKey(client: NodeId, task: Pick<TaskRecord, 'taskId' | 'submittedAtMs'>): string {
  const inverted = BigInt.asUintN(64, ~BigInt(task.submittedAtMs)).toString(16).padStart(16, '0')
  return `${prefixes.tasksByClient}${keyPart(client)}/${inverted}-${hashPart(task.taskId, 'taskId')}`
}

/** The same record always gives the same operations. */
function saveOperations(record: TaskRecord): Operation[] {
  const openKey = prefixes.openTasks + record.taskId
  const operations: Operation[] = [
    { put: taskKey(record.taskId), value: encodeTaskRecord(record) },
    isEnded(record.state) ? { delete: openKey } : { put: openKey, value: empty }
  ]
  if (record.state === 'COMPLETED') {
    const receipts = new Map(record.receipts.map((receipt) => [bytesToHex(executionHash(receipt)), receipt]))
    for (const [hash, receipt] of receipts) {
      operations.push({ put: prefixes.receipts + hash, value: encodeReceipt(receipt) })
    }
  }
  return operations
}

function decode({ key, value, revision }: Entry): Stored<TaskRecord> {
  const record = decodeStored(key, value, (bytes) => {
    const task = decodeTaskRecord(bytes)
    if (taskKey(task.taskId) !== key) throw new Error('the record belongs to another key')
    return task
  })
  return { record, revision }
}
