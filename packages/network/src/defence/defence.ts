import type { Clock, Logger, NodeId } from '@ailee/core'
import type { NetworkMetrics } from '../metrics.js'
import { BanList } from './ban-list.js'
import type { Ban, BanStore } from './ban-store.js'
import { BAN_POINTS, penaltyOf } from './penalties.js'
import { PenaltyBook } from './penalty-book.js'

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
}

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
  readonly #listeners = new Set<(ban: Ban) => void>()

  constructor(components: DefenceComponents, init: DefenceInit) {
    const { clock, log, metrics } = components
    this.#clock = clock
    this.#log = log
    this.#metrics = metrics
    this.#allowed = new Set(init.allowPeers)
    this.#denied = new Set(init.denyPeers)
    this.#allowedOnly = init.allowedOnly
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
