import type { Clock, Logger, NodeId } from '@ailee/core'
import { LruMap } from '../collections/lru-map.js'
import { LIMIT_OFFENCE_MS, MAX_PENALISED_PEERS } from '../constants.js'
import type { NetworkMetrics } from '../metrics.js'
import { BanList } from './ban-list.js'
import type { Ban, BanStore } from './ban-store.js'
import { BAN_POINTS, penaltyOf } from './penalties.js'
import { PenaltyBook } from './penalty-book.js'
import { RateLimitedError } from './rate-limited-error.js'
import { type Limited, RateLimits, type Rates } from './rate-limits.js'

export interface DefenceComponents {
  clock: Clock
  log: Logger
  metrics: NetworkMetrics
  bans: BanStore | undefined
}

export interface DefenceInit {
  /** Never penalised, limited or banned. */
  allowPeers: readonly NodeId[]
  /** Never let in, and never dialled. */
  denyPeers: readonly NodeId[]
  /** True = nobody but `allowPeers` is let in. */
  allowedOnly: boolean
  /** What differs from the usual limits. */
  rates: Partial<Rates>
}

/** Takes note of what a peer sent; returns an error if it is too much. */
export type Gauge = (what: Limited, amount?: number) => RateLimitedError | undefined

/** Who may be connected, and what misbehaving costs. The channels report offences here; the gater asks here. */
export class Defence {
  readonly #clock: Clock
  readonly #log: Logger
  readonly #metrics: NetworkMetrics
  readonly #allowed: ReadonlySet<NodeId>
  readonly #denied: ReadonlySet<NodeId>
  readonly #allowedOnly: boolean
  readonly #book = new PenaltyBook()
  readonly #bans: BanList
  readonly #limits: RateLimits
  readonly #lastLimitedMs = new LruMap<NodeId, number>(MAX_PENALISED_PEERS)
  readonly #listeners = new Set<(ban: Ban) => void>()

  constructor(components: DefenceComponents, init: DefenceInit) {
    const { clock, log, metrics } = components
    this.#clock = clock
    this.#log = log
    this.#metrics = metrics
    this.#allowed = new Set(init.allowPeers)
    this.#denied = new Set(init.denyPeers)
    this.#allowedOnly = init.allowedOnly
    this.#limits = new RateLimits({ clock }, init)
    this.#bans = new BanList({ clock, log, store: components.bans })
  }

  /** Reads the bans of earlier runs. To be called before the host listens. */
  start(): Promise<void> {
    return this.#bans.load((peer) => this.#allowed.has(peer))
  }

  stop(): Promise<void> {
    return this.#bans.flush()
  }

  /** Hears of each new ban. */
  onBan(listener: (ban: Ban) => void): void {
    this.#listeners.add(listener)
  }

  /** A peer did something of this code. Bans it if that was one offence too many. */
  offended(peer: NodeId, code: string): void {
    const points = penaltyOf(code)
    if (points === 0 || this.isTrusted(peer) || this.#bans.has(peer)) return
    this.#metrics.penalties.inc({ code })
    if (this.#book.add(peer, points, this.#clock.monotonic()) < BAN_POINTS) return
    this.#book.clear(peer)
    const ban = this.#bans.ban(peer, code)
    this.#metrics.bans.inc()
    this.#log.warn('a peer was banned', { ...ban })
    for (const listener of this.#listeners) listener(ban)
  }

  /** Something was refused because there was too much of it, by the doing of `peer` if that is known. */
  limited(what: Limited | 'connections', peer?: NodeId): void {
    this.#metrics.limited.inc({ what })
    if (peer === undefined) return
    const nowMs = this.#clock.monotonic()
    if (nowMs - (this.#lastLimitedMs.get(peer) ?? Number.NEGATIVE_INFINITY) < LIMIT_OFFENCE_MS) return
    this.#lastLimitedMs.set(peer, nowMs)
    this.offended(peer, 'RATE_LIMITED')
  }

  /** What a peer at `prefix` may send. Returns an error for what is too much; `blameless`: others brought it here. */
  gauge(peer: NodeId, prefix: string | undefined, { blameless = false } = {}): Gauge {
    if (this.isTrusted(peer)) return () => undefined
    const allowance = this.#limits.of(peer, prefix)
    return (what, amount) => {
      const excess = allowance.take(what, amount)
      if (excess === undefined) return undefined
      // Neighbours that use up what is shared are not this peer's doing.
      this.limited(what, excess.of === 'peer' && !blameless ? peer : undefined)
      return new RateLimitedError(what, excess.retryAfterMs)
    }
  }

  /** Named in `allowPeers`: the operator answers for it. */
  isTrusted(peer: NodeId): boolean {
    return this.#allowed.has(peer)
  }

  /** True for a peer that is banned, denied, or not among the only ones that are allowed. */
  refuses(peer: NodeId): boolean {
    if (this.#denied.has(peer)) return true
    if (this.#allowed.has(peer)) return false
    return this.#allowedOnly || this.#bans.has(peer)
  }

  /** Bans that hold now. */
  bans(): Ban[] {
    return this.#bans.active()
  }
}
