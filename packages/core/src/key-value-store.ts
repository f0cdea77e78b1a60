import type { Service } from './service.js'
import { MIB } from './units.js'

/** etcd's limit is 128 operations a transaction; 100 leaves room for the guards its adapter adds. */
export const MAX_COMMIT_OPERATIONS = 100
/**
 * A task record with nine returned results, each with 64 KiB of output and of stderr, is over 1 MiB, so etcd's
 * default request size (1.5 MiB) does not do: its members will need `--max-request-bytes` raised to this.
 */
export const MAX_COMMIT_BYTES = 4 * MIB
export const MAX_KEY_BYTES = 512

export interface Entry {
  key: string
  value: Uint8Array
  /** Revision of this key's last write, as etcd's `mod_revision`. */
  revision: bigint
}

/** What must be true of a key for a commit to happen: never written or deleted, or last written at a revision. */
export type Condition = { key: string; absent: true } | { key: string; revision: bigint }

/** `value` must not be changed after the call: a store may hold on to it. */
export type Operation = { put: string; value: Uint8Array } | { delete: string }

export interface CommitRequest {
  conditions?: readonly Condition[]
  /** At most MAX_COMMIT_OPERATIONS, each on another key; together at most MAX_COMMIT_BYTES of keys and values. */
  operations: readonly Operation[]
  /** On disk before the promise resolves; default true. Without it a power cut may lose the commit, a killed process does not. */
  sync?: boolean
}

/** `committed: false`: a condition did not hold and nothing was written. */
export type CommitResult = { committed: true; revision: bigint } | { committed: false }

export interface RangeOptions {
  /** Exclusive: start behind this key, in the direction of the listing. */
  after?: string
  reverse?: boolean
  limit?: number
  signal?: AbortSignal
}

export interface WatchOptions {
  /** Also the changes from this revision on; without it only those after the call. */
  fromRevision?: bigint
  /** Ends the iteration, without an error. */
  signal: AbortSignal
}

export interface Change {
  key: string
  /** `undefined`: the key was deleted. */
  value: Uint8Array | undefined
  revision: bigint
}

/**
 * The port every repository stands on, small enough for LevelDB in the process and for etcd behind a network.
 *
 * - A key is `<prefix>/<rest>`: printable ASCII without spaces, at most 512 bytes; keys sort by their bytes.
 * - The store has one revision counter. Every commit that writes moves it up and stamps what it wrote, so a
 *   condition on a revision is a compare-and-set that no rewrite with the same bytes can fool.
 * - After STORE_WRITE_FAILED (with etcd: a timeout) the outcome is unknown. A commit with conditions can be
 *   repeated safely; one without must be idempotent.
 * - Blobs (up to 16 MiB) do not go through this port: see `BlobStore` in `store`, which only the embedded store has.
 * - Leases will come with etcd as `grantLease(ttlMs)` and an optional `lease` on a put: such a key vanishes
 *   when its lease is not renewed, which is how a leader's key is lost. Expiry is approximate, so what
 *   protects a write stays what it is now: a condition on a revision, compared in the same commit.
 *
 * Methods throw STORE_CLOSED before `start` and after `stop`, STORE_KEY_INVALID for a bad key, and the reason of a
 * signal that aborts. What was stored outlives `stop`. `@ailee/conformance/contracts` holds an engine against all this.
 */
export interface KeyValueStore extends Service {
  get(key: string, options?: { signal?: AbortSignal }): Promise<Entry | undefined>

  /** Writes all operations or, where a condition fails, none. Throws STORE_TOO_LARGE, STORE_OVERLOADED, STORE_WRITE_FAILED. */
  commit(request: CommitRequest): Promise<CommitResult>

  /**
   * The entries whose key starts with `prefix`, in key order. `prefix` names at least a first part: `tasks/`. A
   * snapshot: what is committed after the first entry was asked for does not show. One that `stop` cuts short throws
   * STORE_CLOSED.
   */
  range(prefix: string, options?: RangeOptions): AsyncIterable<Entry>

  /** The revision of the last commit. List, then watch from one above it, misses nothing. */
  currentRevision(options?: { signal?: AbortSignal }): Promise<bigint>

  /**
   * Changes under `prefix` in the order of their revisions, from the moment of the call. Throws STORE_WATCH_LAGGED
   * once unread changes pass the buffer, or where `fromRevision` lies further back than the store remembers
   * (an embedded store remembers nothing from before `start`): list again, then watch again.
   */
  watch(prefix: string, options: WatchOptions): AsyncIterable<Change>
}
