import type { Clock, Logger, NodeId } from '@ailee/core'
import { errorMessage } from '@ailee/core'
import { LruMap } from '../collections/lru-map.js'
import { DIAL_COOLDOWN_MS, MAX_WAITING_DIALS, PARALLEL_DIALS, TARGET_CONNECTIONS } from '../constants.js'
import type { Abortable } from '../network-init.js'

/** What the dialler needs of the network. */
export interface DialTargets {
  nodeId: NodeId
  isConnected(nodeId: NodeId): boolean
  connectionCount(): number
  dial(nodeId: NodeId, addresses: readonly string[], options: Abortable): Promise<unknown>
}

interface Candidate {
  addresses: readonly string[]
  wanted: boolean
}

/**
 * Dials peers that were discovered, as libp2p no longer does by itself: a few at a time, until enough
 * connections are open. Peers that are `wanted` (announced coordinators) are dialled beyond that number.
 */
export class Dialler {
  readonly #clock: Clock
  readonly #log: Logger
  readonly #targets: DialTargets
  readonly #waiting = new Map<NodeId, Candidate>()
  readonly #coolingUntilMs = new LruMap<NodeId, number>(MAX_WAITING_DIALS * 4)
  readonly #dialling = new Map<NodeId, Promise<void>>()
  #stop = new AbortController()

  constructor(components: { clock: Clock; log: Logger; targets: DialTargets }) {
    this.#clock = components.clock
    this.#log = components.log
    this.#targets = components.targets
  }

  start(): void {
    this.#stop = new AbortController()
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    this.#waiting.clear()
    await Promise.allSettled(this.#dialling.values())
  }

  /** Considers a peer; does nothing if it is connected, being dialled, or failed a moment ago. */
  offer(nodeId: NodeId, addresses: readonly string[], options: { wanted?: boolean } = {}): void {
    if (this.#stop.signal.aborted || nodeId === this.#targets.nodeId) return
    if (this.#targets.isConnected(nodeId) || this.#dialling.has(nodeId)) return
    if (this.#clock.monotonic() < (this.#coolingUntilMs.get(nodeId) ?? 0)) return
    const wanted = options.wanted ?? false
    if (
      !wanted &&
      (this.#waiting.size >= MAX_WAITING_DIALS || this.#targets.connectionCount() >= TARGET_CONNECTIONS)
    ) {
      return
    }
    const known = this.#waiting.get(nodeId)
    this.#waiting.set(nodeId, { addresses, wanted: wanted || (known?.wanted ?? false) })
    this.#next()
  }

  #next(): void {
    for (const [nodeId, candidate] of this.#waiting) {
      if (this.#dialling.size >= PARALLEL_DIALS) return
      this.#waiting.delete(nodeId)
      if (this.#targets.isConnected(nodeId)) continue
      if (!candidate.wanted && this.#targets.connectionCount() >= TARGET_CONNECTIONS) continue
      this.#dialling.set(nodeId, this.#dial(nodeId, candidate))
    }
  }

  async #dial(nodeId: NodeId, candidate: Candidate): Promise<void> {
    try {
      await this.#targets.dial(nodeId, candidate.addresses, { signal: this.#stop.signal })
    } catch (error) {
      this.#coolingUntilMs.set(nodeId, this.#clock.monotonic() + DIAL_COOLDOWN_MS)
      this.#log.debug('a discovered peer could not be reached', { peer: nodeId, reason: errorMessage(error) })
    } finally {
      this.#dialling.delete(nodeId)
      if (!this.#stop.signal.aborted) this.#next()
    }
  }
}
