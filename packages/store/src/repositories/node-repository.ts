import type { Entry, KeyValueStore, NodeId } from '@ailee/core'
import { keyPart, prefixes } from '../keys.js'
import { decodeStored } from '../records/fields.js'
import { decodeNodeRecord, encodeNodeRecord, type NodeRecord } from '../records/node-record.js'
import { type ListOptions, rangeOptions, type Stored } from './stored.js'

/** Nodes this one has met, at `nodes/`. A power cut may lose the latest saves: peers are met again. */
export class NodeRepository {
  readonly #store: KeyValueStore

  constructor(components: { store: KeyValueStore }) {
    this.#store = components.store
  }

  async get(nodeId: NodeId, options: { signal?: AbortSignal } = {}): Promise<Stored<NodeRecord> | undefined> {
    const entry = await this.#store.get(prefixes.nodes + keyPart(nodeId), options)
    return entry && decode(entry)
  }

  /** Last write wins. Throws STORE_RECORD_INVALID. */
  async save(record: NodeRecord): Promise<void> {
    const operations = [{ put: prefixes.nodes + keyPart(record.nodeId), value: encodeNodeRecord(record) }]
    await this.#store.commit({ operations, sync: false })
  }

  /** All nodes by id; `after` is one of those. */
  async *list(options: ListOptions = {}): AsyncIterable<Stored<NodeRecord>> {
    const range = rangeOptions(prefixes.nodes, options)
    for await (const entry of this.#store.range(prefixes.nodes, range)) yield decode(entry)
  }
}

function decode({ key, value, revision }: Entry): Stored<NodeRecord> {
  const record = decodeStored(key, value, (bytes) => {
    const node = decodeNodeRecord(bytes)
    if (prefixes.nodes + node.nodeId !== key) throw new Error('the record belongs to another key')
    return node
  })
  return { record, revision }
}
