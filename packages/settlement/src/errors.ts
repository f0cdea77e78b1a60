import { AileeError, type AileeErrorOptions } from '@ailee/core'

/**
 * Codes of this package.
 *
 * | code | meaning |
 * |---|---|
 * | LEDGER_OPERATION_INVALID | a field of the operation is missing or out of range |
 * | LEDGER_OPERATION_CONFLICT | another operation stands under this operation id |
 * | LEDGER_ACCOUNT_INVALID | not the node id of an Ed25519 key, or a system account that may not do this |
 * | LEDGER_FUNDS_INSUFFICIENT | the account, stake or escrow holds less than is asked |
 * | LEDGER_NONCE_INVALID | not the account's next nonce |
 * | LEDGER_ESCROW_EXISTS | there is, or was, an escrow for this task |
 * | LEDGER_ESCROW_NOT_FOUND | nothing was ever held for this task |
 * | LEDGER_ESCROW_CLOSED | the rest of this task's escrow was refunded already |
 * | LEDGER_SUPPLY_EXCEEDED | more than 2^64 − 1 units would be there |
 * | LEDGER_UNBALANCED | what would be written does not conserve units: a fault in the program or the store |
 * | LEDGER_CONTENDED | others kept writing the ledger: try again |
 * | LEDGER_OVERLOADED | too many calls are waiting: slow down and try again |
 */
export type SettlementErrorCode =
  | 'LEDGER_OPERATION_INVALID'
  | 'LEDGER_OPERATION_CONFLICT'
  | 'LEDGER_ACCOUNT_INVALID'
  | 'LEDGER_FUNDS_INSUFFICIENT'
  | 'LEDGER_NONCE_INVALID'
  | 'LEDGER_ESCROW_EXISTS'
  | 'LEDGER_ESCROW_NOT_FOUND'
  | 'LEDGER_ESCROW_CLOSED'
  | 'LEDGER_SUPPLY_EXCEEDED'
  | 'LEDGER_UNBALANCED'
  | 'LEDGER_CONTENDED'
  | 'LEDGER_OVERLOADED'

export class SettlementError extends AileeError<SettlementErrorCode> {
  constructor(code: SettlementErrorCode, message: string, options: AileeErrorOptions = {}) {
    super(code, message, options)
    this.name = 'SettlementError'
  }
}
