import type { NodeId, Random } from '@ailee/core'
import { MAX_CLIENT_POLICIES } from '../constants.js'
import { KeptLedger } from './kept-ledger.js'

/**
 * A ledger for each client that is its own referee: what a client says of workers counts for its own tasks alone, or it
 * could make others trust workers of its own. They are not saved: without its count a worker is audited more.
 */
export class ClientPolicies {
  readonly #random: Random
  readonly #ledgers = new Map<string, KeptLedger>()

  constructor(components: { random: Random }) {
    this.#random = components.random
  }

  /** `targetErrorPpm`: 0 = each result is executed again. */
  of(client: NodeId, targetErrorPpm: number): KeptLedger {
    const name = `${client} ${targetErrorPpm}`
    const ledger = this.#ledgers.get(name) ?? KeptLedger.ofClient({ random: this.#random }, targetErrorPpm)
    // The one used last is the last of them. One that is forgotten still serves the tasks that have it.
    this.#ledgers.delete(name)
    this.#ledgers.set(name, ledger)
    const [oldest] = this.#ledgers.keys()
    if (oldest !== undefined && this.#ledgers.size > MAX_CLIENT_POLICIES) this.#ledgers.delete(oldest)
    return ledger
  }
}
