import type {
  Change,
  CommitRequest,
  CommitResult,
  Entry,
  KeyValueStore,
  RangeOptions,
  WatchOptions
} from '@ailee/core'
import { checkCommit, conditionsHold, operationKey } from '../commit-check.js'
import { StoreError } from '../errors.js'
import { checkKey, checkPrefix } from '../keys.js'
import { WatchHub } from '../watch/watch-hub.js'
import { MemoryBlobStore } from './memory-blob-store.js'

/** The port in memory, for tests and simulations. What it holds outlives `stop` and `start`, but not the object. */
export class MemoryStore implements KeyValueStore {
  readonly name = 'store'
  readonly blobs = new MemoryBlobStore()
  readonly instrumented = new MemoryBlobStore()
  readonly #entries = new Map<string, Entry>()
  #revision = 0n
  #hub: WatchHub | undefined
  /** All keys in order; undefined after a key came or went. */
  #sortedKeys: string[] | undefined

  async start(): Promise<void> {
    this.#hub ??= new WatchHub(this.#revision)
  }

  async stop(): Promise<void> {
    this.#hub?.close(new StoreError('STORE_CLOSED', 'the store is closed'))
    this.#hub = undefined
  }

  async get(key: string, { signal }: { signal?: AbortSignal } = {}): Promise<Entry | undefined> {
    signal?.throwIfAborted()
    checkKey(key)
    this.#open()
    const entry = this.#entries.get(key)
    return entry && copy(entry)
  }

  async commit(request: CommitRequest): Promise<CommitResult> {
    checkCommit(request)
    const hub = this.#open()
    if (!conditionsHold(request.conditions, (key) => this.#entries.get(key)?.revision)) {
      return { committed: false }
    }
    if (request.operations.length > 0) this.#revision += 1n
    const revision = this.#revision
    const changes: Change[] = []
    for (const operation of request.operations) {
      const key = operationKey(operation)
      const value = 'put' in operation ? new Uint8Array(operation.value) : undefined
      if (value !== undefined && !this.#entries.has(key)) this.#sortedKeys = undefined
      if (value !== undefined) this.#entries.set(key, { key, value, revision })
      else if (this.#entries.delete(key)) this.#sortedKeys = undefined
      changes.push({ key, value: value && new Uint8Array(value), revision })
    }
    hub.publish(changes)
    return { committed: true, revision }
  }

  /** A snapshot: entries are replaced, never changed, so holding on to those of the first step is enough. */
  async *range(prefix: string, options: RangeOptions = {}): AsyncIterable<Entry> {
    const { after, reverse = false, limit = Number.POSITIVE_INFINITY, signal } = options
    checkPrefix(prefix)
    this.#open()
    let listed = 0
    for (const entry of this.#snapshot(prefix, reverse)) {
      if (listed >= limit) return
      if (after !== undefined && (reverse ? entry.key >= after : entry.key <= after)) continue
      signal?.throwIfAborted()
      this.#open()
      listed += 1
      yield copy(entry)
    }
    signal?.throwIfAborted()
  }

  #snapshot(prefix: string, reverse: boolean): Entry[] {
    this.#sortedKeys ??= [...this.#entries.keys()].sort()
    const keys = this.#sortedKeys.filter((key) => key.startsWith(prefix))
    if (reverse) keys.reverse()
    return keys.flatMap((key) => this.#entries.get(key) ?? [])
  }

  async currentRevision({ signal }: { signal?: AbortSignal } = {}): Promise<bigint> {
    signal?.throwIfAborted()
    this.#open()
    return this.#revision
  }

  watch(prefix: string, options: WatchOptions): AsyncIterable<Change> {
    checkPrefix(prefix)
    return this.#open().watch(prefix, options)
  }

  #open(): WatchHub {
    if (this.#hub === undefined) throw new StoreError('STORE_CLOSED', 'the store is not open')
    return this.#hub
  }
}

/** Callers own what they get, as they do with a store on disk. Not `slice`: a Buffer's does not copy. */
function copy(entry: Entry): Entry {
  return { ...entry, value: new Uint8Array(entry.value) }
}
