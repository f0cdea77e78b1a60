import { type Clock, isAileeError, type TaskId } from '@ailee/core'
import {
  MAX_CALLS_PER_COMMIT,
  MAX_COMMIT_ATTEMPTS,
  MAX_OPERATIONS_PER_COMMIT,
  MAX_WAITING_CALLS
} from '../constants.js'
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
  /** Makes one write of several, all or nothing. With it calls that wait share a commit. */
  join?: (companions: readonly Companion[]) => Companion
}

interface Call<Companion> {
  operations: readonly LedgerOperation[]
  companion: Companion | undefined
  settle: PromiseWithResolvers<LedgerOutcome>
}

/**
 * The ledger on a store. Calls take effect one after the other, several by one commit where they wait; several books on
 * one store are safe too, since every commit is conditioned on the totals, which every commit writes.
 */
export class LedgerBook<Companion = never> {
  readonly #store: LedgerStore<Companion>
  readonly #clock: Clock
  readonly #join: ((companions: readonly Companion[]) => Companion) | undefined
  readonly #maxWaitingCalls: number
  readonly #waiting: Call<Companion>[] = []
  #isRunning = false

  constructor(components: LedgerBookComponents<Companion>, init: { maxWaitingCalls?: number } = {}) {
    this.#store = components.store
    this.#clock = components.clock
    this.#join = components.join
    this.#maxWaitingCalls = init.maxWaitingCalls ?? MAX_WAITING_CALLS
  }

