import { AileeError, type ContentHash, errorCode, errorMessage, type NodeId } from '@ailee/core'
import type {
  BlobFetcher,
  BlobSource,
  Hello,
  IncomingMessage,
  MessageHandler,
  MessageTransport,
  MessageType,
  OutgoingMessage,
  PeerListener
} from '@ailee/protocol'

/**
 * Lets the roles of one node talk to each other as they talk to anybody: libp2p does not dial itself, so messages
 * to this node's own id are handed to its own handlers. Signatures on messages are left out on this way; receipts
 * and verdicts carry theirs as always.
 */
export class LoopbackTransport implements MessageTransport {
  readonly nodeId: NodeId
  readonly #remote: MessageTransport
  readonly #hello: Hello
  readonly #handlers = new Map<MessageType, MessageHandler>()

  constructor(remote: MessageTransport, hello: Hello) {
    this.nodeId = remote.nodeId
    this.#remote = remote
    this.#hello = hello
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
    const reply = await this.#dispatch(message)
    if (reply === undefined) throw new AileeError('UNSUPPORTED', `${message.type} is not answered here`)
    return { ...reply, from: this.nodeId, principal: this.nodeId }
  }

  async send(to: NodeId, message: OutgoingMessage, options?: { signal?: AbortSignal }): Promise<void> {
    if (to !== this.nodeId) return this.#remote.send(to, message, options)
    await this.#dispatch(message)
  }

  async #dispatch(message: OutgoingMessage): Promise<OutgoingMessage | undefined> {
    const handler = this.#handlers.get(message.type)
    try {
      return await handler?.({ ...message, from: this.nodeId, principal: this.nodeId })
    } catch (error) {
      throw new AileeError(errorCode(error), errorMessage(error), { cause: error })
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
    const blob = await this.#own.get(hash)
    if (blob === undefined) throw new AileeError('BLOB_NOT_FOUND', `blob ${hash} is not here`)
    return blob
  }
}
