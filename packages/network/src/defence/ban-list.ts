import { type Clock, errorMessage, type Logger, type NodeId } from '@ailee/core'
import { BAN_MEMORY_MS, MAX_BANS } from '../constants.js'
import type { Ban, BanStore } from './ban-store.js'
import { banDurationMs } from './penalties.js'

/**
 * The peers that are banned, in memory and in the store. An ended ban is remembered for a while, as the next one of
 * the same peer is longer. Bounded: past the bound the ban that ends first goes.
 */
export class BanList {
  readonly #clock: Clock
  readonly #log: Logger
  readonly #store: BanStore | undefined
  readonly #bans = new Map<NodeId, Ban>()
  /** One write after the other, so that the last word on a peer is the last one written. */
  #writing: Promise<void> = Promise.resolve()

  constructor(components: { clock: Clock; log: Logger; store: BanStore | undefined }) {
    this.#clock = components.clock
    this.#log = components.log
    this.#store = components.store
  }

  /** Reads what the store holds, without those that `isLifted`. */
  async load(isLifted: (nodeId: NodeId) => boolean): Promise<void> {
    if (this.#store === undefined) return
    for await (const { record } of this.#store.list()) {
      if (isLifted(record.nodeId) || this.#isForgotten(record)) this.#forget(record.nodeId)
      else this.#bans.set(record.nodeId, record)
    }
    this.#shrink()
  }

  ban(nodeId: NodeId, code: string): Ban {
    const nowMs = this.#clock.now()
    const known = this.#bans.get(nodeId)
    const strikes = known === undefined || this.#isForgotten(known) ? 1 : known.strikes + 1
    const ban = { nodeId, code, strikes, bannedAtMs: nowMs, untilMs: nowMs + banDurationMs(strikes) }
    this.#bans.set(nodeId, ban)
    this.#write((store) => store.save(ban))
    this.#shrink()
    return ban
  }

  has(nodeId: NodeId): boolean {
    const ban = this.#bans.get(nodeId)
    return ban !== undefined && ban.untilMs > this.#clock.now()
  }

  /** Bans that hold now. */
  active(): Ban[] {
    return [...this.#bans.values()].filter(({ nodeId }) => this.has(nodeId))
  }

  /** Resolves when everything is with the store. */
  async flush(): Promise<void> {
    await this.#writing
  }

  #isForgotten(ban: Ban): boolean {
    return ban.untilMs + BAN_MEMORY_MS < this.#clock.now()
  }

  #shrink(): void {
    if (this.#bans.size <= MAX_BANS) return
    for (const ban of this.#bans.values()) if (this.#isForgotten(ban)) this.#forget(ban.nodeId)
    const bySoonest = [...this.#bans.values()].sort((a, b) => a.untilMs - b.untilMs)
    // A tenth at once, so that a flood of bans does not sort the list for each of them.
    for (const ban of bySoonest.slice(0, Math.max(0, this.#bans.size - MAX_BANS * 0.9))) {
      this.#forget(ban.nodeId)
    }
  }

  #forget(nodeId: NodeId): void {
    this.#bans.delete(nodeId)
    this.#write((store) => store.remove(nodeId))
  }

  #write(work: (store: BanStore) => Promise<void>): void {
    const store = this.#store
    if (store === undefined) return
    this.#writing = this.#writing
      .then(() => work(store))
      .catch((error: unknown) => this.#log.warn('a ban was not stored', { reason: errorMessage(error) }))
  }
}
