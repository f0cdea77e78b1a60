import { AileeError, errorCode, errorMessage, type Logger, type NodeId } from '@ailee/core'
import {
  decodeStatus,
  type Envelope,
  encodeStatus,
  type IncomingMessage,
  type MessageHandler,
  type MessageType,
  mustBeSigned,
  type OutgoingMessage,
  ProtocolError
} from '@ailee/protocol'
import { NetworkError } from '../errors.js'
import type { NetworkMetrics } from '../metrics.js'
import type { PendingRequests } from './pending-requests.js'
import { RemoteError } from './remote-error.js'
import { statusOf } from './status.js'

/** Sends the reply to a request. */
export type Reply = (peer: NodeId, requestId: number, message: OutgoingMessage) => Promise<void>

/** Who sent a message, and whom it speaks for. */
export interface Sender {
  peer: NodeId
  principal: NodeId
}

/** Brings what has been received and checked to those it is for: replies to their requests, the rest to handlers. */
export class Dispatcher {
  readonly #log: Logger
  readonly #metrics: NetworkMetrics
  readonly #pending: PendingRequests
  readonly #reply: Reply
  readonly #offended: (peer: NodeId, code: string) => void
  readonly #handlers = new Map<MessageType, MessageHandler>()
  readonly #running = new Set<Promise<void>>()

  constructor(components: {
    log: Logger
    metrics: NetworkMetrics
    pending: PendingRequests
    reply: Reply
    offended(peer: NodeId, code: string): void
  }) {
    this.#log = components.log
    this.#metrics = components.metrics
    this.#pending = components.pending
    this.#reply = components.reply
    this.#offended = components.offended
  }

  handle(type: MessageType, handler: MessageHandler): void {
    this.#handlers.set(type, handler)
  }

  /** Settles the request that a reply is for. False if none waits: it came late, or was never asked for. Throws if the reply is malformed. */
  settle(peer: NodeId, envelope: Envelope, type: MessageType | undefined): boolean {
    const { requestId, payload } = envelope
    if (type === 'STATUS')
      return this.#pending.refuse(requestId, peer, new RemoteError(decodeStatus(payload)))
    if (type === undefined) {
      return this.#pending.refuse(
        requestId,
        peer,
        new NetworkError('UNSUPPORTED', `a reply of type ${envelope.type}`)
      )
    }
    return this.#pending.settle(requestId, {
      from: peer,
      principal: peer,
      type,
      payload,
      ...signed(envelope, type)
    })
  }

  /** Runs the handler of a message; `release` is called when it is done, before the reply is sent. */
  dispatch(
    { peer, principal }: Sender,
    envelope: Envelope,
    type: MessageType | undefined,
    release: () => void
  ): void {
    const handler = type === undefined ? undefined : this.#handlers.get(type)
    if (type === undefined || handler === undefined) {
      release()
      this.#metrics.rejected.inc({ code: 'UNSUPPORTED' })
      this.#refuse(
        peer,
        envelope,
        new NetworkError('UNSUPPORTED', `type ${type ?? envelope.type} is not answered here`)
      )
      return
    }
    const message = { from: peer, principal, type, payload: envelope.payload, ...signed(envelope, type) }
    const run = this.#run(handler, message, envelope, release)
    this.#running.add(run)
    void run.finally(() => this.#running.delete(run))
  }

  /** Resolves when every handler that runs now is done. */
  async idle(): Promise<void> {
    await Promise.all(this.#running)
  }

  async #run(
    handler: MessageHandler,
    message: IncomingMessage,
    envelope: Envelope,
    release: () => void
  ): Promise<void> {
    const { requestId } = envelope
    let answer: OutgoingMessage | undefined
    try {
      answer = await handler(message)
    } catch (error) {
      this.#failed(error, message)
      this.#refuse(message.from, envelope, error)
      return
    } finally {
      release()
    }
    if (answer !== undefined && requestId !== 0) this.#answer(message.from, requestId, answer)
  }

  #failed(error: unknown, { from, type }: IncomingMessage): void {
    // What could not be decoded is the sender's fault; what a role will not have is not.
    if (error instanceof ProtocolError) this.#offended(from, error.code)
    if (error instanceof AileeError) {
      this.#log.debug('a message was refused', { peer: from, type, code: error.code, reason: error.message })
    } else {
      this.#log.error('a message handler failed', { peer: from, type, error })
    }
  }

  /** One-way messages have nobody who waits for a refusal. */
  #refuse(peer: NodeId, { requestId }: Envelope, error: unknown): void {
    if (requestId !== 0)
      this.#answer(peer, requestId, { type: 'STATUS', payload: encodeStatus(statusOf(error)) })
  }

  /** Not waited for: a handler is done when its answer is known. The peer asks again if it is lost. */
  #answer(peer: NodeId, requestId: number, message: OutgoingMessage): void {
    this.#reply(peer, requestId, message).catch((error: unknown) => {
      const code = errorCode(error)
      this.#log.debug('a reply could not be sent', {
        peer,
        type: message.type,
        code,
        reason: errorMessage(error)
      })
    })
  }
}

/** A signature that was checked. One that no rule asked for says nothing. */
function signed({ signature }: Envelope, type: MessageType): Pick<IncomingMessage, 'signature'> {
  return signature !== undefined && mustBeSigned(type) ? { signature } : {}
}
