import type { Clock } from '@ailee/core'
import type { MultiaddrConnection } from '@libp2p/interface'
import { LruMap } from '../collections/lru-map.js'
import { CONNECTION_RATE, MAX_CONNECTIONS_PER_PREFIX, MAX_LIMITED_ORIGINS } from '../constants.js'
import { NetworkError } from '../errors.js'
import { ipPrefix, isLocalAddress } from './ip-prefix.js'
import { type Pending, PendingConnections } from './pending-connections.js'
import { TokenBucket } from './token-bucket.js'

type Incoming = Pending & Pick<MultiaddrConnection, 'remoteAddr' | 'addEventListener'>

/** Incoming connections of each IP prefix, open or being set up: how many, and how fast they come. */
export class ConnectionLimits {
  readonly #clock: Clock
  readonly #limited: () => void
  readonly #exemptLocal: boolean
  readonly #open = new Map<string, number>()
  readonly #arrivals = new LruMap<string, TokenBucket>(MAX_LIMITED_ORIGINS)
  readonly #pending = new PendingConnections()

  constructor(
    components: {
      clock: Clock
      /** A connection was one too many. */
      limited(): void
    },
    init: { exemptLocal: boolean }
  ) {
    this.#clock = components.clock
    this.#limited = components.limited
    this.#exemptLocal = init.exemptLocal
  }

  /** The prefix that limits hold for; undefined where none do. */
  prefixOf(address: MultiaddrConnection['remoteAddr']): string | undefined {
    if (this.#exemptLocal && isLocalAddress(address)) return undefined
    return ipPrefix(address)
  }

  /** Takes a connection in, until it closes, or refuses it. Another one that is not set up yet may have to make room. */
  admit(connection: Incoming): boolean {
    const prefix = this.prefixOf(connection.remoteAddr)
    if (prefix !== undefined && !this.#hasRoom(prefix)) {
      this.#limited()
      return false
    }
    if (prefix !== undefined) this.#open.set(prefix, (this.#open.get(prefix) ?? 0) + 1)
    const evicted = this.#pending.add(connection, prefix)
    if (evicted !== undefined) {
      this.#limited()
      evicted.abort(new NetworkError('RATE_LIMITED', 'newer connections need the room'))
    }
    connection.addEventListener('close', () => this.#left(connection, prefix), { once: true })
    return true
  }

  /** The connection is set up: it is known who is at its other end. */
  settled(connection: Pending): void {
    this.#pending.remove(connection)
  }

  #hasRoom(prefix: string): boolean {
    if ((this.#open.get(prefix) ?? 0) >= MAX_CONNECTIONS_PER_PREFIX) return false
    return this.#pending.hasRoom(prefix) && this.#arrives(prefix)
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

  #left(connection: Pending, prefix: string | undefined): void {
    this.#pending.remove(connection)
    if (prefix === undefined) return
    const open = (this.#open.get(prefix) ?? 1) - 1
    if (open === 0) this.#open.delete(prefix)
    else this.#open.set(prefix, open)
  }
}
