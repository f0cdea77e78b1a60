import {
  AileeError,
  type Clock,
  errorCode,
  errorMessage,
  type Logger,
  type NodeId,
  type Timer
} from '@ailee/core'
import {
  type Credit,
  decodeEnvelope,
  decodeHello,
  type Envelope,
  encodeCredit,
  encodeStatus,
  FrameDecoder,
  type Hello,
  MAX_ENVELOPE_BYTES,
  type MessageType,
  messageTypeName,
  ProtocolError
} from '@ailee/protocol'
import type { Stream, StreamMessageEvent } from '@libp2p/interface'
import { HELLO_TIMEOUT_MS, MAX_UNREAD_CONTROL_BYTES } from '../constants.js'
import { NetworkError } from '../errors.js'
import type { NetworkMetrics } from '../metrics.js'
import { chunkOf, resetStream } from '../streams/chunk.js'
import { channelFrame, isFree } from './channel-message.js'
import { CreditWindow } from './credit-window.js'
import { closeAfterLastWord } from './farewell.js'
import { FrameWatch } from './frame-watch.js'
import { statusOf } from './status.js'

/** Faults that a healthy peer can commit (clocks, retries): the message is refused, the stream goes on. */
const forgivable: ReadonlySet<string> = new Set(['SIGNATURE_EXPIRED', 'MESSAGE_REPLAYED'])

export interface InboundStreamEvents {
  /** Throws if the HELLO must be refused; the function returned is called once the stream is open for messages. */
  hello(peer: NodeId, hello: Hello): () => void
  /** The reason if the message is one too many. */
  limit(envelope: Envelope, type: MessageType | undefined, bytes: number): AileeError | undefined
  /** Throws if the message must be refused. */
  check(peer: NodeId, envelope: Envelope, type: MessageType | undefined): void
  /** Takes the message; `release` is called once, when it has been handled. */
  message(peer: NodeId, envelope: Envelope, type: MessageType | undefined, release: () => void): void
  closed(stream: InboundStream): void
  /** The peer did something of this code. */
  offended(peer: NodeId, code: string): void
}

/** A task stream that a peer opened: its messages come in, and CREDIT and STATUS go back on it. */
export class InboundStream {
  readonly peer: NodeId
  readonly #stream: Stream
  readonly #events: InboundStreamEvents
  readonly #metrics: NetworkMetrics
  readonly #log: Logger
  readonly #clock: Clock
  readonly #network: string
  readonly #window = new CreditWindow()
  readonly #decoder = new FrameDecoder(MAX_ENVELOPE_BYTES)
  readonly #frames: FrameWatch
  #helloTimer: Timer | undefined
  #greeted = false
  #closed = false

