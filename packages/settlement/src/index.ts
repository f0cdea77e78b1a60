/**
 * What is owed and paid: a double-entry ledger in integer units, with an escrow for each task, stakes, and a journal
 * that can be audited. It declares the store it needs and opens none itself.
 *
 * ```ts
 * const ledger = new LedgerBook({ store: new LedgerRepository({ store }), clock })
 * await ledger.apply([holdForTask(taskId, client, reward)], tasks.createCommit(record))
 * ```
 * @packageDocumentation
 */
export {
  MAX_AUDIT_PROBLEMS,
  MAX_OPERATION_ID_CHARS,
  MAX_OPERATIONS_PER_COMMIT,
  MAX_UNITS
} from './constants.js'
export { SettlementError, type SettlementErrorCode } from './errors.js'
export { applyOperation } from './ledger/apply-operation.js'
export { auditLedger, type LedgerAudit } from './ledger/audit.js'
export { imbalanceOf } from './ledger/conservation.js'
export { LedgerBook, type LedgerBookComponents, type LedgerOutcome } from './ledger/ledger-book.js'
export type { LedgerStore, LedgerWrite, ListEntriesOptions } from './ledger/ledger-store.js'
export { LedgerView } from './ledger/ledger-view.js'
export {
  type AccountId,
  type LedgerOperation,
  type OperationKind,
  type OperationRecord,
  SLASH_POOL,
  TREASURY
} from './ledger/operation.js'
export {
  type Account,
  type Escrow,
  emptyTotals,
  type JournalEntry,
  type Posting,
  type Totals
} from './ledger/records.js'
export { recordsOf } from './ledger/records-of.js'
export { earnedUnits } from './payment.js'
export {
  holdForTask,
  refundForTask,
  releaseForTask,
  slashForEvidence,
  slashForTask,
  stakeForTask,
  unstakeIdle
} from './task-operations.js'
