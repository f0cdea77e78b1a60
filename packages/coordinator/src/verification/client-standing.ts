import type { NodeId } from '@ailee/core'
import { MAX_CLIENT_CONTRADICTIONS, MAX_CLIENT_STANDINGS } from '../constants.js'

/**
 * Clients whose findings were contradicted, or that nobody could arbitrate. Whoever has too many is no longer its own
 * referee here: it could keep honest workers from their pay. Known until this process ends, of so many clients.
 */
export class ClientStanding {
  readonly #contradictions = new Map<NodeId, number>()

  isTrusted(client: NodeId): boolean {
    return (this.#contradictions.get(client) ?? 0) < MAX_CLIENT_CONTRADICTIONS
  }

  contradicted(client: NodeId): void {
    const count = (this.#contradictions.get(client) ?? 0) + 1
    this.#contradictions.delete(client)
    this.#contradictions.set(client, count)
    const [oldest] = this.#contradictions.keys()
    if (oldest !== undefined && this.#contradictions.size > MAX_CLIENT_STANDINGS) {
      this.#contradictions.delete(oldest)
    }
  }
}
