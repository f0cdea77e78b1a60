import type { NodeId } from '@ailee/core'
import type { Hello } from './codec/channel.js'
import type { MessageType } from './message-type.js'
import type { Signature } from './signature/statement.js'

/** A message to be sent: its type and encoded payload. Types that must be signed are signed by the transport. */
export interface OutgoingMessage {
  type: MessageType
  payload: Uint8Array
  /** Its sender's own, by the node's key. Where it is not there, the transport makes it for types that need one. */
  signature?: Signature
}

/** A message that arrived. Its signature, where the type needs one, has been verified to be `from`'s. */
export interface IncomingMessage extends OutgoingMessage {
  from: NodeId
  /** Whom the sender speaks for: itself, or the identity that delegated to it. */
  principal: NodeId
}

/** Answers a request, or returns undefined for one-way messages. A thrown coded error becomes a STATUS reply. */
export type MessageHandler = (message: IncomingMessage) => Promise<OutgoingMessage | undefined>

/** Learns which peers speak the task protocol. */
export interface PeerListener {
  /** A peer said HELLO; called again if it does so on a new connection. */
  peerReady(peer: NodeId, hello: Hello): void
  /** The last connection to the peer has closed. */
  peerGone(peer: NodeId): void
}

/** What roles send and receive through: libp2p in a node, memory in a simulation. */
export interface MessageTransport {
  readonly nodeId: NodeId
  /** Sends and waits for the reply. Rejects with the code of a STATUS reply, or a TASK_STREAM_* code. */
  request(
    to: NodeId,
    message: OutgoingMessage,
    options: { timeoutMs: number; signal?: AbortSignal }
  ): Promise<IncomingMessage>
  /** Resolves once the message is handed to the stream (credit permitting). */
  send(to: NodeId, message: OutgoingMessage, options?: { signal?: AbortSignal }): Promise<void>
  /** One handler a type; a second one replaces the first. */
  handle(type: MessageType, handler: MessageHandler): void
  /** Returns a function that ends the subscription. Peers already known are reported at once. */
  onPeers(listener: PeerListener): () => void
}