  constructor(
    components: {
      stream: Stream
      clock: Clock
      log: Logger
      metrics: NetworkMetrics
      events: InboundStreamEvents
    },
    init: { peer: NodeId; network: string }
  ) {
    this.peer = init.peer
    this.#network = init.network
    this.#stream = components.stream
    this.#events = components.events
    this.#metrics = components.metrics
    this.#log = components.log
    this.#clock = components.clock
    this.#frames = new FrameWatch({
      clock: components.clock,
      expired: () =>
        this.refuse(new NetworkError('TASK_STREAM_TOO_SLOW', 'a message took too long to arrive'))
    })
    this.#stream.maxWriteBufferLength = MAX_UNREAD_CONTROL_BYTES
    this.#helloTimer = components.clock.setTimer(HELLO_TIMEOUT_MS, () =>
      this.refuse(new NetworkError('TASK_STREAM_HELLO_MISSING', 'no HELLO in time'))
    )
    this.#stream.addEventListener('close', this.#onClose)
    this.#stream.addEventListener('end', this.#onRemoteEnd)
    this.#stream.addEventListener('message', this.#onMessage)
    // Negotiation takes turns of the event loop: the opener may be gone already.
    if (this.#stream.readableEnded) this.#onRemoteEnd()
  }

  get isGreeted(): boolean {
    return this.#greeted
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** Tells the peer why, and ends the stream. */
  refuse(error: AileeError): void {
    if (this.#closed) return
    this.#metrics.rejected.inc({ code: error.code })
    this.#log.debug('task stream refused', { peer: this.peer, code: error.code, reason: error.message })
    this.#write('STATUS', encodeStatus(statusOf(error)))
    this.#end()
    closeAfterLastWord(this.#stream, { clock: this.#clock }, error)
    this.#events.offended(this.peer, error.code)
  }

  close(reason: Error): void {
    this.#end()
    resetStream(this.#stream, reason)
  }

  readonly #onMessage = (event: StreamMessageEvent): void => {
    if (this.#closed) return
    const chunk = chunkOf(event)
    this.#metrics.bytes.inc({ direction: 'in' }, chunk.length)
    try {
      const messages = this.#decoder.push(chunk)
      for (const bytes of messages) {
        this.#receive(bytes)
        if (this.#closed) return
      }
      this.#frames.note({ completed: messages.length > 0, unfinished: this.#decoder.buffered > 0 })
    } catch (error) {
      this.refuse(error instanceof AileeError ? error : this.#internal(error))
    }
  }

  #receive(bytes: Uint8Array): void {
    // 1. Shape, version and network, before anything is believed.
    const envelope = decodeEnvelope(bytes)
    if (envelope.network !== this.#network) {
      throw new ProtocolError('WIRE_NETWORK_MISMATCH', 'this node belongs to another network')
    }
    const type = messageTypeName(envelope.type)
    this.#metrics.messages.inc({ direction: 'in', type: type ?? 'UNKNOWN' })
    // 2. HELLO comes first, and once.
    if (!this.#greeted || type === 'HELLO') {
      this.#greet(envelope, type)
      return
    }
    if (type === 'CREDIT') throw new NetworkError('TASK_STREAM_UNEXPECTED', 'CREDIT flows against a stream')
    if (type === 'STATUS' && !envelope.reply) {
      throw new NetworkError('TASK_STREAM_UNEXPECTED', 'an opener says STATUS in replies only')
    }
    // 3. Credit, before any further work.
    const free = isFree(type)
    if (!free && !this.#window.charge(bytes.length)) {
      throw new NetworkError('TASK_STREAM_CREDIT_EXCEEDED', 'more was sent than granted')
    }
    const release = (): void => {
      if (!free) this.#release(bytes.length)
    }
    // 4. Rates, before any cryptography.
    const excess = free ? undefined : this.#events.limit(envelope, type, bytes.length)
    if (excess !== undefined) {
      this.#refuseMessage(envelope, type, excess)
      release()
      return
    }
    // 5. Signature, then on to its handler.
    if (this.#passes(envelope, type)) this.#events.message(this.peer, envelope, type, release)
    else release()
  }

  #greet(envelope: Envelope, type: MessageType | undefined): void {
    if (type !== 'HELLO') throw new NetworkError('TASK_STREAM_HELLO_MISSING', 'a stream starts with HELLO')
    if (this.#greeted) throw new NetworkError('TASK_STREAM_UNEXPECTED', 'HELLO is said once')
    // Whoever claims to speak for somebody must prove it before it gets credit.
    const accept = this.#events.hello(this.peer, decodeHello(envelope.payload))
    this.#greeted = true
    this.#helloTimer?.cancel()
    this.#grant(this.#window.initial)
    accept()
  }

  /** False for a message that is refused by itself; throws if the stream must end. */
  #passes(envelope: Envelope, type: MessageType | undefined): boolean {
    try {
      this.#events.check(this.peer, envelope, type)
      return true
    } catch (error) {
      const code = errorCode(error)
      if (!forgivable.has(code)) throw error
      this.#events.offended(this.peer, code)
      this.#refuseMessage(envelope, type, error)
      return false
    }
  }

  /** Refuses one message; the stream goes on. */
  #refuseMessage(envelope: Envelope, type: MessageType | undefined, error: unknown): void {
    const { requestId, reply } = envelope
    const code = errorCode(error)
    this.#metrics.rejected.inc({ code })
    this.#log.debug('message refused', { peer: this.peer, type, code, reason: errorMessage(error) })
    // About a reply there is nobody to tell: its request id is ours.
    if (requestId === 0 || reply) return
    this.#write('STATUS', encodeStatus(statusOf(error)), { requestId, reply: true })
  }

  #release(bytes: number): void {
    if (this.#closed) return
    const credit = this.#window.release(bytes)
    if (credit !== undefined) this.#grant(credit)
  }

  #grant(credit: Credit): void {
    this.#write('CREDIT', encodeCredit(credit))
  }

  #write(type: MessageType, payload: Uint8Array, about?: { requestId: number; reply: boolean }): void {
    const bytes = channelFrame(this.#network, type, payload, about)
    try {
      this.#stream.send(bytes)
    } catch {
      // The peer has gone: the close event follows or has come.
      return
    }
    this.#metrics.bytes.inc({ direction: 'out' }, bytes.length)
    this.#metrics.messages.inc({ direction: 'out', type })
  }

  #internal(error: unknown): AileeError {
    this.#log.error('a task stream failed', { peer: this.peer, error })
    return new AileeError('INTERNAL', 'internal error', { cause: error })
  }

  readonly #onClose = (): void => {
    this.#end()
  }

  /** The opener has no more to say, so neither have we. */
  readonly #onRemoteEnd = (): void => {
    this.#end()
    this.#stream.close().catch((error: unknown) => resetStream(this.#stream, error as Error))
  }

  #end(): void {
    if (this.#closed) return
    this.#closed = true
    this.#helloTimer?.cancel()
    this.#frames.stop()
    this.#stream.removeEventListener('message', this.#onMessage)
    this.#stream.removeEventListener('end', this.#onRemoteEnd)
    this.#events.closed(this)
  }
}
