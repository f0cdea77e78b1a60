import { ailee } from '#generated'
import { readText, readU64, writeText, writeU64 } from './fields.js'

/** What an account of the ledger has, in units. */
export interface LedgerAccountRecord {
  /** A node id or a system account. */
  account: string
  balanceUnits: bigint
  stakedUnits: bigint
  /** Transfers made. */
  nonce: bigint
}

/** Throws STORE_RECORD_INVALID for a field out of range. */
export function encodeLedgerAccountRecord(record: LedgerAccountRecord): Uint8Array {
  return ailee.store.v1.LedgerAccountRecord.encode({
    account: writeText(record.account, 'account'),
    balanceUnits: writeU64(record.balanceUnits, 'balanceUnits'),
    stakedUnits: writeU64(record.stakedUnits, 'stakedUnits'),
    nonce: writeU64(record.nonce, 'nonce')
  }).finish()
}

export function decodeLedgerAccountRecord(bytes: Uint8Array): LedgerAccountRecord {
  const wire = ailee.store.v1.LedgerAccountRecord.decode(bytes)
  return {
    account: readText(wire.account, 'account'),
    balanceUnits: readU64(wire.balanceUnits),
    stakedUnits: readU64(wire.stakedUnits),
    nonce: readU64(wire.nonce)
  }
}
