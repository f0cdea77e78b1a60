import { MAX_KEY_BYTES } from '@ailee/core'
import { StoreError } from './errors.js'

/** Prefixes of the store: an append-only registry, also in README.md. */
export const prefixes = {
  tasks: 'tasks/',
  openTasks: 'tasks-open/',
  tasksByClient: 'tasks-by-client/',
  receipts: 'receipts/',
  nodes: 'nodes/',
  reputation: 'reputation/',
  reputationHistory: 'reputation-history/',
  verification: 'verification/',
  journals: 'journals/',
  lots: 'lots/',
  lotsByTime: 'lots-by-time/',
  snapshots: 'snapshots/',
  bans: 'bans/',
  telemetry: 'telemetry/',
  evidence: 'evidence/',
  auctions: 'auctions/',
  auctionTasks: 'auction-tasks/',
  blobs: 'blobs/',
  blobSizes: 'blob-sizes/',
  instrumented: 'instrumented/',
  instrumentedSizes: 'instrumented-sizes/',
  ledgerAccounts: 'ledger/accounts/',
  ledgerEscrows: 'ledger/escrows/',
  ledgerJournal: 'ledger/journal/',
  ledgerOperations: 'ledger/operations/'
} as const

/** Prefixes of what is too large for the port; only a `BlobStore` reads and writes there. */
const largePrefixes = [
  prefixes.blobs,
  prefixes.blobSizes,
  prefixes.instrumented,
  prefixes.instrumentedSizes
] as const

export const LEDGER_TOTALS_KEY = 'ledger/totals'
export const LEASE_KEY = 'meta/lease'
export const SCHEMA_KEY = 'meta/schema'
export const REVISION_KEY = 'meta/revision'

/** Keys are ASCII up to `~`, so this is behind every key that starts with the prefix. */
export const BEHIND_ALL_KEYS = '\u007f'

const form = /^[a-z][a-z0-9-]*\/[\x21-\x7e]*$/

/** True for keys that the store itself writes and that never show through the port. */
export function isInternalKey(key: string): boolean {
  return key === SCHEMA_KEY || key === REVISION_KEY || largePrefixes.some((large) => key.startsWith(large))
}

/** Throws STORE_KEY_INVALID unless `key` may be read and written through the port. */
export function checkKey(key: string): void {
  checkPrefix(key)
  if (key.endsWith('/') || isInternalKey(key)) throw invalid(key, 'is not a key for use through the port')
}

/** Throws STORE_KEY_INVALID unless `prefix` may be listed or watched: a first part and a slash, then anything. */
export function checkPrefix(prefix: string): void {
  if (prefix.length > MAX_KEY_BYTES) throw invalid(prefix, `is longer than ${MAX_KEY_BYTES} bytes`)
  if (!form.test(prefix)) throw invalid(prefix, 'must be <prefix>/<rest> in printable ASCII')
  if (largePrefixes.some((large) => prefix.startsWith(large)))
    throw invalid(prefix, 'belongs to a blob store')
}

/** One part of a key: an id that must not reach into another part. */
export function keyPart(text: string): string {
  if (text === '' || text.includes('/')) throw invalid(text, 'cannot be part of a key')
  return text
}

function invalid(key: string, problem: string): StoreError {
  return new StoreError('STORE_KEY_INVALID', `key ${JSON.stringify(key.slice(0, 100))} ${problem}`)
}
