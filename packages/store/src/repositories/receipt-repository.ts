import type { Entry, KeyValueStore } from '@ailee/core'
import { bytesToHex, decodeReceipt, executionHash, type Receipt } from '@ailee/protocol'
import { prefixes } from '../keys.js'
import { decodeStored, hashPart } from '../records/fields.js'
import { type ListOptions, rangeOptions } from './stored.js'

export interface StoredReceipt {
  /** 64 hex digits: `executionHash` of the receipt, its id. */
  executionHash: string
  receipt: Receipt
}

/** Receipts of completed tasks at `receipts/`. `TaskRepository.save` writes them, in one commit with their task. */
export class ReceiptRepository {
  readonly #store: KeyValueStore

  constructor(components: { store: KeyValueStore }) {
    this.#store = components.store
  }

  /** Throws STORE_CORRUPTED if the receipt is damaged or hashes to another id. */
  async get(hash: string, options: { signal?: AbortSignal } = {}): Promise<Receipt | undefined> {
    const entry = await this.#store.get(prefixes.receipts + hashPart(hash, 'executionHash'), options)
    return entry && decode(entry).receipt
  }

  /** All receipts by execution hash; `after` is one of those. */
  async *list(options: ListOptions = {}): AsyncIterable<StoredReceipt> {
    const range = rangeOptions(prefixes.receipts, options)
    for await (const entry of this.#store.range(prefixes.receipts, range)) yield decode(entry)
  }
}

function decode({ key, value }: Entry): StoredReceipt {
  return decodeStored(key, value, (bytes) => {
    const receipt = decodeReceipt(bytes)
    const hash = bytesToHex(executionHash(receipt))
    if (prefixes.receipts + hash !== key) throw new Error(`the receipt hashes to ${hash}`)
    return { executionHash: hash, receipt }
  })
}
