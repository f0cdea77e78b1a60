import type { NodeId, TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { readHash, readText, readU64, writeHash, writeText, writeU64 } from './fields.js'

/** What was held for a task, and what became of it, in units. */
export interface LedgerEscrowRecord {
  taskId: TaskId
  client: NodeId
  fundedUnits: bigint
  paidUnits: bigint
  refundedUnits: bigint
  open: boolean
}

/** Throws STORE_RECORD_INVALID for a field out of range. */
export function encodeLedgerEscrowRecord(record: LedgerEscrowRecord): Uint8Array {
  return ailee.store.v1.LedgerEscrowRecord.encode({
    taskId: writeHash(record.taskId, 'taskId'),
    client: writeText(record.client, 'client'),
    fundedUnits: writeU64(record.fundedUnits, 'fundedUnits'),
    paidUnits: writeU64(record.paidUnits, 'paidUnits'),
    refundedUnits: writeU64(record.refundedUnits, 'refundedUnits'),
    open: record.open
  }).finish()
}

export function decodeLedgerEscrowRecord(bytes: Uint8Array): LedgerEscrowRecord {
  const wire = ailee.store.v1.LedgerEscrowRecord.decode(bytes)
  return {
    taskId: readHash(wire.taskId, 'task_id'),
    client: readText(wire.client, 'client'),
    fundedUnits: readU64(wire.fundedUnits),
    paidUnits: readU64(wire.paidUnits),
    refundedUnits: readU64(wire.refundedUnits),
    open: wire.open
  }
}