  /**
   * Applies up to 20 operations and commits them with `companion`: all or nothing, on disk before it resolves. Gives
   * the entries in the order of the operations. One that stands already has no further effect and gives its earlier
   * entry; the companion's own conditions then decide about the companion. Throws LEDGER_OPERATION_CONFLICT where
   * another stands under the same id, the codes of `errors.ts` for what is refused, and what the store throws: the
   * outcome is unknown then, and the same call again finds it out.
   */
  apply(operations: readonly LedgerOperation[], companion?: Companion): Promise<LedgerOutcome> {
    if (this.#waiting.length >= this.#maxWaitingCalls) {
      const message = `${this.#waiting.length} calls wait for the ledger`
      return Promise.reject(new SettlementError('LEDGER_OVERLOADED', message))
    }
    const settle = Promise.withResolvers<LedgerOutcome>()
    this.#waiting.push({ operations, companion, settle })
    if (!this.#isRunning) void this.#run()
    return settle.promise
  }

  account(account: AccountId): Promise<Account | undefined> {
    return this.#store.readAccount(account)
  }

  escrow(taskId: TaskId): Promise<Escrow | undefined> {
    return this.#store.readEscrow(taskId)
  }

  /** What stands under an operation id. */
  entry(operationId: string): Promise<JournalEntry | undefined> {
    return this.#store.readEntry(operationId)
  }

  async totals(): Promise<Totals> {
    return (await this.#store.readTotals())?.record ?? emptyTotals
  }

  /** The journal from a sequence on, for epochs and audits. */
  entries(options?: ListEntriesOptions): AsyncIterable<JournalEntry> {
    return this.#store.listEntries(options)
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    // What is asked for in one go waits together.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const calls = this.#waiting.splice(0, this.#shared())
      if (calls.length < 2 || !(await this.#together(calls)))
        for (const call of calls) await this.#alone(call)
    }
    this.#isRunning = false
  }

  /** How many of the calls that wait may share a commit. */
  #shared(): number {
    if (this.#join === undefined) return 1
    let operations = 0
    const fitting = this.#waiting.findIndex((call) => {
      operations += call.operations.length
      return operations > MAX_OPERATIONS_PER_COMMIT
    })
    return Math.max(1, Math.min(fitting < 0 ? this.#waiting.length : fitting, MAX_CALLS_PER_COMMIT))
  }

  /** Commits several calls at once. False where that cannot be, and nothing was written: each is to be tried alone. */
  async #together(calls: readonly Call<Companion>[]): Promise<boolean> {
    try {
      const stored = await this.#store.readTotals()
      const operations = calls.map((call) => call.operations)
      const { write, entries } = await this.#prepare(stored, operations)
      const companions = calls.flatMap(({ companion }) => (companion === undefined ? [] : [companion]))
      const joined = companions.length === 0 ? undefined : this.#join?.(companions)
      if (write === undefined) return false
      const revision = await this.#store.commit(write, joined)
      if (revision === undefined) return false
      for (const [index, { settle }] of calls.entries()) {
        settle.resolve({ committed: true, entries: entries[index] ?? [], revision })
      }
      return true
    } catch (error) {
      // One is refused, or together they are too large; which, each finds out by itself.
      if (error instanceof SettlementError || isAileeError(error, 'STORE_TOO_LARGE')) return false
      for (const { settle } of calls) settle.reject(error)
      return true
    }
  }

  async #alone({ operations, companion, settle }: Call<Companion>): Promise<void> {
    try {
      settle.resolve(await this.#apply(operations, companion))
    } catch (error) {
      settle.reject(error)
    }
  }

  async #apply(
    operations: readonly LedgerOperation[],
    companion: Companion | undefined
  ): Promise<LedgerOutcome> {
    if (operations.length > MAX_OPERATIONS_PER_COMMIT) {
      const message = `a commit takes ${MAX_OPERATIONS_PER_COMMIT} operations, not ${operations.length}`
      throw new SettlementError('LEDGER_OPERATION_INVALID', message)
    }
    for (let attempt = 0; attempt < MAX_COMMIT_ATTEMPTS; attempt += 1) {
      const stored = await this.#store.readTotals()
      const prepared = await this.#prepare(stored, [operations]).catch(async (error: unknown) => {
        // Where another book wrote meanwhile, what was read may be of two states: then a refusal means nothing.
        const current = await this.#store.readTotals()
        if (!(error instanceof SettlementError) || current?.revision === stored?.revision) throw error
        return undefined
      })
      if (prepared === undefined) continue
      const { write } = prepared
      const [entries = []] = prepared.entries
      const isDone = write === undefined && companion === undefined
      const revision = isDone ? undefined : await this.#store.commit(write, companion)
      if (isDone || revision !== undefined) return { committed: true, entries, revision }
      // Either another book was quicker, and it is worth another try, or the companion's conditions do not hold.
      const current = (await this.#store.readTotals())?.revision
      if (write === undefined || current === write.expectedRevision) return { committed: false }
    }
    throw new SettlementError('LEDGER_CONTENDED', `the ledger changed ${MAX_COMMIT_ATTEMPTS} times meanwhile`)
  }

  /** The totals are read first: whatever changes after that makes the commit fail. Gives the entries of each call. */
  async #prepare(
    stored: { record: Totals; revision: bigint } | undefined,
    calls: readonly (readonly LedgerOperation[])[]
  ): Promise<{ write: LedgerWrite | undefined; entries: JournalEntry[][] }> {
    for (const operation of calls.flat()) checkOperation(operation)
    const view = new LedgerView(stored?.record)
    const added: JournalEntry[] = []
    const entries: JournalEntry[][] = []
    for (const operations of calls) {
      const own: JournalEntry[] = []
      for (const operation of operations) own.push(await this.#enter(view, added, operation))
      entries.push(own)
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

  /** The entry that stands under the operation's id, or a new one, which is added. */
  async #enter(view: LedgerView, added: JournalEntry[], operation: LedgerOperation): Promise<JournalEntry> {
    const { operationId } = operation
    const standing =
      added.find((entry) => entry.operation.operationId === operationId) ??
      (await this.#store.readEntry(operationId))
    if (standing === undefined) {
      await this.#load(view, operation)
      const entry = applyOperation(view, operation, this.#clock.now())
      added.push(entry)
      return entry
    }
    if (isSameOperation(standing.operation, recordOf(operation))) return standing
    const message = `another operation stands under the id ${operationId}`
    throw new SettlementError('LEDGER_OPERATION_CONFLICT', message)
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
