import type { Entry, KeyValueStore } from '@ailee/core'
import { prefixes } from '../keys.js'
import { decodeStored, hashPart } from '../records/fields.js'
import { decodeLotRecord, encodeLotRecord, type LotRecord } from '../records/lot-record.js'

/** Closed lots of verification: where the file of each is. */
export class LotRepository {
  readonly #store: KeyValueStore

  constructor(components: { store: KeyValueStore }) {
    this.#store = components.store
  }

  /** A lot closes once: where it is there already, what was saved first stays. Throws STORE_RECORD_INVALID. */
  async save(record: LotRecord): Promise<void> {
    const key = lotKey(record.lot)
    const operations = [
      { put: key, value: encodeLotRecord(record) },
      { put: timeKey(record), value: new Uint8Array() }
    ]
    await this.#store.commit({ conditions: [{ key, absent: true }], operations })
  }

  async get(lot: string): Promise<LotRecord | undefined> {
    const entry = await this.#store.get(lotKey(lot))
    return entry && decode(entry)
  }

  /** Newest first. */
  async *list(options: { limit?: number; signal?: AbortSignal } = {}): AsyncIterable<LotRecord> {
    for await (const { key } of this.#store.range(prefixes.lotsByTime, options)) {
      const record = await this.get(key.slice(key.lastIndexOf('-') + 1))
      if (record !== undefined) yield record
    }
  }
}

function lotKey(lot: string): string {
  return prefixes.lots + hashPart(lot, 'lot')
}

/** Later times give smaller keys, so that a listing begins with the newest. */
function timeKey({ lot, closedAtMs }: LotRecord): string {
  const inverted = BigInt.asUintN(64, ~BigInt(closedAtMs)).toString(16).padStart(16, '0')
  return `${prefixes.lotsByTime}${inverted}-${hashPart(lot, 'lot')}`
}

function decode({ key, value }: Entry): LotRecord {
  return decodeStored(key, value, (bytes) => {
    const record = decodeLotRecord(bytes)
    if (prefixes.lots + record.lot !== key) throw new Error('the record belongs to another key')
    return record
  })
}
