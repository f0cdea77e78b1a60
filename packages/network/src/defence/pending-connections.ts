import type { MultiaddrConnection } from '@libp2p/interface'
import { MAX_PENDING_CONNECTIONS, MAX_PENDING_PER_PREFIX } from '../constants.js'

export type Pending = Pick<MultiaddrConnection, 'abort'>

/**
 * Incoming connections that are not set up yet, the oldest first. Nobody has said who he is there, so silent ones must
 * not keep others out: a prefix has few places, and where all are taken the oldest connection makes room.
 */
export class PendingConnections {
  readonly #prefixes = new Map<Pending, string | undefined>()
  readonly #counts = new Map<string, number>()

  hasRoom(prefix: string): boolean {
    return (this.#counts.get(prefix) ?? 0) < MAX_PENDING_PER_PREFIX
  }

  /** Returns the connection that had to make room, if any. */
  add(connection: Pending, prefix: string | undefined): Pending | undefined {
    const [oldest] = this.#prefixes.size < MAX_PENDING_CONNECTIONS ? [] : this.#prefixes.keys()
    if (oldest !== undefined) this.remove(oldest)
    this.#prefixes.set(connection, prefix)
    if (prefix !== undefined) this.#counts.set(prefix, (this.#counts.get(prefix) ?? 0) + 1)
    return oldest
  }

  /** For one that is not here it does nothing. */
  remove(connection: Pending): void {
    const prefix = this.#prefixes.get(connection)
    if (!this.#prefixes.delete(connection) || prefix === undefined) return
    const left = (this.#counts.get(prefix) ?? 1) - 1
    if (left === 0) this.#counts.delete(prefix)
    else this.#counts.set(prefix, left)
  }
}
