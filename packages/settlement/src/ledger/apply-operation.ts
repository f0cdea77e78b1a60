import type { TaskId } from '@ailee/core'
import { MAX_UNITS } from '../constants.js'
import { SettlementError } from '../errors.js'
import { checkOperation } from './check-operation.js'
import { addFlow, imbalanceOf } from './conservation.js'
import type { LedgerView } from './ledger-view.js'
import { type AccountId, type LedgerOperation, recordOf, SLASH_POOL, TREASURY } from './operation.js'
import { type Escrow, heldOf, type JournalEntry, type Posting } from './records.js'

/**
 * What an operation makes of the view, and its journal entry. Throws the codes of `errors.ts` where the operation is
 * refused; the view is then half changed and to be thrown away. The view must hold what `recordsOf` names.
 */
export function applyOperation(
  view: LedgerView,
  operation: LedgerOperation,
  appliedAtMs: number
): JournalEntry {
  checkOperation(operation)
  const posting = move(view, operation)
  const sequence = view.totals.sequence + 1n
  view.totals = { ...addFlow(view.totals, operation.kind, posting.movedUnits), sequence }
  const imbalance = imbalanceOf(view.totals)
  if (imbalance !== undefined) throw new SettlementError('LEDGER_UNBALANCED', imbalance)
  return { sequence, operation: recordOf(operation), ...posting, appliedAtMs }
}

function move(view: LedgerView, operation: LedgerOperation): Posting {
  switch (operation.kind) {
    case 'credit': {
      const { account, amountUnits } = operation
      const { mintedUnits, burnedUnits } = view.totals
      if (mintedUnits - burnedUnits + amountUnits > MAX_UNITS) {
        throw new SettlementError('LEDGER_SUPPLY_EXCEEDED', `there can be ${MAX_UNITS} units at most`)
      }
      addBalance(view, account, amountUnits)
      return { from: 'issue', to: `balance/${account}`, movedUnits: amountUnits }
    }
    case 'debit':
      return pay(view, operation.account, TREASURY, operation.amountUnits)
    case 'transfer': {
      const { account, to, nonce, amountUnits } = operation
      const payer = view.account(account)
      if (nonce !== payer.nonce) {
        throw new SettlementError('LEDGER_NONCE_INVALID', `the next nonce is ${payer.nonce}, not ${nonce}`)
      }
      view.setAccount({ ...payer, nonce: nonce + 1n })
      return pay(view, account, to, amountUnits)
    }
    case 'hold': {
      const { taskId, account, amountUnits } = operation
      if (view.escrow(taskId) !== undefined) {
        throw new SettlementError('LEDGER_ESCROW_EXISTS', `task ${taskId} has an escrow already`)
      }
      addBalance(view, account, -amountUnits)
      const nothing = { paidUnits: 0n, refundedUnits: 0n }
      view.setEscrow({ taskId, client: account, fundedUnits: amountUnits, ...nothing, open: true })
      return { from: `balance/${account}`, to: `escrow/${taskId}`, movedUnits: amountUnits }
    }
    case 'release': {
      const { taskId, account, amountUnits } = operation
      const escrow = openEscrow(view, taskId)
      view.setEscrow({ ...escrow, paidUnits: escrow.paidUnits + amountUnits })
      addBalance(view, account, amountUnits)
      return { from: `escrow/${taskId}`, to: `balance/${account}`, movedUnits: amountUnits }
    }
    case 'refund': {
      const { taskId } = operation
      const escrow = openEscrow(view, taskId)
      const movedUnits = heldOf(escrow)
      view.setEscrow({ ...escrow, refundedUnits: escrow.refundedUnits + movedUnits, open: false })
      addBalance(view, escrow.client, movedUnits)
      return { from: `escrow/${taskId}`, to: `balance/${escrow.client}`, movedUnits }
    }
    case 'stake': {
      const { account, amountUnits } = operation
      addBalance(view, account, -amountUnits)
      addStake(view, account, amountUnits)
      return { from: `balance/${account}`, to: `stake/${account}`, movedUnits: amountUnits }
    }
    case 'unstake': {
      const { account, amountUnits } = operation
      addStake(view, account, -amountUnits)
      addBalance(view, account, amountUnits)
      return { from: `stake/${account}`, to: `balance/${account}`, movedUnits: amountUnits }
    }
    case 'slash': {
      const { account, amountUnits } = operation
      const { stakedUnits } = view.account(account)
      let movedUnits = amountUnits
      if (movedUnits > stakedUnits) movedUnits = stakedUnits
      addStake(view, account, -movedUnits)
      addBalance(view, SLASH_POOL, movedUnits)
      return { from: `stake/${account}`, to: `balance/${SLASH_POOL}`, movedUnits }
    }
    case 'burn': {
      const { account, amountUnits } = operation
      addBalance(view, account, -amountUnits)
      return { from: `balance/${account}`, to: 'issue', movedUnits: amountUnits }
    }
  }
}

function pay(view: LedgerView, from: AccountId, to: AccountId, movedUnits: bigint): Posting {
  addBalance(view, from, -movedUnits)
  addBalance(view, to, movedUnits)
  return { from: `balance/${from}`, to: `balance/${to}`, movedUnits }
}

function addBalance(view: LedgerView, account: AccountId, units: bigint): void {
  const record = view.account(account)
  view.setAccount({ ...record, balanceUnits: record.balanceUnits + units })
}

function addStake(view: LedgerView, account: AccountId, units: bigint): void {
  const record = view.account(account)
  view.setAccount({ ...record, stakedUnits: record.stakedUnits + units })
}

function openEscrow(view: LedgerView, taskId: TaskId): Escrow {
  const escrow = view.escrow(taskId)
  if (escrow === undefined) {
    throw new SettlementError('LEDGER_ESCROW_NOT_FOUND', `nothing was held for task ${taskId}`)
  }
  if (!escrow.open)
    throw new SettlementError('LEDGER_ESCROW_CLOSED', `the escrow of task ${taskId} is closed`)
  return escrow
}
