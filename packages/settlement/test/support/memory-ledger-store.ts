import type {
  Account,
  Escrow,
  JournalEntry,
  LedgerStore,
  LedgerWrite,
  ListEntriesOptions,
  Totals
} from '../../src/index.js'

/** What a companion is here: a text to keep, refused where `allowed` is false. */
export interface Note {
  text: string
  allowed: boolean
}

/** How the next commit ends: as a crash before or after it was written, or beaten by another writer. */
export type CommitFate = 'lost' | 'unanswered' | 'beaten'

/** The port in memory, with commits that fail when told to. */
export class MemoryLedgerStore implements LedgerStore<Note> {
  readonly accounts = new Map<string, Account>()
  readonly escrows = new Map<string, Escrow>()
  readonly entries: JournalEntry[] = []
  readonly sequences = new Map<string, bigint>()
  readonly notes: string[] = []
  readonly fates: CommitFate[] = []
  totals: Totals | undefined
  revision = 0n

  async readTotals() {
    return this.totals && { record: this.totals, revision: this.revision }
  }

  async readAccount(account: string) {
    return this.accounts.get(account)
  }

  async readEscrow(taskId: string) {
    return this.escrows.get(taskId)
  }

  async readEntry(operationId: string) {
    const sequence = this.sequences.get(operationId)
    return this.entries.find((entry) => entry.sequence === sequence)
  }

  async commit(write: LedgerWrite | undefined, companion: Note | undefined): Promise<bigint | undefined> {
    const fate = this.fates.shift()
    if (fate === 'lost') throw new Error('crashed before the commit')
    if (fate === 'beaten') this.revision += 1n
    const expected = this.totals === undefined ? undefined : this.revision
    if (write !== undefined && write.expectedRevision !== expected) return undefined
    if (companion?.allowed === false) return undefined
    if (companion !== undefined) this.notes.push(companion.text)
    if (write !== undefined) this.#write(write)
    if (fate === 'unanswered') throw new Error('crashed after the commit')
    return this.revision
  }

  #write(write: LedgerWrite): void {
    this.revision += 1n
    this.totals = write.totals
    for (const account of write.accounts) this.accounts.set(account.account, account)
    for (const escrow of write.escrows) this.escrows.set(escrow.taskId, escrow)
    for (const entry of write.entries) {
      this.entries.push(entry)
      this.sequences.set(entry.operation.operationId, entry.sequence)
    }
  }

  async *listAccounts() {
    yield* this.accounts.values()
  }

  async *listEscrows() {
    yield* this.escrows.values()
  }

  async *listEntries({ after = 0n, limit = Number.POSITIVE_INFINITY }: ListEntriesOptions = {}) {
    yield* this.entries.filter(({ sequence }) => sequence > after).slice(0, limit)
  }

  async countOperations() {
    return this.sequences.size
  }
}
