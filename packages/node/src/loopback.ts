import {
  AileeError,
  type ContentHash,
  errorCode,
  errorMessage,
  isAileeError,
  type Logger,
  type NodeId,
  raceSignal,
  withTimeout
} from '@ailee/core'
import {
  type BlobFetcher,
  type BlobSource,
  contentHash,
  type Hello,
  type IncomingMessage,
  type MessageHandler,
  type MessageTransport,
  type MessageType,
  type OutgoingMessage,
  type PeerListener
} from '@ailee/protocol'

/**
 * Lets the roles of one node talk to each other as they talk to anybody: libp2p does not dial itself, so messages
 * to this node's own id are handed to its own handlers. Signatures on messages are left out on this way; receipts
 * and verdicts carry theirs as always.
 */
export class LoopbackTransport implements MessageTransport {
  readonly nodeId: NodeId
  readonly #remote: MessageTransport
  readonly #log: Logger
  readonly #hello: Hello
  readonly #handlers = new Map<MessageType, MessageHandler>()

  constructor(components: { remote: MessageTransport; log: Logger }, init: { hello: Hello }) {
    this.nodeId = components.remote.nodeId
    this.#remote = components.remote
    this.#log = components.log
    this.#hello = init.hello
  }

  handle(type: MessageType, handler: MessageHandler): void {
    this.#handlers.set(type, handler)
    this.#remote.handle(type, handler)
  }

  onPeers(listener: PeerListener): () => void {
    const unsubscribe = this.#remote.onPeers(listener)
    // Roles start one after the other: all of them have their handlers before they meet.
    const meeting = setImmediate(() => listener.peerReady(this.nodeId, this.#hello))
    return () => {
      clearImmediate(meeting)
      unsubscribe()
    }
  }

  async request(
    to: NodeId,
    message: OutgoingMessage,
    options: { timeoutMs: number; signal?: AbortSignal }
  ): Promise<IncomingMessage> {
    if (to !== this.nodeId) return this.#remote.request(to, message, options)
    options.signal?.throwIfAborted()
    const answering = (signal: AbortSignal) => raceSignal(this.#dispatch(message), signal)
    const { timeoutMs, signal } = options
    const reply = await withTimeout('TASK_STREAM_RESPONSE_TIMEOUT', timeoutMs, answering, signal)
    if (reply === undefined) throw new AileeError('UNSUPPORTED', `${message.type} is not answered here`)
    return { ...reply, from: this.nodeId, principal: this.nodeId }
  }

  /** Waits for the handler, so that nobody sends faster than is handled. That one fails is no concern of the sender. */
  async send(to: NodeId, message: OutgoingMessage, options?: { signal?: AbortSignal }): Promise<void> {
    if (to !== this.nodeId) return this.#remote.send(to, message, options)
    options?.signal?.throwIfAborted()
    const handled = this.#dispatch(message).catch((error: unknown) => {
      const { type } = message
      if (errorCode(error) === 'INTERNAL') this.#log.error('a message handler failed', { type, error })
      else
        this.#log.debug('a message was refused', {
          type,
          code: errorCode(error),
          reason: errorMessage(error)
        })
    })
    await raceSignal(handled, options?.signal)
  }

  async #dispatch(message: OutgoingMessage): Promise<OutgoingMessage | undefined> {
    const handler = this.#handlers.get(message.type)
    try {
      return await handler?.({ ...message, from: this.nodeId, principal: this.nodeId })
    } catch (error) {
      // As on the wire: what is not coded tells nothing.
      const text = isAileeError(error) ? error.message : 'internal error'
      throw new AileeError(errorCode(error), text, { cause: error })
    }
  }
}

/** Blobs of this very node are read, not fetched. */
export class LoopbackBlobs implements BlobFetcher {
  readonly #nodeId: NodeId
  readonly #remote: BlobFetcher
  readonly #own: BlobSource

  constructor(nodeId: NodeId, remote: BlobFetcher, own: BlobSource) {
    this.#nodeId = nodeId
    this.#remote = remote
    this.#own = own
  }

  async fetch(
    from: NodeId,
    hash: ContentHash,
    options: { maxBytes: number; signal?: AbortSignal }
  ): Promise<Uint8Array> {
    if (from !== this.#nodeId) return this.#remote.fetch(from, hash, options)
    options.signal?.throwIfAborted()
    const blob = await raceSignal(this.#own.get(hash), options.signal)
    if (blob === undefined) throw new AileeError('BLOB_NOT_FOUND', `blob ${hash} is not here`)
    if (blob.length > options.maxBytes)
      throw new AileeError('BLOB_TOO_LARGE', `blob ${hash} has ${blob.length} bytes`)
    if (contentHash(blob) !== hash) throw new AileeError('BLOB_HASH_MISMATCH', `blob ${hash} is another`)
    return blob
  }
}
