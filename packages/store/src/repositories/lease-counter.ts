import type { Condition, KeyValueStore } from '@ailee/core'
import { u64Bytes } from '@ailee/protocol'
import { LEASE_BLOCK } from '../constants.js'
import { StoreError } from '../errors.js'
import { LEASE_KEY } from '../keys.js'

/**
 * Fencing tokens: strictly growing lease ids that never repeat, not after a crash and not across coordinators
 * on one store. A block is reserved by one write and handed out from memory; what a crash leaves of it is lost.
 */
export class LeaseCounter {
  readonly #store: KeyValueStore
  readonly #blockSize: bigint
  #last = 0n
  #reservedTo = 0n
  #reserving: Promise<void> | undefined

  constructor(components: { store: KeyValueStore }, init: { blockSize?: number } = {}) {
    this.#store = components.store
    this.#blockSize = BigInt(init.blockSize ?? LEASE_BLOCK)
  }

  /** The next token, 1 or more. */
  async next(): Promise<bigint> {
    while (this.#last >= this.#reservedTo) {
      this.#reserving ??= this.#reserve().finally(() => {
        this.#reserving = undefined
      })
      await this.#reserving
    }
    this.#last += 1n
    return this.#last
  }

  async #reserve(): Promise<void> {
    for (;;) {
      const entry = await this.#store.get(LEASE_KEY)
      const from = entry === undefined ? 0n : readCounter(entry.value)
      const to = from + this.#blockSize
      const condition: Condition =
        entry === undefined ? { key: LEASE_KEY, absent: true } : { key: LEASE_KEY, revision: entry.revision }
      const operations = [{ put: LEASE_KEY, value: u64Bytes(to) }]
      const { committed } = await this.#store.commit({ conditions: [condition], operations })
      // Else another coordinator reserved in between; the next block is behind its own.
      if (committed) {
        this.#last = from
        this.#reservedTo = to
        return
      }
    }
  }
}

function readCounter(value: Uint8Array): bigint {
  if (value.length !== 8)
    throw new StoreError('STORE_CORRUPTED', `the value of ${LEASE_KEY} is not a counter`)
  return new DataView(value.buffer, value.byteOffset).getBigUint64(0)
}
