import { AileeError, type Clock, type Timer } from '@ailee/core'
import {
  CREDIT_WINDOW_BYTES,
  decodeCredit,
  decodeEnvelope,
  decodeStatus,
  type Envelope,
  FrameDecoder,
  MAX_ENVELOPE_BYTES,
  messageTypeName
} from '@ailee/protocol'
import type { Stream, StreamMessageEvent } from '@libp2p/interface'
import { DRAIN_TIMEOUT_MS, MAX_FLUSH_BYTES } from '../constants.js'
import { NetworkError } from '../errors.js'
import type { NetworkMetrics } from '../metrics.js'
import { chunkOf, joinFrames, resetStream } from '../streams/chunk.js'
import { CreditAllowance } from './credit-allowance.js'
import type { Delivery, OutboundQueue } from './outbound-queue.js'
import { RemoteError } from './remote-error.js'

/** CREDIT and STATUS are small; nothing longer has a place on this side. */
const MAX_ANSWER_BYTES = Math.min(4096, MAX_ENVELOPE_BYTES)

export interface OutboundStreamEvents {
  /** The peer granted its first credit: it took our HELLO. */
  ready(): void
  /** The peer refused one request, and the stream goes on. */
  refused(requestId: number, error: AileeError): void
  /** The peer did something of this code. */
  offended(code: string): void
  /** Told once. `error` is the peer's reason where it gave one. */
  closed(error: AileeError): void
}

/** A task stream that this node opened: what it sends goes here, and CREDIT and STATUS come back on it. */
export class OutboundStream {
  readonly #stream: Stream
  readonly #queue: OutboundQueue
  readonly #clock: Clock
  readonly #metrics: NetworkMetrics
  readonly #events: OutboundStreamEvents
  readonly #network: string
  readonly #allowance = new CreditAllowance()
  readonly #decoder = new FrameDecoder(MAX_ANSWER_BYTES)
  #state: 'greeting' | 'ready' | 'closed' = 'greeting'
  #full = false
  #drainTimer: Timer | undefined
  #flushing = false

  constructor(
    components: {
      stream: Stream
      queue: OutboundQueue
      clock: Clock
      metrics: NetworkMetrics
      events: OutboundStreamEvents
    },
    init: { network: string; hello: Uint8Array }
  ) {
    this.#stream = components.stream
    this.#queue = components.queue
    this.#clock = components.clock
    this.#metrics = components.metrics
    this.#events = components.events
    this.#network = init.network
    this.#stream.addEventListener('message', this.#onMessage)
    this.#stream.addEventListener('drain', this.#onDrain)
    this.#stream.addEventListener('close', this.#onClose)
    this.#write(init.hello)
    this.#metrics.messages.inc({ direction: 'out', type: 'HELLO' })
    if (this.#stream.status !== 'open') this.#onClose()
  }

  get isReady(): boolean {
    return this.#state === 'ready'
  }

  /** Sends what the queue holds at the end of this turn of the event loop, all of it in as few writes as can be. */
  wake(): void {
    if (this.#flushing || this.#state !== 'ready') return
    this.#flushing = true
    setImmediate(() => {
      this.#flushing = false
      this.#flush()
    })
  }

  close(error: AileeError): void {
    this.#end(error)
    resetStream(this.#stream, error)
  }

  #flush(): void {
    while (this.#state === 'ready' && !this.#full) {
      const batch = this.#queue.take(this.#allowance, MAX_FLUSH_BYTES)
      if (batch.length === 0) return
      this.#send(batch)
    }
  }

  #send(batch: readonly Delivery[]): void {
    let bytes = 0
    for (const { frame } of batch) bytes += frame.length
    if (
      this.#write(
        joinFrames(
          batch.map(({ frame }) => frame),
          bytes
        )
      )
    ) {
      for (const delivery of batch) {
        this.#metrics.messages.inc({ direction: 'out', type: delivery.type })
        delivery.sent()
      }
      return
    }
    const error = new NetworkError('TASK_STREAM_CLOSED', 'the stream closed')
    for (const delivery of batch) delivery.failed(error)
    this.close(error)
  }

  /** False if the stream has ended. */
  #write(bytes: Uint8Array): boolean {
    try {
      if (!this.#stream.send(bytes)) this.#filled()
    } catch {
      return false
    }
    this.#metrics.writes.inc()
    this.#metrics.bytes.inc({ direction: 'out' }, bytes.length)
    return true
  }

  /** Nothing more is sent until the peer has read; one that never reads is cut off. */
  #filled(): void {
    this.#full = true
    this.#drainTimer ??= this.#clock.setTimer(DRAIN_TIMEOUT_MS, () => {
      this.close(new NetworkError('TASK_STREAM_CLOSED', 'the peer does not read what is sent to it'))
      this.#events.offended('TASK_STREAM_TOO_SLOW')
    })
  }

  readonly #onDrain = (): void => {
    this.#full = false
    this.#drainTimer?.cancel()
    this.#drainTimer = undefined
    this.wake()
  }

  readonly #onClose = (): void => {
    this.#end(new NetworkError('TASK_STREAM_CLOSED', 'the peer closed the stream'))
  }

  readonly #onMessage = (event: StreamMessageEvent): void => {
    const chunk = chunkOf(event)
    this.#metrics.bytes.inc({ direction: 'in' }, chunk.length)
    try {
      for (const bytes of this.#decoder.push(chunk)) this.#answer(decodeEnvelope(bytes))
    } catch (cause) {
      const code = cause instanceof AileeError ? cause.code : 'INTERNAL'
      this.#metrics.rejected.inc({ code })
      this.close(
        new NetworkError('TASK_STREAM_CLOSED', 'the peer answered with something malformed', { cause })
      )
      this.#events.offended(code)
    }
  }

  #answer(envelope: Envelope): void {
    if (this.#state === 'closed') return
    const type = messageTypeName(envelope.type)
    if (type !== undefined) this.#metrics.messages.inc({ direction: 'in', type })
    if (type === 'CREDIT' && envelope.network === this.#network) this.#credited(envelope)
    else if (type === 'STATUS') this.#status(envelope)
    else throw new NetworkError('TASK_STREAM_UNEXPECTED', 'only CREDIT and STATUS flow against a stream')
  }

  #credited(envelope: Envelope): void {
    const credit = decodeCredit(envelope.payload)
    this.#allowance.grant(credit)
    if (this.#state === 'greeting' && credit.bytes <= CREDIT_WINDOW_BYTES) {
      this.#state = 'ready'
      this.#events.ready()
    }
    this.wake()
  }

  #status(envelope: Envelope): void {
    const error = new RemoteError(decodeStatus(envelope.payload))
    if (envelope.requestId !== 0) this.#events.refused(envelope.requestId, error)
    else this.close(error)
  }

  #end(error: AileeError): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#drainTimer?.cancel()
    this.#stream.removeEventListener('message', this.#onMessage)
    this.#stream.removeEventListener('drain', this.#onDrain)
    this.#events.closed(error)
  }
}
