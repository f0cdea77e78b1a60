import type { TaskId } from '@ailee/core'
import { type AccountId, type LedgerOperation, SLASH_POOL, TREASURY } from './operation.js'

/** The records that an operation may read or change, beside the account of an escrow's client. */
export function recordsOf(operation: LedgerOperation): { accounts: AccountId[]; escrows: TaskId[] } {
  switch (operation.kind) {
    case 'refund':
      return { accounts: [], escrows: [operation.taskId] }
    case 'hold':
    case 'release':
      return { accounts: [operation.account], escrows: [operation.taskId] }
    case 'transfer':
      return { accounts: [operation.account, operation.to], escrows: [] }
    case 'debit':
      return { accounts: [operation.account, TREASURY], escrows: [] }
    case 'slash':
      return { accounts: [operation.account, SLASH_POOL], escrows: [] }
    case 'credit':
    case 'burn':
    case 'stake':
    case 'unstake':
      return { accounts: [operation.account], escrows: [] }
  }
}
