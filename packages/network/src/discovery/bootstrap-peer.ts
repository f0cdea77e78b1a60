import { type Clock, errorMessage, type Logger, type NodeId, type Timer } from '@ailee/core'
import { ExponentialBackoff, type IBackoff } from 'cockatiel'
import { BOOTSTRAP_FIRST_DELAY_MS, BOOTSTRAP_LAST_DELAY_MS } from '../constants.js'
import type { Abortable } from '../network-init.js'

export interface BootstrapComponents {
  clock: Clock
  log: Logger
  /** Connects and tells whom. */
  dial(address: string, options: Abortable): Promise<NodeId>
  isConnected(nodeId: NodeId): boolean
}

const schedule = new ExponentialBackoff({
  initialDelay: BOOTSTRAP_FIRST_DELAY_MS,
  maxDelay: BOOTSTRAP_LAST_DELAY_MS
})

/**
 * Keeps one bootstrap address connected: dials, waits longer after each failure, and begins anew when the peer
 * is lost. cockatiel plans the waits; the timer is the clock's, so that stopping leaves none behind.
 */
export class BootstrapPeer {
  readonly #components: BootstrapComponents
  readonly #address: string
  readonly #stop = new AbortController()
  #nodeId: NodeId | undefined
  #backoff: IBackoff<unknown> | undefined
  #failures = 0
  #connectedAtMs = 0
  #timer: Timer | undefined
  #dialling: Promise<void> | undefined

  constructor(components: BootstrapComponents, init: { address: string; nodeId: NodeId | undefined }) {
    this.#components = components
    this.#address = init.address
    this.#nodeId = init.nodeId
  }

  /** Dials unless connected, dialling or waiting to. */
  seek(): void {
    if (this.#stop.signal.aborted || this.#dialling !== undefined || this.#timer !== undefined) return
    if (this.#nodeId !== undefined && this.#components.isConnected(this.#nodeId)) return
    this.#dialling = this.#dial().finally(() => {
      this.#dialling = undefined
    })
  }

  /** Called when the last connection to a peer has closed. */
  lost(nodeId: NodeId): void {
    if (nodeId !== this.#nodeId || this.#stop.signal.aborted) return
    const { clock } = this.#components
    // A peer that hangs up at once is waited for ever longer; one that stayed is sought soon.
    if (clock.monotonic() - this.#connectedAtMs > BOOTSTRAP_LAST_DELAY_MS) this.#backoff = undefined
    this.#seekLater()
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    this.#timer?.cancel()
    await this.#dialling
  }

  async #dial(): Promise<void> {
    const { clock, log } = this.#components
    try {
      this.#nodeId = await this.#components.dial(this.#address, { signal: this.#stop.signal })
      this.#connectedAtMs = clock.monotonic()
      this.#failures = 0
      log.info('bootstrap peer connected', { address: this.#address, peer: this.#nodeId })
      if (!this.#components.isConnected(this.#nodeId)) this.#seekLater()
    } catch (error) {
      if (!this.#stop.signal.aborted) this.#failed(error)
    }
  }

  #failed(error: unknown): void {
    this.#failures += 1
    const delayMs = this.#seekLater()
    // Attempts 1, 2, 4, 8, …: an operator sees it at once and is not flooded.
    if ((this.#failures & (this.#failures - 1)) !== 0) return
    this.#components.log.warn('bootstrap peer not reachable, trying again', {
      address: this.#address,
      failures: this.#failures,
      delayMs: Math.round(delayMs),
      reason: errorMessage(error)
    })
  }

  #seekLater(): number {
    this.#backoff = this.#backoff === undefined ? schedule.next() : this.#backoff.next(undefined)
    const delayMs = this.#backoff.duration
    this.#timer?.cancel()
    this.#timer = this.#components.clock.setTimer(delayMs, () => {
      this.#timer = undefined
      this.seek()
    })
    return delayMs
  }
}
