import { ailee } from '#generated'
import { readU64, readU128, writeU64, writeU128 } from './fields.js'

/** Sums over the whole ledger, in units. Those over all time pass 64 bits. */
export interface LedgerTotalsRecord {
  /** Of the last journal entry. */
  sequence: bigint
  mintedUnits: bigint
  burnedUnits: bigint
  balancesUnits: bigint
  escrowedUnits: bigint
  paidUnits: bigint
  refundedUnits: bigint
  slashedUnits: bigint
  heldUnits: bigint
}

/** Throws STORE_RECORD_INVALID for a field out of range. */
export function encodeLedgerTotalsRecord(record: LedgerTotalsRecord): Uint8Array {
  return ailee.store.v1.LedgerTotalsRecord.encode({
    sequence: writeU64(record.sequence, 'sequence'),
    mintedUnits: writeU128(record.mintedUnits, 'mintedUnits'),
    burnedUnits: writeU128(record.burnedUnits, 'burnedUnits'),
    balancesUnits: writeU64(record.balancesUnits, 'balancesUnits'),
    escrowedUnits: writeU128(record.escrowedUnits, 'escrowedUnits'),
    paidUnits: writeU128(record.paidUnits, 'paidUnits'),
    refundedUnits: writeU128(record.refundedUnits, 'refundedUnits'),
    slashedUnits: writeU128(record.slashedUnits, 'slashedUnits'),
    heldUnits: writeU64(record.heldUnits, 'heldUnits')
  }).finish()
}

export function decodeLedgerTotalsRecord(bytes: Uint8Array): LedgerTotalsRecord {
  const wire = ailee.store.v1.LedgerTotalsRecord.decode(bytes)
  return {
    sequence: readU64(wire.sequence),
    mintedUnits: readU128(wire.mintedUnits, 'minted_units'),
    burnedUnits: readU128(wire.burnedUnits, 'burned_units'),
    balancesUnits: readU64(wire.balancesUnits),
    escrowedUnits: readU128(wire.escrowedUnits, 'escrowed_units'),
    paidUnits: readU128(wire.paidUnits, 'paid_units'),
    refundedUnits: readU128(wire.refundedUnits, 'refunded_units'),
    slashedUnits: readU128(wire.slashedUnits, 'slashed_units'),
    heldUnits: readU64(wire.heldUnits)
  }
}
