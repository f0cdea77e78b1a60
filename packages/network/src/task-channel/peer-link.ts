import { type AileeError, type Clock, isAileeError, type NodeId, raceSignal } from '@ailee/core'
import type { Stream } from '@libp2p/interface'
import { STREAM_OPEN_TIMEOUT_MS } from '../constants.js'
import { NetworkError } from '../errors.js'
import type { NetworkMetrics } from '../metrics.js'
import { resetStream } from '../streams/chunk.js'
import { type Delivery, OutboundQueue } from './outbound-queue.js'
import { OutboundStream } from './outbound-stream.js'

/** Refusals that will not go away by asking again on the same connection. */
const lasting: ReadonlySet<string> = new Set(['WIRE_NETWORK_MISMATCH', 'WIRE_VERSION_UNSUPPORTED'])

export interface PeerLinkEvents {
  ready(peer: NodeId): void
  refused(peer: NodeId, requestId: number, error: AileeError): void
  /** A stream that was ready has ended. */
  lost(peer: NodeId, error: AileeError): void
  /** The peer did something of this code. */
  offended(peer: NodeId, code: string): void
}

/** What is sent to one peer: a queue, and a stream that is opened on demand and again after it failed. */
export class PeerLink {
  readonly peer: NodeId
  readonly #open: (signal: AbortSignal) => Promise<Stream>
  readonly #clock: Clock
  readonly #metrics: NetworkMetrics
  readonly #events: PeerLinkEvents
  readonly #init: { network: string; hello: Uint8Array }
  readonly #queue = new OutboundQueue()
  readonly #stop = new AbortController()
  #stream: OutboundStream | undefined
  #opening: Promise<void> | undefined
  #refusal: AileeError | undefined

  constructor(
    components: {
      open(signal: AbortSignal): Promise<Stream>
      clock: Clock
      metrics: NetworkMetrics
      events: PeerLinkEvents
    },
    init: { peer: NodeId; network: string; hello: Uint8Array }
  ) {
    this.peer = init.peer
    this.#open = components.open
    this.#clock = components.clock
    this.#metrics = components.metrics
    this.#events = components.events
    this.#init = init
  }

  /** The peer's lasting refusal, if it gave one. */
  get refusal(): AileeError | undefined {
    return this.#refusal
  }

  /** Queues a message and sees to it that it leaves. Throws TASK_STREAM_OVERLOADED or the peer's lasting refusal. */
  post(delivery: Delivery, share: number): void {
    if (this.#refusal !== undefined) throw this.#refusal
    this.#queue.push(delivery, share)
    if (this.#stream?.isReady === true) this.#stream.wake()
    else this.open().catch(() => {})
  }

  /** Resolves once the peer has granted credit. What waits in the queue fails with it if it fails. */
  open(): Promise<void> {
    if (this.#stream?.isReady === true) return Promise.resolve()
    if (this.#refusal !== undefined) return Promise.reject(this.#refusal)
    this.#opening ??= this.#greet()
      .catch((error: unknown) => {
        const coded = isAileeError(error)
          ? error
          : new NetworkError('TASK_STREAM_PEER_UNREACHABLE', 'the stream did not open', { cause: error })
        this.#queue.failAll(coded)
        throw coded
      })
      .finally(() => {
        this.#opening = undefined
      })
    return this.#opening
  }

  close(error: AileeError): void {
    this.#stop.abort(error)
    this.#stream?.close(error)
    this.#queue.failAll(error)
  }

  async #greet(): Promise<void> {
    // 1. A stream, over the connection there is or a new one.
    const raw = await this.#open(this.#stop.signal)
    if (this.#stop.signal.aborted) {
      const error: AileeError = this.#stop.signal.reason
      resetStream(raw, error)
      throw error
    }
    // 2. HELLO, then wait for the credit that answers it.
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    let ready = false
    const stream: OutboundStream = new OutboundStream(
      {
        stream: raw,
        queue: this.#queue,
        clock: this.#clock,
        metrics: this.#metrics,
        events: {
          ready: () => {
            ready = true
            this.#events.ready(this.peer)
            resolve()
          },
          offended: (code) => this.#events.offended(this.peer, code),
          refused: (requestId, error) => this.#events.refused(this.peer, requestId, error),
          closed: (error) => {
            if (ready) this.#lost(error)
            else reject(this.#refused(error))
          }
        }
      },
      this.#init
    )
    this.#stream = stream
    const timeout = AbortSignal.timeout(STREAM_OPEN_TIMEOUT_MS)
    try {
      await raceSignal(promise, AbortSignal.any([timeout, this.#stop.signal]))
    } catch (cause) {
      const error = isAileeError(cause)
        ? cause
        : new NetworkError('TASK_STREAM_PEER_UNREACHABLE', 'the peer did not answer HELLO', { cause })
      stream.close(error)
      throw error
    }
  }

  /** The stream ended before it was ready. A peer's own words are passed on as they are. */
  #refused(error: AileeError): AileeError {
    if (lasting.has(error.code)) this.#refusal = error
    if (error.code !== 'TASK_STREAM_CLOSED') return error
    return new NetworkError('TASK_STREAM_REFUSED', 'the peer closed the stream before it was ready', {
      cause: error
    })
  }

  #lost(error: AileeError): void {
    this.#stream = undefined
    const closed =
      error.code === 'TASK_STREAM_CLOSED'
        ? error
        : new NetworkError('TASK_STREAM_CLOSED', `the peer ended the stream: ${error.code}`, { cause: error })
    this.#queue.failAll(closed)
    this.#events.lost(this.peer, closed)
  }
}
