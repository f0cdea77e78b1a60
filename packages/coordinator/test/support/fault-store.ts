import type {
  Change,
  CommitRequest,
  CommitResult,
  Entry,
  KeyValueStore,
  MemoryStore,
  RangeOptions,
  WatchOptions
} from '@ailee/store'
import { StoreError } from '@ailee/store'

const never = <T>(): Promise<T> => new Promise(() => {})

/** One process's way to a store that outlives it: it can fail for a while, be slow, and die with its process. */
export class FaultStore implements KeyValueStore {
  readonly name = 'fault-store'
  /** Commits are refused while this is true. */
  failing = false
  /** Awaited after a read has been made and before it is handed over. */
  readGate: (key: string) => Promise<unknown> = async () => {}
  /** Awaited before each commit. */
  commitGate: (request: CommitRequest) => Promise<unknown> = async () => {}
  #dead = false
  readonly #store: MemoryStore

  constructor(store: MemoryStore) {
    this.#store = store
  }

  /** The process is gone: what it asked for never comes back, and what it had not yet written is not written. */
  die(): void {
    this.#dead = true
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  async get(key: string, options?: { signal?: AbortSignal }): Promise<Entry | undefined> {
    if (this.#dead) return never()
    const entry = await this.#store.get(key, options)
    await this.readGate(key)
    return this.#dead ? never() : entry
  }

  async commit(request: CommitRequest): Promise<CommitResult> {
    await this.commitGate(request)
    if (this.#dead) return never()
    if (this.failing) throw new StoreError('STORE_WRITE_FAILED', 'the disk does not answer')
    const result = await this.#store.commit(request)
    return this.#dead ? never() : result
  }

  range(prefix: string, options?: RangeOptions): AsyncIterable<Entry> {
    return this.#store.range(prefix, options)
  }

  currentRevision(): Promise<bigint> {
    return this.#store.currentRevision()
  }

  watch(prefix: string, options: WatchOptions): AsyncIterable<Change> {
    return this.#store.watch(prefix, options)
  }
}
