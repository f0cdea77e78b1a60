import type { TaskId } from '@ailee/core'
import { SettlementError } from '../errors.js'
import type { AccountId } from './operation.js'
import { type Account, type Escrow, emptyTotals, heldOf, type Totals } from './records.js'

/**
 * The records that some operations touch, and what they become. Sums of balances and of held units move with every
 * record that is replaced, so they witness what the flows of the operations claim. Never reaches a store by itself.
 */
export class LedgerView {
  totals: Totals
  readonly #accounts = new Map<AccountId, Account>()
  readonly #escrows = new Map<TaskId, Escrow>()
  readonly #changedAccounts = new Set<AccountId>()
  readonly #changedEscrows = new Set<TaskId>()

  constructor(totals: Totals = emptyTotals) {
    this.totals = totals
  }

  /** What the store holds; a record that is there already, changed perhaps, stays. */
  load(accounts: readonly Account[], escrows: readonly Escrow[]): void {
    for (const account of accounts) {
      if (!this.#accounts.has(account.account)) this.#accounts.set(account.account, account)
    }
    for (const escrow of escrows) {
      if (!this.#escrows.has(escrow.taskId)) this.#escrows.set(escrow.taskId, escrow)
    }
  }

  /** An account nobody has paid to yet is empty. */
  account(account: AccountId): Account {
    return this.#accounts.get(account) ?? { account, balanceUnits: 0n, stakedUnits: 0n, nonce: 0n }
  }

  escrow(taskId: TaskId): Escrow | undefined {
    return this.#escrows.get(taskId)
  }

  /** Throws LEDGER_FUNDS_INSUFFICIENT where an amount would be negative. */
  setAccount(next: Account): void {
    const { account, balanceUnits, stakedUnits } = this.account(next.account)
    if (next.balanceUnits < 0n) throw insufficient(`account ${account} has ${balanceUnits} units`)
    if (next.stakedUnits < 0n) throw insufficient(`account ${account} has ${stakedUnits} units staked`)
    this.#accounts.set(account, next)
    this.#changedAccounts.add(account)
    this.#shift(next.balanceUnits - balanceUnits, next.stakedUnits - stakedUnits)
  }

  /** Throws LEDGER_FUNDS_INSUFFICIENT where less than nothing would be held. */
  setEscrow(next: Escrow): void {
    const previous = this.#escrows.get(next.taskId)
    const held = previous === undefined ? 0n : heldOf(previous)
    if (heldOf(next) < 0n) throw insufficient(`${held} units are held for task ${next.taskId}`)
    this.#escrows.set(next.taskId, next)
    this.#changedEscrows.add(next.taskId)
    this.#shift(0n, heldOf(next) - held)
  }

  changedAccounts(): Account[] {
    return [...this.#changedAccounts].map((account) => this.account(account))
  }

  changedEscrows(): Escrow[] {
    return [...this.#escrows.values()].filter(({ taskId }) => this.#changedEscrows.has(taskId))
  }

  #shift(balancesUnits: bigint, heldUnits: bigint): void {
    this.totals = {
      ...this.totals,
      balancesUnits: this.totals.balancesUnits + balancesUnits,
      heldUnits: this.totals.heldUnits + heldUnits
    }
  }
}

function insufficient(message: string): SettlementError {
  return new SettlementError('LEDGER_FUNDS_INSUFFICIENT', message)
}
