import type { Entry, KeyValueStore, NodeId, Operation } from '@ailee/core'
import { MAX_REPUTATION_CHANGES } from '../constants.js'
import { keyPart, prefixes } from '../keys.js'
import { decodeStored } from '../records/fields.js'
import {
  decodeReputationChangeRecord,
  encodeReputationChangeRecord,
  type ReputationChangeRecord
} from '../records/reputation-change-record.js'
import {
  decodeReputationRecord,
  encodeReputationRecord,
  type ReputationRecord
} from '../records/reputation-record.js'
import { type ListOptions, rangeOptions, type Stored } from './stored.js'

/** What nodes have earned, at `reputation/`, and how it came to that: the last 200 changes, at `reputation-history/`. */
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

  /**
   * Writes up to 50 nodes' records, each with the change that led to it, in one commit, on disk before it resolves; last
   * write wins. Throws STORE_RECORD_INVALID, STORE_TOO_LARGE.
   */
  async save(
    records: readonly ReputationRecord[],
    changes: readonly ReputationChangeRecord[] = []
  ): Promise<void> {
    if (records.length === 0) return
    const operations: Operation[] = [
      ...records.map((record) => ({
        put: prefixes.reputation + keyPart(record.nodeId),
        value: encodeReputationRecord(record)
      })),
      ...changes.map((change) => ({ put: changeKey(change), value: encodeReputationChangeRecord(change) }))
    ]
    await this.#store.commit({ operations })
  }

  /** The latest changes of a node, newest first: at most 200. Throws STORE_CORRUPTED for a damaged one. */
  async history(nodeId: NodeId, options: { signal?: AbortSignal } = {}): Promise<ReputationChangeRecord[]> {
    const changes: ReputationChangeRecord[] = []
    for await (const entry of this.#store.range(historyPrefix(nodeId), options)) {
      changes.push(
        decodeStored(entry.key, entry.value, (bytes) => {
          const change = decodeReputationChangeRecord(bytes)
          if (changeKey(change) !== entry.key) throw new Error('the record belongs to another key')
          return change
        })
      )
    }
    changes.sort((one, other) => other.number - one.number)
    // A number that was never written leaves an older one in its place.
    const latest = changes[0]?.number ?? 0
    return changes.filter(({ number }) => number > latest - MAX_REPUTATION_CHANGES)
  }

  /** All records by node id; `after` is one of those. */
  async *list(options: ListOptions = {}): AsyncIterable<Stored<ReputationRecord>> {
    const range = rangeOptions(prefixes.reputation, options)
    for await (const entry of this.#store.range(prefixes.reputation, range)) yield decode(entry)
  }
}

function historyPrefix(nodeId: NodeId): string {
  return `${prefixes.reputationHistory}${keyPart(nodeId)}/`
}

/** A ring: the newest takes the place of the oldest. */
function changeKey({ nodeId, number }: ReputationChangeRecord): string {
  return historyPrefix(nodeId) + String(number % MAX_REPUTATION_CHANGES).padStart(3, '0')
}

function decode({ key, value, revision }: Entry): Stored<ReputationRecord> {
  const record = decodeStored(key, value, (bytes) => {
    const reputation = decodeReputationRecord(bytes)
    if (prefixes.reputation + reputation.nodeId !== key) throw new Error('the record belongs to another key')
    return reputation
  })
  return { record, revision }
}
