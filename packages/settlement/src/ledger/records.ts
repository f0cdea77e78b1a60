import type { NodeId, TaskId } from '@ailee/core'
import type { AccountId, OperationRecord } from './operation.js'

export interface Account {
  account: AccountId
  /** Free to spend. */
  balanceUnits: bigint
  /** In escrow for good behaviour; slashed for a proven fault. */
  stakedUnits: bigint
  /** Transfers made: the nonce of the next. */
  nonce: bigint
}

/** What is held for a task: `fundedUnits − paidUnits − refundedUnits`. Kept once closed, so that a task is paid for once. */
export interface Escrow {
  taskId: TaskId
  client: NodeId
  fundedUnits: bigint
  paidUnits: bigint
  refundedUnits: bigint
  open: boolean
}

/**
 * Sums over the whole ledger, written with every commit. Held units are those in open escrows and in stakes.
 * Two equations hold, always: `escrowed = paid + refunded + slashed + held` and `balances + held = minted − burned`.
 */
export interface Totals {
  /** Of the last journal entry; 0 before the first. */
  sequence: bigint
  mintedUnits: bigint
  burnedUnits: bigint
  /** Of all accounts, system accounts included. */
  balancesUnits: bigint
  /** Ever held for tasks or staked. */
  escrowedUnits: bigint
  paidUnits: bigint
  /** Back to clients, and stakes taken back. */
  refundedUnits: bigint
  slashedUnits: bigint
  heldUnits: bigint
}

/**
 * One movement: units leave `from` and arrive at `to`. A place is `balance/{account}`, `stake/{account}`,
 * `escrow/{taskId}`, or `issue` for what comes into being and ceases to be.
 */
export interface Posting {
  from: string
  to: string
  movedUnits: bigint
}

/** A line of the journal, which is only ever added to. Sequences run from 1 without a gap. */
export interface JournalEntry extends Posting {
  sequence: bigint
  operation: OperationRecord
  /** Unix milliseconds by the writer's clock. */
  appliedAtMs: number
}

export const emptyTotals: Readonly<Totals> = {
  sequence: 0n,
  mintedUnits: 0n,
  burnedUnits: 0n,
  balancesUnits: 0n,
  escrowedUnits: 0n,
  paidUnits: 0n,
  refundedUnits: 0n,
  slashedUnits: 0n,
  heldUnits: 0n
}

export function heldOf({ fundedUnits, paidUnits, refundedUnits }: Escrow): bigint {
  return fundedUnits - paidUnits - refundedUnits
}
