import type { Change, CommitRequest, CommitResult } from '@ailee/core'
import { conditionsHold, operationKey, operationsBytes } from '../commit-check.js'
import {
  MAX_BATCH_BYTES,
  MAX_BATCH_OPERATIONS,
  MAX_CACHED_REVISIONS,
  MAX_WAITING_BYTES,
  MAX_WAITING_COMMITS
} from '../constants.js'
import { StoreError } from '../errors.js'

/** Several commits as one disk write. */
export interface WriteBatch {
  /** The last write of each key. */
  writes: readonly Change[]
  /** Of the last commit in it. */
  revision: bigint
  sync: boolean
}

/** What the writer writes to. `write` is atomic. */
export interface WriteTarget {
  /** The revision of each key's last write, `undefined` where it is absent. */
  readRevisions(keys: readonly string[]): Promise<(bigint | undefined)[]>
  write(batch: WriteBatch): Promise<void>
  /** Called once a batch is written and before its callers hear of it. */
  written(changes: readonly Change[]): void
}

interface Waiting {
  request: CommitRequest
  bytes: number
  resolve(result: CommitResult): void
  reject(error: unknown): void
}

/**
 * The one writer of a store. Whatever waits while a disk write is under way goes into the next one, so that
 * a hundred concurrent commits cost one fsync and not a hundred. Within a batch commits keep their order:
 * each one's conditions see what those before it wrote.
 */
export class GroupWriter {
  readonly #target: WriteTarget
  /** Revisions of keys read or written lately; all writes pass here, so it is never stale. */
  readonly #revisions = new Map<string, bigint | undefined>()
  #revision: bigint
  #waiting: Waiting[] = []
  #waitingBytes = 0
  #running: Promise<void> | undefined
  #closed = false

  constructor(target: WriteTarget, revision: bigint) {
    this.#target = target
    this.#revision = revision
  }

  /** Resolves once the commit is written. Throws STORE_OVERLOADED, STORE_CLOSED, STORE_WRITE_FAILED, STORE_READ_FAILED. */
  commit(request: CommitRequest): Promise<CommitResult> {
    if (this.#closed) return Promise.reject(new StoreError('STORE_CLOSED', 'the store is closed'))
    const bytes = operationsBytes(request.operations)
    if (this.#waiting.length >= MAX_WAITING_COMMITS || this.#waitingBytes + bytes > MAX_WAITING_BYTES) {
      const error = new StoreError('STORE_OVERLOADED', `${this.#waiting.length} commits wait for the disk`, {
        hint: 'wait for earlier commits, then try again'
      })
      return Promise.reject(error)
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, bytes, resolve, reject })
      this.#waitingBytes += bytes
      this.#running ??= this.#run()
    })
  }

  /** Takes no more commits and resolves once those it took are settled. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#running
  }

  async #run(): Promise<void> {
    // Lets everything that is committed in the same turn join the first batch.
    await Promise.resolve()
    while (this.#waiting.length > 0) await this.#settle(this.#take())
    this.#running = undefined
  }

  #take(): Waiting[] {
    let count = 0
    let operations = 0
    let bytes = 0
    for (const waiting of this.#waiting) {
      operations += waiting.request.operations.length
      bytes += waiting.bytes
      if (count > 0 && (operations > MAX_BATCH_OPERATIONS || bytes > MAX_BATCH_BYTES)) break
      count += 1
    }
    const batch = this.#waiting.slice(0, count)
    this.#waiting = this.#waiting.slice(count)
    for (const waiting of batch) this.#waitingBytes -= waiting.bytes
    return batch
  }

  /** 1. Reads revisions the conditions need. 2. Decides commit by commit. 3. Writes once. 4. Tells watchers, then callers. */
  async #settle(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#loadRevisions(batch)
      const changes: Change[] = []
      const results = batch.map(({ request }) => this.#decide(request, changes))
      if (changes.length > 0) {
        const writes = [...new Map(changes.map((change) => [change.key, change])).values()]
        const sync = batch.some(({ request }) => request.sync ?? true)
        await this.#target.write({ writes, revision: this.#revision, sync })
        this.#target.written(changes)
      }
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] ?? { committed: false })
    } catch (error) {
      // What the disk holds is unknown now, and so is every result that was decided on top of it.
      this.#revisions.clear()
      for (const { reject } of batch) reject(error)
    }
    this.#trimRevisions()
  }

  async #loadRevisions(batch: readonly Waiting[]): Promise<void> {
    const keys = new Set<string>()
    for (const { request } of batch) {
      for (const { key } of request.conditions ?? []) if (!this.#revisions.has(key)) keys.add(key)
    }
    if (keys.size === 0) return
    const missing = [...keys]
    const revisions = await this.#target.readRevisions(missing)
    for (const [index, key] of missing.entries()) this.#revisions.set(key, revisions[index])
  }

  #decide({ conditions, operations }: CommitRequest, changes: Change[]): CommitResult {
    if (!conditionsHold(conditions, (key) => this.#revisions.get(key))) return { committed: false }
    if (operations.length > 0) this.#revision += 1n
    const revision = this.#revision
    for (const operation of operations) {
      const key = operationKey(operation)
      const value = 'put' in operation ? operation.value : undefined
      changes.push({ key, value, revision })
      // Taken out first, so that the map's order is that of the latest use.
      this.#revisions.delete(key)
      this.#revisions.set(key, value === undefined ? undefined : revision)
    }
    return { committed: true, revision }
  }

  #trimRevisions(): void {
    for (const key of this.#revisions.keys()) {
      if (this.#revisions.size <= MAX_CACHED_REVISIONS) break
      this.#revisions.delete(key)
    }
  }
}
