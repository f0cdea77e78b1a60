import type { Clock } from '@ailee/core'
import type { MultiaddrConnection } from '@libp2p/interface'
import { LruMap } from '../collections/lru-map.js'
import { CONNECTION_RATE, MAX_CONNECTIONS_PER_PREFIX, MAX_LIMITED_ORIGINS } from '../constants.js'
import { ipPrefix, isLocalAddress } from './ip-prefix.js'
import { TokenBucket } from './token-bucket.js'

/** Incoming connections of each IP prefix, open or being set up: how many, and how fast they come. */
export class ConnectionLimits {
  readonly #clock: Clock
  readonly #exemptLocal: boolean
  readonly #open = new Map<string, number>()
  readonly #arrivals = new LruMap<string, TokenBucket>(MAX_LIMITED_ORIGINS)

  constructor(components: { clock: Clock }, init: { exemptLocal: boolean }) {
    this.#clock = components.clock
    this.#exemptLocal = init.exemptLocal
  }

  /** The prefix that limits hold for; undefined where none do. */
  prefixOf(address: MultiaddrConnection['remoteAddr']): string | undefined {
    if (this.#exemptLocal && isLocalAddress(address)) return undefined
    return ipPrefix(address)
  }

  /** Takes a connection in, until it closes, or refuses it. */
  admit(connection: Pick<MultiaddrConnection, 'remoteAddr' | 'addEventListener'>): boolean {
    const prefix = this.prefixOf(connection.remoteAddr)
    if (prefix === undefined) return true
    const open = this.#open.get(prefix) ?? 0
    if (open >= MAX_CONNECTIONS_PER_PREFIX || !this.#arrives(prefix)) return false
    this.#open.set(prefix, open + 1)
    connection.addEventListener('close', () => this.#left(prefix), { once: true })
    return true
  }

  #arrives(prefix: string): boolean {
    const nowMs = this.#clock.monotonic()
    let bucket = this.#arrivals.get(prefix)
    if (bucket === undefined) {
      bucket = new TokenBucket(CONNECTION_RATE, nowMs)
      this.#arrivals.set(prefix, bucket)
    }
    return bucket.take(1, nowMs)
  }

  #left(prefix: string): void {
    const open = (this.#open.get(prefix) ?? 1) - 1
    if (open === 0) this.#open.delete(prefix)
    else this.#open.set(prefix, open)
  }
}
