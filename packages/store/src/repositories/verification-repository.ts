import type { KeyValueStore } from '@ailee/core'
import { ailee } from '#generated'
import { keyPart, prefixes } from '../keys.js'
import { decodeStored } from '../records/fields.js'

/** What policies of verification know, each under its name, at `verification/`. */
export class VerificationRepository {
  readonly #store: KeyValueStore

  constructor(components: { store: KeyValueStore }) {
    this.#store = components.store
  }

  /** Plain data, as it was saved. The caller knows its form: nothing else writes under this name. */
  async get(name: string): Promise<unknown> {
    const key = prefixes.verification + keyPart(name)
    const entry = await this.#store.get(key)
    if (entry === undefined) return undefined
    return decodeStored(key, entry.value, (bytes) => {
      const { state } = ailee.store.v1.VerificationRecord.decode(bytes)
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(state))
    })
  }

  /** Saves plain data that JSON keeps, on disk before it resolves. Throws STORE_TOO_LARGE. */
  async save(name: string, state: unknown): Promise<void> {
    const bytes = new TextEncoder().encode(JSON.stringify(state))
    const value = ailee.store.v1.VerificationRecord.encode({ state: bytes }).finish()
    await this.#store.commit({ operations: [{ put: prefixes.verification + keyPart(name), value }] })
  }
}
