import type {
  Change,
  CommitRequest,
  CommitResult,
  Entry,
  KeyValueStore,
  RangeOptions,
  WatchOptions
} from '@ailee/core'
import { type Clock, type Logger, type MetricsRegister, systemClock } from '@ailee/core'
import type { BlobStore } from '../blob-store.js'
import { checkCommit } from '../commit-check.js'
import { StoreError } from '../errors.js'
import { checkKey, checkPrefix, isInternalKey } from '../keys.js'
import { createStoreMetrics, type StoreMetrics } from '../metrics.js'
import { folderBytes } from './folder.js'
import { blobsInit, instrumentedInit, LevelBlobStore } from './level-blob-store.js'
import { LevelSession } from './level-session.js'

export interface LevelStoreComponents {
  log: Logger
  metrics: MetricsRegister
  /** For the latency metric only. */
  clock?: Clock
}

export interface LevelStoreInit {
  /** The store's own folder; made if absent. */
  path: string
}

/**
 * The embedded store: one LevelDB folder, one process. `start` throws STORE_LOCKED, STORE_NOT_WRITABLE,
 * STORE_FOREIGN, STORE_CORRUPTED, STORE_SCHEMA_UNSUPPORTED or STORE_OPEN_FAILED and never resets anything.
 */
export class LevelStore implements KeyValueStore {
  readonly name = 'store'
  /** Large values in the same folder. */
  readonly blobs: BlobStore
  /** Instrumented modules, in the same folder. */
  readonly instrumented: BlobStore
  readonly #log: Logger
  readonly #clock: Clock
  readonly #metrics: StoreMetrics
  readonly #path: string
  #session: LevelSession | undefined
  #transition: Promise<void> = Promise.resolve()
  #sizeBytes = 0

  constructor(components: LevelStoreComponents, init: LevelStoreInit) {
    this.#log = components.log
    this.#clock = components.clock ?? systemClock
    this.#path = init.path
    this.#metrics = createStoreMetrics(components.metrics, () => {
      // Scrapes are synchronous: each gets what the one before set out to measure.
      void this.#measureSize()
      return this.#sizeBytes
    })
    this.blobs = new LevelBlobStore(() => this.#open(), blobsInit)
    this.instrumented = new LevelBlobStore(() => this.#open(), instrumentedInit)
  }

  start(): Promise<void> {
    return this.#serialise(async () => {
      if (this.#session !== undefined) return
      this.#session = await LevelSession.open(this.#path)
      await this.#measureSize()
      this.#log.info('store opened', { path: this.#path, sizeBytes: this.#sizeBytes })
    })
  }

  /** Refuses new commits, writes those already taken, then closes the database. */
  stop(): Promise<void> {
    return this.#serialise(async () => {
      const session = this.#session
      this.#session = undefined
      if (session === undefined) return
      await session.close()
      this.#log.info('store closed', { path: this.#path })
    })
  }

  async get(key: string, { signal }: { signal?: AbortSignal } = {}): Promise<Entry | undefined> {
    signal?.throwIfAborted()
    checkKey(key)
    const startedMs = this.#clock.monotonic()
    const stored = await this.#open().read(key)
    this.#observe('get', this.#clock.monotonic() - startedMs)
    signal?.throwIfAborted()
    return stored && { key, ...stored }
  }

  async commit(request: CommitRequest): Promise<CommitResult> {
    checkCommit(request)
    const startedMs = this.#clock.monotonic()
    const result = await this.#open().writer.commit(request)
    this.#observe('commit', this.#clock.monotonic() - startedMs)
    return result
  }

  /** A snapshot: what is committed after the first entry was asked for does not show. */
  async *range(prefix: string, options: RangeOptions = {}): AsyncIterable<Entry> {
    const { limit = Number.POSITIVE_INFINITY, signal } = options
    checkPrefix(prefix)
    let listed = 0
    let readingMs = 0
    const pages = this.#open().pages(prefix, options)
    try {
      while (listed < limit) {
        signal?.throwIfAborted()
        const startedMs = this.#clock.monotonic()
        const page = await pages.next()
        readingMs += this.#clock.monotonic() - startedMs
        if (page.done === true) break
        for (const entry of page.value) {
          if (listed >= limit) break
          if (isInternalKey(entry.key)) continue
          signal?.throwIfAborted()
          listed += 1
          yield entry
        }
      }
    } finally {
      await pages.return()
      this.#observe('range', readingMs)
    }
  }

  async currentRevision({ signal }: { signal?: AbortSignal } = {}): Promise<bigint> {
    signal?.throwIfAborted()
    return this.#open().revision
  }

  watch(prefix: string, options: WatchOptions): AsyncIterable<Change> {
    checkPrefix(prefix)
    return this.#open().hub.watch(prefix, options)
  }

  #open(): LevelSession {
    if (this.#session === undefined) throw new StoreError('STORE_CLOSED', 'the store is not open')
    return this.#session
  }

  #observe(operation: 'get' | 'commit' | 'range', ms: number): void {
    this.#metrics.latency.observe(ms / 1000, { operation })
  }

  async #measureSize(): Promise<void> {
    this.#sizeBytes = await folderBytes(this.#path)
  }

  #serialise(step: () => Promise<void>): Promise<void> {
    const next = this.#transition.then(step)
    this.#transition = next.catch(() => {})
    return next
  }
}
