import { publicKeyFromNodeId } from '@ailee/protocol'
import { MAX_OPERATION_ID_CHARS, MAX_UNITS } from '../constants.js'
import { SettlementError } from '../errors.js'
import { type LedgerOperation, SLASH_POOL, TREASURY } from './operation.js'

const operationIdForm = /^[A-Za-z0-9:._-]+$/
const taskIdForm = /^[0-9a-f]{64}$/

/** Throws LEDGER_OPERATION_INVALID or LEDGER_ACCOUNT_INVALID unless the operation makes sense by itself. */
export function checkOperation(operation: LedgerOperation): void {
  const { kind, operationId } = operation
  if (operationId.length > MAX_OPERATION_ID_CHARS || !operationIdForm.test(operationId)) {
    throw invalid('operationId', `is not 1 to ${MAX_OPERATION_ID_CHARS} letters, digits or :._-`)
  }
  if ('account' in operation) checkAccount(operation.account, kind === 'burn')
  if ('taskId' in operation && !taskIdForm.test(operation.taskId)) {
    throw invalid('taskId', 'is not 64 lowercase hex digits')
  }
  if ('amountUnits' in operation) {
    const least = kind === 'hold' || kind === 'release' ? 0n : 1n
    checkUnits('amountUnits', operation.amountUnits, least)
  }
  if (kind === 'transfer') {
    checkAccount(operation.to, false)
    checkUnits('nonce', operation.nonce, 0n)
    if (operation.to === operation.account) throw invalid('to', 'is the account that pays')
  }
}

function checkAccount(account: string, maySystem: boolean): void {
  if (maySystem && (account === SLASH_POOL || account === TREASURY)) return
  try {
    publicKeyFromNodeId(account)
  } catch (cause) {
    throw new SettlementError('LEDGER_ACCOUNT_INVALID', 'not an account that can do this', { cause })
  }
}

function checkUnits(field: string, value: bigint, least: bigint): void {
  if (typeof value !== 'bigint' || value < least || value > MAX_UNITS) {
    throw invalid(field, `is not an integer of ${least} to ${MAX_UNITS}`)
  }
}

function invalid(field: string, problem: string): SettlementError {
  return new SettlementError('LEDGER_OPERATION_INVALID', `${field} ${problem}`)
}
