import type { Entry, KeyValueStore, NodeId } from '@ailee/core'
import { keyPart, prefixes } from '../keys.js'
import { decodeStored } from '../records/fields.js'
import {
  decodeReputationRecord,
  encodeReputationRecord,
  type ReputationRecord
} from '../records/reputation-record.js'
import { type ListOptions, rangeOptions, type Stored } from './stored.js'

/** What nodes have earned, at `reputation/`. */
export class ReputationRepository {
  readonly #store: KeyValueStore

  constructor(components: { store: KeyValueStore }) {
    this.#store = components.store
  }

  async get(
    nodeId: NodeId,
    options: { signal?: AbortSignal } = {}
  ): Promise<Stored<ReputationRecord> | undefined> {
    const entry = await this.#store.get(prefixes.reputation + keyPart(nodeId), options)
    return entry && decode(entry)
  }

  /** Writes up to 100 nodes' records in one commit, on disk before it resolves; last write wins. Throws STORE_RECORD_INVALID. */
  async save(records: readonly ReputationRecord[]): Promise<void> {
    if (records.length === 0) return
    const operations = records.map((record) => ({
      put: prefixes.reputation + keyPart(record.nodeId),
      value: encodeReputationRecord(record)
    }))
    await this.#store.commit({ operations })
  }

  /** All records by node id; `after` is one of those. */
  async *list(options: ListOptions = {}): AsyncIterable<Stored<ReputationRecord>> {
    const range = rangeOptions(prefixes.reputation, options)
    for await (const entry of this.#store.range(prefixes.reputation, range)) yield decode(entry)
  }
}

function decode({ key, value, revision }: Entry): Stored<ReputationRecord> {
  const record = decodeStored(key, value, (bytes) => {
    const reputation = decodeReputationRecord(bytes)
    if (prefixes.reputation + reputation.nodeId !== key) throw new Error('the record belongs to another key')
    return reputation
  })
  return { record, revision }
}
