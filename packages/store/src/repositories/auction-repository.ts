import type { Entry, KeyValueStore, Operation, TaskId } from '@ailee/core'
import { MAX_COMMIT_OPERATIONS } from '@ailee/core'
import { prefixes } from '../keys.js'
import { type AuctionRecord, decodeAuctionRecord, encodeAuctionRecord } from '../records/auction-record.js'
import { decodeStored, hashPart } from '../records/fields.js'
import type { TaskRecord } from '../records/task-record.js'

/** Digits of the largest attempt and time: keys sort by them. */
const ATTEMPT_DIGITS = 10
const TIME_DIGITS = 16

/** Auctions of a task that are kept though nothing of the task rests on them any more. */
const MAX_IDLE_AUCTIONS = 64

const empty = new Uint8Array()

/**
 * How auctions were decided, at `auctions/{taskId}/{attempt}`; the tasks that have some, oldest first, are at
 * `auction-tasks/{submittedAt}-{taskId}`. Of auctions that nobody won only a task's last one is kept.
 */
export class AuctionRepository {
  readonly #store: KeyValueStore

  constructor(components: { store: KeyValueStore }) {
    this.#store = components.store
  }

  /**
   * What writes an auction of a task, for the commit that changes the task. It is the auction that `task.attempts`
   * counts last. Throws STORE_RECORD_INVALID.
   */
  saveOperations(record: AuctionRecord, task: Pick<TaskRecord, 'submittedAtMs' | 'executions'>): Operation[] {
    const { taskId, attempt } = record
    const won = new Set(task.executions.map((execution) => execution.attempt))
    const done = [attempt - 1, attempt - MAX_IDLE_AUCTIONS].filter((past) => past > 0 && !won.has(past))
    return [
      { put: keyOf(taskId, attempt), value: encodeAuctionRecord(record) },
      { put: indexKey(taskId, task.submittedAtMs), value: empty },
      ...done.map((past) => ({ delete: keyOf(taskId, past) }))
    ]
  }

  /** Throws STORE_CORRUPTED for a damaged record, as all reads here do. */
  async get(taskId: TaskId, attempt: number): Promise<AuctionRecord | undefined> {
    const entry = await this.#store.get(keyOf(taskId, attempt))
    return entry && decode(entry)
  }

  /** A task's auctions that are kept, the first one first. */
  async *list(taskId: TaskId, options: { reverse?: boolean } = {}): AsyncIterable<AuctionRecord> {
    for await (const entry of this.#store.range(prefixOf(taskId), options)) yield decode(entry)
  }

  /** Forgets the auctions of the oldest tasks where more than `maxTasks` have some, and tells of how many tasks. A power cut may undo it. */
  async prune(maxTasks: number, options: { signal?: AbortSignal } = {}): Promise<number> {
    let surplus = -maxTasks
    for await (const _ of this.#store.range(prefixes.auctionTasks, options)) surplus += 1
    if (surplus <= 0) return 0
    const range = { ...options, limit: surplus }
    for await (const { key } of this.#store.range(prefixes.auctionTasks, range)) {
      const operations: Operation[] = [{ delete: key }]
      const taskId = key.slice(key.lastIndexOf('-') + 1)
      for await (const entry of this.#store.range(prefixOf(taskId), options)) {
        operations.push({ delete: entry.key })
      }
      await this.#delete(operations.toReversed())
    }
    return surplus
  }

  /** The index last: what is named there is found again. */
  async #delete(operations: readonly Operation[]): Promise<void> {
    for (let start = 0; start < operations.length; start += MAX_COMMIT_OPERATIONS) {
      const part = operations.slice(start, start + MAX_COMMIT_OPERATIONS)
      await this.#store.commit({ operations: part, sync: false })
    }
  }
}

function prefixOf(taskId: TaskId): string {
  return `${prefixes.auctions}${hashPart(taskId, 'taskId')}/`
}

function keyOf(taskId: TaskId, attempt: number): string {
  return prefixOf(taskId) + String(attempt).padStart(ATTEMPT_DIGITS, '0')
}

function indexKey(taskId: TaskId, submittedAtMs: number): string {
  return `${prefixes.auctionTasks}${String(submittedAtMs).padStart(TIME_DIGITS, '0')}-${taskId}`
}

function decode({ key, value }: Entry): AuctionRecord {
  return decodeStored(key, value, (bytes) => {
    const record = decodeAuctionRecord(bytes)
    if (keyOf(record.taskId, record.attempt) !== key) throw new Error('the record belongs to another key')
    return record
  })
}
