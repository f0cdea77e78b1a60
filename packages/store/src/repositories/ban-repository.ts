import type { Entry, KeyValueStore, NodeId } from '@ailee/core'
import { keyPart, prefixes } from '../keys.js'
import { type BanRecord, decodeBanRecord, encodeBanRecord } from '../records/ban-record.js'
import { decodeStored } from '../records/fields.js'
import { type ListOptions, rangeOptions, type Stored } from './stored.js'

/** Nodes that are not let in, at `bans/`. On disk before it resolves: a restart must not let them in again. */
export class BanRepository {
  readonly #store: KeyValueStore

  constructor(components: { store: KeyValueStore }) {
    this.#store = components.store
  }

  /** Last write wins. Throws STORE_RECORD_INVALID. */
  async save(record: BanRecord): Promise<void> {
    const operations = [{ put: prefixes.bans + keyPart(record.nodeId), value: encodeBanRecord(record) }]
    await this.#store.commit({ operations })
  }

  async remove(nodeId: NodeId): Promise<void> {
    await this.#store.commit({ operations: [{ delete: prefixes.bans + keyPart(nodeId) }] })
  }

  /** All bans by node id; `after` is one of those. */
  async *list(options: ListOptions = {}): AsyncIterable<Stored<BanRecord>> {
    const range = rangeOptions(prefixes.bans, options)
    for await (const entry of this.#store.range(prefixes.bans, range)) yield decode(entry)
  }
}

function decode({ key, value, revision }: Entry): Stored<BanRecord> {
  const record = decodeStored(key, value, (bytes) => {
    const ban = decodeBanRecord(bytes)
    if (prefixes.bans + ban.nodeId !== key) throw new Error('the record belongs to another key')
    return ban
  })
  return { record, revision }
}
