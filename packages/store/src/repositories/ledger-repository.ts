import type { CommitRequest, Condition, Entry, KeyValueStore, Operation, TaskId } from '@ailee/core'
import { u64Bytes } from '@ailee/protocol'
import { StoreError } from '../errors.js'
import { keyPart, LEDGER_TOTALS_KEY, prefixes } from '../keys.js'
import { decodeStored, hashPart } from '../records/fields.js'
import {
  decodeLedgerAccountRecord,
  encodeLedgerAccountRecord,
  type LedgerAccountRecord
} from '../records/ledger-account-record.js'
import {
  decodeLedgerEntryRecord,
  encodeLedgerEntryRecord,
  type LedgerEntryRecord
} from '../records/ledger-entry-record.js'
import {
  decodeLedgerEscrowRecord,
  encodeLedgerEscrowRecord,
  type LedgerEscrowRecord
} from '../records/ledger-escrow-record.js'
import {
  decodeLedgerTotalsRecord,
  encodeLedgerTotalsRecord,
  type LedgerTotalsRecord
} from '../records/ledger-totals-record.js'
import type { Stored } from './stored.js'

/** All that one commit writes of the ledger. */
export interface LedgerCommit {
  /** Of the totals as they were read; undefined: there were none. */
  expectedRevision: bigint | undefined
  totals: LedgerTotalsRecord
  accounts: readonly LedgerAccountRecord[]
  escrows: readonly LedgerEscrowRecord[]
  entries: readonly LedgerEntryRecord[]
}

export interface ListLedgerEntriesOptions {
  /** Exclusive: the sequence to start behind. */
  after?: bigint
  limit?: number
  signal?: AbortSignal
}

/**
 * The ledger at `ledger/`: accounts, escrows, totals, and a journal in which an entry is never written again, found
 * by sequence and by operation id. It knows no rule of the ledger but that every commit writes the totals, which makes
 * commits exclude each other. Reads throw STORE_CORRUPTED for a damaged record.
 */
export class LedgerRepository {
  readonly #store: KeyValueStore

  constructor(components: { store: KeyValueStore }) {
    this.#store = components.store
  }

  async readTotals(): Promise<Stored<LedgerTotalsRecord> | undefined> {
    const entry = await this.#store.get(LEDGER_TOTALS_KEY)
    if (entry === undefined) return undefined
    const record = decodeStored(entry.key, entry.value, decodeLedgerTotalsRecord)
    return { record, revision: entry.revision }
  }

  async readAccount(account: string): Promise<LedgerAccountRecord | undefined> {
    const entry = await this.#store.get(accountKey(account))
    return entry && decode(entry, decodeLedgerAccountRecord, (record) => accountKey(record.account))
  }

  async readEscrow(taskId: TaskId): Promise<LedgerEscrowRecord | undefined> {
    const entry = await this.#store.get(escrowKey(taskId))
    return entry && decode(entry, decodeLedgerEscrowRecord, (record) => escrowKey(record.taskId))
  }

  async readEntry(operationId: string): Promise<LedgerEntryRecord | undefined> {
    const key = operationKey(operationId)
    const index = await this.#store.get(key)
    if (index === undefined) return undefined
    const sequence = decodeStored(key, index.value, readSequence)
    const entry = await this.#store.get(journalKey(sequence))
    if (entry === undefined) throw new StoreError('STORE_CORRUPTED', `${key} names a missing entry`)
    const record = decodeEntry(entry)
    if (record.operation.operationId === operationId) return record
    throw new StoreError('STORE_CORRUPTED', `${key} names the entry of another operation`)
  }

  /**
   * Writes all of `write` and `companion` or nothing, on disk before it resolves. Gives the revision, or undefined
   * where the totals were written since `expectedRevision` or a condition of the companion does not hold. Throws
   * STORE_RECORD_INVALID, STORE_TOO_LARGE.
   */
  async commit(
    write: LedgerCommit | undefined,
    companion: CommitRequest | undefined
  ): Promise<bigint | undefined> {
    const conditions: Condition[] = [...(companion?.conditions ?? [])]
    const operations: Operation[] = [...(companion?.operations ?? [])]
    if (write !== undefined) {
      const { expectedRevision: revision } = write
      const key = LEDGER_TOTALS_KEY
      conditions.push(revision === undefined ? { key, absent: true } : { key, revision })
      operations.push(...writeOperations(write))
    }
    const result = await this.#store.commit({ conditions, operations })
    return result.committed ? result.revision : undefined
  }

  async *listAccounts(options: { signal?: AbortSignal } = {}): AsyncIterable<LedgerAccountRecord> {
    for await (const entry of this.#store.range(prefixes.ledgerAccounts, options)) {
      yield decode(entry, decodeLedgerAccountRecord, (record) => accountKey(record.account))
    }
  }

  async *listEscrows(options: { signal?: AbortSignal } = {}): AsyncIterable<LedgerEscrowRecord> {
    for await (const entry of this.#store.range(prefixes.ledgerEscrows, options)) {
      yield decode(entry, decodeLedgerEscrowRecord, (record) => escrowKey(record.taskId))
    }
  }

  /** The journal by sequence. */
  async *listEntries(options: ListLedgerEntriesOptions = {}): AsyncIterable<LedgerEntryRecord> {
    const { after, ...rest } = options
    const range = after === undefined ? rest : { ...rest, after: journalKey(after) }
    for await (const entry of this.#store.range(prefixes.ledgerJournal, range)) yield decodeEntry(entry)
  }

  async countOperations(options: { signal?: AbortSignal } = {}): Promise<number> {
    let count = 0
    for await (const _ of this.#store.range(prefixes.ledgerOperations, options)) count += 1
    return count
  }
}

function writeOperations({ totals, accounts, escrows, entries }: LedgerCommit): Operation[] {
  return [
    { put: LEDGER_TOTALS_KEY, value: encodeLedgerTotalsRecord(totals) },
    ...accounts.map((record) => ({
      put: accountKey(record.account),
      value: encodeLedgerAccountRecord(record)
    })),
    ...escrows.map((record) => ({ put: escrowKey(record.taskId), value: encodeLedgerEscrowRecord(record) })),
    ...entries.flatMap((record) => [
      { put: journalKey(record.sequence), value: encodeLedgerEntryRecord(record) },
      { put: operationKey(record.operation.operationId), value: u64Bytes(record.sequence) }
    ])
  ]
}

function accountKey(account: string): string {
  return prefixes.ledgerAccounts + keyPart(account)
}

function escrowKey(taskId: TaskId): string {
  return prefixes.ledgerEscrows + hashPart(taskId, 'taskId')
}

function operationKey(operationId: string): string {
  return prefixes.ledgerOperations + keyPart(operationId)
}

function journalKey(sequence: bigint): string {
  return prefixes.ledgerJournal + sequence.toString(16).padStart(16, '0')
}

function decodeEntry(entry: Entry): LedgerEntryRecord {
  return decode(entry, decodeLedgerEntryRecord, (record) => journalKey(record.sequence))
}

function decode<T>(entry: Entry, read: (bytes: Uint8Array) => T, keyOf: (record: T) => string): T {
  return decodeStored(entry.key, entry.value, (bytes) => {
    const record = read(bytes)
    if (keyOf(record) !== entry.key) throw new Error('the record belongs to another key')
    return record
  })
}

function readSequence(value: Uint8Array): bigint {
  if (value.length !== 8) throw new Error('a sequence has 8 bytes')
  return new DataView(value.buffer, value.byteOffset).getBigUint64(0)
}
