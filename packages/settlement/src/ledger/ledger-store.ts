import type { TaskId } from '@ailee/core'
import type { AccountId } from './operation.js'
import type { Account, Escrow, JournalEntry, Totals } from './records.js'

/** All that one commit writes of the ledger. */
export interface LedgerWrite {
  /** Revision at which the totals were read; undefined: there were none. Where they were written since, nothing is. */
  expectedRevision: bigint | undefined
  totals: Totals
  accounts: readonly Account[]
  escrows: readonly Escrow[]
  /** Each is also found under its operation id from then on. */
  entries: readonly JournalEntry[]
}

export interface ListEntriesOptions {
  /** Exclusive: the sequence to start behind. */
  after?: bigint
  limit?: number
  signal?: AbortSignal
}

/**
 * What the ledger needs of a store. `Companion` is a write of somebody else, conditions included, that is to happen
 * together with the ledger's or not at all: the change of a task, in the terms of the store.
 */
export interface LedgerStore<Companion> {
  readTotals(): Promise<{ record: Totals; revision: bigint } | undefined>
  readAccount(account: AccountId): Promise<Account | undefined>
  readEscrow(taskId: TaskId): Promise<Escrow | undefined>
  /** The entry that stands under an operation id. */
  readEntry(operationId: string): Promise<JournalEntry | undefined>
  /**
   * Writes all or nothing, on disk before it resolves, and gives the revision of what it wrote; undefined: the totals
   * were written since, or a condition of the companion does not hold. After an error the outcome is unknown. Without
   * `write` only the companion is committed.
   */
  commit(write: LedgerWrite | undefined, companion: Companion | undefined): Promise<bigint | undefined>

  listAccounts(options?: { signal?: AbortSignal }): AsyncIterable<Account>
  listEscrows(options?: { signal?: AbortSignal }): AsyncIterable<Escrow>
  /** By sequence. */
  listEntries(options?: ListEntriesOptions): AsyncIterable<JournalEntry>
  /** How many operation ids lead to an entry. */
  countOperations(options?: { signal?: AbortSignal }): Promise<number>
}
