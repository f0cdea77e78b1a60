import type { Change, Entry, RangeOptions } from '@ailee/core'
import { StoreError } from '../errors.js'
import { BEHIND_ALL_KEYS, isInternalKey, REVISION_KEY } from '../keys.js'
import { WatchHub } from '../watch/watch-hub.js'
import { GroupWriter, type WriteBatch, type WriteTarget } from './group-writer.js'
import { readError, writeError } from './level-errors.js'
import { type Database, openLevel } from './open-level.js'
import { splitRevision, withRevision } from './revision-header.js'

/** Entries fetched from LevelDB at a time; LevelDB itself stops earlier at 16 KiB. */
const PAGE_ENTRIES = 128

/** A store between its `start` and its `stop`: the open database, its writer and its watchers. */
export class LevelSession implements WriteTarget {
  readonly writer: GroupWriter
  readonly hub: WatchHub
  readonly #path: string
  readonly #database: Database
  #revision: bigint

  static async open(path: string): Promise<LevelSession> {
    const { database, revision } = await openLevel(path)
    return new LevelSession(path, database, revision)
  }

  private constructor(path: string, database: Database, revision: bigint) {
    this.#path = path
    this.#database = database
    this.#revision = revision
    this.writer = new GroupWriter(this, revision)
    this.hub = new WatchHub(revision)
  }

  /** Of the last commit on disk. */
  get revision(): bigint {
    return this.#revision
  }

  async close(): Promise<void> {
    await this.writer.close()
    this.hub.close(new StoreError('STORE_CLOSED', 'the store is closed'))
    try {
      await this.#database.close()
    } catch (cause) {
      throw writeError(this.#path, cause)
    }
  }

  async read(key: string): Promise<{ value: Uint8Array; revision: bigint } | undefined> {
    const [bytes] = await this.#getMany([key])
    return bytes && splitRevision(key, bytes)
  }

  async readRevisions(keys: readonly string[]): Promise<(bigint | undefined)[]> {
    const values = await this.#getMany(keys)
    return keys.map((key, index) => {
      const bytes = values[index]
      return bytes && splitRevision(key, bytes).revision
    })
  }

  async write({ writes, revision, sync }: WriteBatch): Promise<void> {
    const operations = writes.map(({ key, value, revision }) =>
      value === undefined
        ? ({ type: 'del', key } as const)
        : ({ type: 'put', key, value: withRevision(value, revision) } as const)
    )
    const counter = {
      type: 'put',
      key: REVISION_KEY,
      value: withRevision(new Uint8Array(), revision)
    } as const
    try {
      await this.#database.batch([...operations, counter], { sync })
    } catch (cause) {
      throw writeError(this.#path, cause)
    }
    this.#revision = revision
  }

  written(changes: readonly Change[]): void {
    // Blobs are for no watcher, and far too large to remember.
    this.hub.publish(changes.filter((change) => !isInternalKey(change.key)))
  }

  /** The entries under `prefix`, internal ones as well, some at a time. */
  async *pages(
    prefix: string,
    { after, reverse = false }: RangeOptions
  ): AsyncGenerator<Entry[], void, void> {
    const bounds: { gte?: string; gt?: string; lt?: string } = { gte: prefix, lt: prefix + BEHIND_ALL_KEYS }
    if (after !== undefined && reverse && after < prefix + BEHIND_ALL_KEYS) bounds.lt = after
    if (after !== undefined && !reverse && after >= prefix) {
      delete bounds.gte
      bounds.gt = after
    }
    const iterator = this.#database.iterator({ ...bounds, reverse })
    try {
      for (;;) {
        const page = await iterator.nextv(PAGE_ENTRIES)
        if (page.length === 0) return
        yield page.map(([key, bytes]) => ({ key, ...splitRevision(key, bytes) }))
      }
    } catch (error) {
      throw error instanceof StoreError ? error : readError(prefix, error)
    } finally {
      await iterator.close()
    }
  }

  async #getMany(keys: readonly string[]): Promise<(Uint8Array | undefined)[]> {
    try {
      return keys.length === 1
        ? [await this.#database.get(keys[0] ?? '')]
        : await this.#database.getMany([...keys])
    } catch (cause) {
      throw readError(keys.slice(0, 3).join(', '), cause)
    }
  }
}
