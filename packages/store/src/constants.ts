import { MIB } from '@ailee/core'

/** Version of the layout of keys and values. A store with a higher one is refused, never reset. */
export const SCHEMA_VERSION = 1

/** Bounds of what waits for the disk. Past them a caller gets STORE_OVERLOADED instead of filling memory. */
export const MAX_WAITING_COMMITS = 16_384
export const MAX_WAITING_BYTES = 64 * MIB
/** Bounds of one disk write, so that the first caller of a crowd does not wait for all of it. */
export const MAX_BATCH_OPERATIONS = 4096
export const MAX_BATCH_BYTES = 8 * MIB
/** Revisions remembered so that the condition of a key written lately costs no read. */
export const MAX_CACHED_REVISIONS = 20_000

/** Bounds of what a watcher may leave unread, and of the past that `fromRevision` can reach. */
export const MAX_WATCH_CHANGES = 16_384
export const MAX_WATCH_BYTES = 32 * MIB

/** Evidence kept whole, of up to 8 KiB each, and ids remembered: a few MiB of memory and disk. */
export const MAX_EVIDENCE_RECORDS = 4096
export const MAX_EVIDENCE_IDS = 65_536

/** Changes kept of each node's reputation, some 150 bytes each. Part of the layout: their keys are numbers below it. */
export const MAX_REPUTATION_CHANGES = 200

/** Fencing tokens reserved by one write. */
export const LEASE_BLOCK = 1000
