import type { Hello, MessageType } from '@ailee/protocol'
import type { Answer, FakePeer } from './fake-peer.js'

/** A message that has passed every check of the stream. */
export interface FakeMessage {
  peer: FakePeer
  /** Whom the peer speaks for, and what it says of itself. */
  principal: string
  hello: Hello
  type: MessageType
  payload: Uint8Array
}

/** What a fake does with messages. Throws, with a code, what the sender is told. */
export interface FakeRole {
  readonly name: 'client' | 'coordinator' | 'worker'
  handles(type: MessageType): boolean
  handle(message: FakeMessage): Promise<Answer | undefined>
  /** A peer has said HELLO. */
  greeted?(peer: FakePeer, hello: Hello): void
  /** The connection of a peer is gone. */
  left?(peer: string): void
  stop?(): void
}
