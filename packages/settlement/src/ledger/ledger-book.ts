import type { Clock, TaskId } from '@ailee/core'
import { MAX_COMMIT_ATTEMPTS, MAX_OPERATIONS_PER_COMMIT, MAX_WAITING_CALLS } from '../constants.js'
import { SettlementError } from '../errors.js'
import { applyOperation } from './apply-operation.js'
import { checkOperation } from './check-operation.js'
import type { LedgerStore, LedgerWrite, ListEntriesOptions } from './ledger-store.js'
import { LedgerView } from './ledger-view.js'
import { type AccountId, isSameOperation, type LedgerOperation, recordOf } from './operation.js'
import { type Account, type Escrow, emptyTotals, type JournalEntry, type Totals } from './records.js'
import { recordsOf } from './records-of.js'

/**
 * `committed: false`: a condition of the companion did not hold, and nothing was written. `revision` is that of the
 * commit, on which the next save of the companion's record is conditioned; undefined where nothing was left to write.
 */
export type LedgerOutcome =
  | { committed: true; entries: JournalEntry[]; revision: bigint | undefined }
  | { committed: false }

export interface LedgerBookComponents<Companion> {
  store: LedgerStore<Companion>
  clock: Clock
}

/**
 * The ledger on a store. Calls take effect one after the other; several books on one store are safe too, since every
 * commit is conditioned on the totals, which every commit writes.
 */
export class LedgerBook<Companion = never> {
  readonly #store: LedgerStore<Companion>
  readonly #clock: Clock
  readonly #maxWaitingCalls: number
  #waiting = 0
  #tail: Promise<unknown> = Promise.resolve()

  constructor(components: LedgerBookComponents<Companion>, init: { maxWaitingCalls?: number } = {}) {
    this.#store = components.store
    this.#clock = components.clock
    this.#maxWaitingCalls = init.maxWaitingCalls ?? MAX_WAITING_CALLS
  }

  /**
   * Applies up to 12 operations and commits them with `companion`: all or nothing, on disk before it resolves. Gives
   * the entries in the order of the operations. One that stands already has no further effect and gives its earlier
   * entry; the companion's own conditions then decide about the companion. Throws LEDGER_OPERATION_CONFLICT where
   * another stands under the same id, the codes of `errors.ts` for what is refused, and what the store throws: the
   * outcome is unknown then, and the same call again finds it out.
   */
  apply(operations: readonly LedgerOperation[], companion?: Companion): Promise<LedgerOutcome> {
    if (this.#waiting >= this.#maxWaitingCalls) {
      const message = `${this.#waiting} calls wait for the ledger`
      return Promise.reject(new SettlementError('LEDGER_OVERLOADED', message))
    }
    this.#waiting += 1
    const outcome = this.#tail
      .then(() => this.#apply(operations, companion))
      .finally(() => {
        this.#waiting -= 1
      })
    this.#tail = outcome.catch(() => {})
    return outcome
  }

  account(account: AccountId): Promise<Account | undefined> {
    return this.#store.readAccount(account)
  }

  escrow(taskId: TaskId): Promise<Escrow | undefined> {
    return this.#store.readEscrow(taskId)
  }

  async totals(): Promise<Totals> {
    return (await this.#store.readTotals())?.record ?? emptyTotals
  }

  /** The journal from a sequence on, for epochs and audits. */
  entries(options?: ListEntriesOptions): AsyncIterable<JournalEntry> {
    return this.#store.listEntries(options)
  }

  async #apply(
    operations: readonly LedgerOperation[],
    companion: Companion | undefined
  ): Promise<LedgerOutcome> {
    if (operations.length > MAX_OPERATIONS_PER_COMMIT) {
      const message = `a commit takes ${MAX_OPERATIONS_PER_COMMIT} operations, not ${operations.length}`
      throw new SettlementError('LEDGER_OPERATION_INVALID', message)
    }
    for (const operation of operations) checkOperation(operation)
    for (let attempt = 0; attempt < MAX_COMMIT_ATTEMPTS; attempt += 1) {
      const { write, entries } = await this.#prepare(operations)
      const isDone = write === undefined && companion === undefined
      const revision = isDone ? undefined : await this.#store.commit(write, companion)
      if (isDone || revision !== undefined) return { committed: true, entries, revision }
      // Either another book was quicker, and it is worth another try, or the companion's conditions do not hold.
      const current = (await this.#store.readTotals())?.revision
      if (write === undefined || current === write.expectedRevision) return { committed: false }
    }
    throw new SettlementError('LEDGER_CONTENDED', `the ledger changed ${MAX_COMMIT_ATTEMPTS} times meanwhile`)
  }

  /** The totals are read first: whatever changes after that makes the commit fail. */
  async #prepare(
    operations: readonly LedgerOperation[]
  ): Promise<{ write: LedgerWrite | undefined; entries: JournalEntry[] }> {
    const stored = await this.#store.readTotals()
    const view = new LedgerView(stored?.record)
    const entries: JournalEntry[] = []
    const added: JournalEntry[] = []
    for (const operation of operations) {
      const { operationId } = operation
      const standing =
        added.find((entry) => entry.operation.operationId === operationId) ??
        (await this.#store.readEntry(operationId))
      if (standing !== undefined && !isSameOperation(standing.operation, recordOf(operation))) {
        const message = `another operation stands under the id ${operationId}`
        throw new SettlementError('LEDGER_OPERATION_CONFLICT', message)
      }
      if (standing === undefined) {
        await this.#load(view, operation)
        const entry = applyOperation(view, operation, this.#clock.now())
        added.push(entry)
        entries.push(entry)
      } else entries.push(standing)
    }
    if (added.length === 0) return { write: undefined, entries }
    const write = {
      expectedRevision: stored?.revision,
      totals: view.totals,
      accounts: view.changedAccounts(),
      escrows: view.changedEscrows(),
      entries: added
    }
    return { write, entries }
  }

  async #load(view: LedgerView, operation: LedgerOperation): Promise<void> {
    const { accounts, escrows } = recordsOf(operation)
    const loadedEscrows = await Promise.all(escrows.map((taskId) => this.#store.readEscrow(taskId)))
    view.load([], loadedEscrows.filter(isThere))
    // A refund names its task alone; who gets it, the escrow says.
    const clients = escrows.map((taskId) => view.escrow(taskId)?.client).filter(isThere)
    const names = [...new Set([...accounts, ...clients])]
    const loaded = await Promise.all(names.map((account) => this.#store.readAccount(account)))
    view.load(loaded.filter(isThere), [])
  }
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined
}
