import {
  type AileeError,
  type Clock,
  errorCode,
  errorMessage,
  type Logger,
  type NodeId,
  type Timer
} from '@ailee/core'
import type { Stream } from '@libp2p/interface'
import { STREAM_REOPEN_DELAYS_MS } from '../constants.js'
import type { NetworkMetrics } from '../metrics.js'
import { PeerLink, type PeerLinkEvents } from './peer-link.js'

export interface PeerLinksComponents {
  clock: Clock
  log: Logger
  metrics: NetworkMetrics
  events: PeerLinkEvents
  open(peer: NodeId, signal: AbortSignal): Promise<Stream>
  isConnected(peer: NodeId): boolean
}

/** One link a peer, made when it is first needed. */
export class PeerLinks {
  readonly #components: PeerLinksComponents
  readonly #init: { network: string; hello: Uint8Array }
  readonly #links = new Map<NodeId, PeerLink>()
  readonly #retries = new Map<NodeId, Timer>()

  constructor(components: PeerLinksComponents, init: { network: string; hello: Uint8Array }) {
    this.#components = components
    this.#init = init
  }

  to(peer: NodeId): PeerLink {
    let link = this.#links.get(peer)
    if (link === undefined) {
      const { clock, metrics, open } = this.#components
      const events: PeerLinkEvents = {
        ...this.#components.events,
        lost: (lostPeer, error) => {
          this.#components.events.lost(lostPeer, error)
          // The peer may still be there: a stream can end alone, or with one of two connections.
          this.#retry(lostPeer, 0)
        }
      }
      link = new PeerLink(
        { clock, metrics, events, open: (signal) => open(peer, signal) },
        { peer, ...this.#init }
      )
      this.#links.set(peer, link)
    }
    return link
  }

  /** Opens the stream to a peer that is known to speak the protocol, and tries again some times if that fails. */
  keepOpen(peer: NodeId, attempt = 0): void {
    this.to(peer)
      .open()
      .catch((error: unknown) => {
        const code = errorCode(error)
        this.#components.log.debug('no task stream to a peer', { peer, code, reason: errorMessage(error) })
        this.#retry(peer, attempt)
      })
  }

  /** Ends the link; what waits in it fails with `error`. */
  drop(peer: NodeId, error: AileeError): void {
    this.#retries.get(peer)?.cancel()
    this.#retries.delete(peer)
    const link = this.#links.get(peer)
    this.#links.delete(peer)
    link?.close(error)
  }

  dropAll(error: AileeError): void {
    for (const peer of [...this.#links.keys()]) this.drop(peer, error)
  }

  #retry(peer: NodeId, attempt: number): void {
    const delayMs = STREAM_REOPEN_DELAYS_MS[attempt]
    const link = this.#links.get(peer)
    if (delayMs === undefined || link === undefined || link.refusal !== undefined) return
    if (!this.#components.isConnected(peer) || this.#retries.has(peer)) return
    const timer = this.#components.clock.setTimer(delayMs, () => {
      this.#retries.delete(peer)
      if (this.#components.isConnected(peer)) this.keepOpen(peer, attempt + 1)
    })
    this.#retries.set(peer, timer)
  }
}
