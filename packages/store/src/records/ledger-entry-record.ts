import type { TaskId } from '@ailee/core'
import { bytesToHex } from '@ailee/protocol'
import { ailee } from '#generated'
import { readEnum, readNumber, readText, readU64, writeHash, writeText, writeU64 } from './fields.js'

const { LedgerOperationKind } = ailee.store.v1

export type LedgerOperationKind =
  | 'credit'
  | 'debit'
  | 'transfer'
  | 'hold'
  | 'release'
  | 'refund'
  | 'stake'
  | 'unstake'
  | 'slash'
  | 'burn'

const kindNumbers: Readonly<Record<LedgerOperationKind, number>> = {
  credit: LedgerOperationKind.LEDGER_CREDIT,
  debit: LedgerOperationKind.LEDGER_DEBIT,
  transfer: LedgerOperationKind.LEDGER_TRANSFER,
  hold: LedgerOperationKind.LEDGER_HOLD,
  release: LedgerOperationKind.LEDGER_RELEASE,
  refund: LedgerOperationKind.LEDGER_REFUND,
  stake: LedgerOperationKind.LEDGER_STAKE,
  unstake: LedgerOperationKind.LEDGER_UNSTAKE,
  slash: LedgerOperationKind.LEDGER_SLASH,
  burn: LedgerOperationKind.LEDGER_BURN
}

/** A line of the ledger's journal. Amounts are in units, times Unix milliseconds. */
export interface LedgerEntryRecord {
  sequence: bigint
  /** As asked; '' and 0 where the kind has none. */
  operation: {
    kind: LedgerOperationKind
    operationId: string
    account: string
    to: string
    taskId: TaskId
    amountUnits: bigint
    nonce: bigint
  }
  from: string
  to: string
  movedUnits: bigint
  appliedAtMs: number
}

/** Throws STORE_RECORD_INVALID for a field out of range. */
export function encodeLedgerEntryRecord({ operation, ...entry }: LedgerEntryRecord): Uint8Array {
  return ailee.store.v1.LedgerEntryRecord.encode({
    sequence: writeU64(entry.sequence, 'sequence'),
    operationId: writeText(operation.operationId, 'operationId'),
    kind: kindNumbers[operation.kind],
    account: operation.account,
    toAccount: operation.to,
    taskId: operation.taskId === '' ? new Uint8Array() : writeHash(operation.taskId, 'taskId'),
    amountUnits: writeU64(operation.amountUnits, 'amountUnits'),
    nonce: writeU64(operation.nonce, 'nonce'),
    from: writeText(entry.from, 'from'),
    to: writeText(entry.to, 'to'),
    movedUnits: writeU64(entry.movedUnits, 'movedUnits'),
    appliedAtMs: writeU64(entry.appliedAtMs, 'appliedAtMs')
  }).finish()
}

export function decodeLedgerEntryRecord(bytes: Uint8Array): LedgerEntryRecord {
  const wire = ailee.store.v1.LedgerEntryRecord.decode(bytes)
  if (wire.taskId.length !== 0 && wire.taskId.length !== 32) {
    throw new Error('task_id must have 0 or 32 bytes')
  }
  return {
    sequence: readU64(wire.sequence),
    operation: {
      kind: readEnum(wire.kind, kindNumbers, 'kind'),
      operationId: readText(wire.operationId, 'operation_id'),
      account: wire.account,
      to: wire.toAccount,
      taskId: bytesToHex(wire.taskId),
      amountUnits: readU64(wire.amountUnits),
      nonce: readU64(wire.nonce)
    },
    from: readText(wire.from, 'from'),
    to: readText(wire.to, 'to'),
    movedUnits: readU64(wire.movedUnits),
    appliedAtMs: readNumber(wire.appliedAtMs, 'applied_at_ms')
  }
}
