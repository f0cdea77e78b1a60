import type { Signature } from '@ailee/protocol'
import { MAX_REPLAY_ENTRIES } from '../constants.js'

/**
 * Remembers signed messages until they expire. Bounded: past the bound the oldest is forgotten. A message can
 * only be replayed by its own signer, as it must come over the signer's own stream, so flooding the cache gains
 * an attacker nothing but replays of itself.
 */
export class ReplayCache {
  readonly #seen = new Map<string, number>()
  readonly #capacity: number

  constructor(capacity = MAX_REPLAY_ENTRIES) {
    this.#capacity = capacity
  }

  get size(): number {
    return this.#seen.size
  }

  /** Notes a message. False if it was seen before. `keepUntilMs` and `nowMs` are Unix milliseconds. */
  add(signature: Signature, keepUntilMs: number, nowMs: number): boolean {
    const key = Buffer.concat([signature.publicKey, signature.nonce]).toString('latin1')
    const known = this.#seen.get(key)
    if (known !== undefined && known >= nowMs) return false
    this.#seen.delete(key)
    this.#seen.set(key, keepUntilMs)
    for (const [oldest, untilMs] of this.#seen) {
      if (untilMs >= nowMs && this.#seen.size <= this.#capacity) break
      this.#seen.delete(oldest)
    }
    return true
  }
}
