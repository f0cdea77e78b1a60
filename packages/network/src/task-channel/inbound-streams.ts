import type { Clock, Logger, NodeId } from '@ailee/core'
import { type Envelope, type Hello, type MessageType, principalOf, type Verifier } from '@ailee/protocol'
import type { Stream } from '@libp2p/interface'
import { MAX_UNEXPECTED_REPLIES } from '../constants.js'
import { NetworkError } from '../errors.js'
import type { NetworkMetrics } from '../metrics.js'
import type { Dispatcher, Sender } from './dispatcher.js'
import { InboundStream } from './inbound-stream.js'
import { SignatureCheck } from './signature-check.js'

export interface InboundStreamsComponents {
  clock: Clock
  log: Logger
  metrics: NetworkMetrics
  verifier: Verifier
  dispatcher: Dispatcher
  /** A peer said HELLO, and speaks for whom it says. */
  greeted(peer: NodeId, hello: Hello): void
  /** A peer did something of this code. */
  offended(peer: NodeId, code: string): void
  /** True for a peer that is not to be here. */
  refuses(peer: NodeId): boolean
  /** The last stream of a peer has ended: replies that were under way on it are lost. */
  silenced(peer: NodeId): void
}

/** The task streams that peers opened to this node. */
export class InboundStreams {
  readonly #components: InboundStreamsComponents
  readonly #network: string
  readonly #signatures: SignatureCheck
  readonly #streams = new Set<InboundStream>()

  constructor(components: InboundStreamsComponents, init: { network: string }) {
    this.#components = components
    this.#network = init.network
    this.#signatures = new SignatureCheck(components, init)
  }

  accept(raw: Stream, peer: NodeId): void {
    const { greeted, silenced, offended, refuses } = this.#components
    const sender: Sender = { peer, principal: peer }
    let unexpected = 0
    const stream: InboundStream = new InboundStream(
      {
        ...this.#components,
        stream: raw,
        events: {
          hello: (from, hello) => {
            const { verifier, clock } = this.#components
            sender.principal = principalOf(verifier, this.#network, from, hello.delegation, clock.now())
            return () => greeted(from, hello)
          },
          check: (from, envelope, type) => this.#signatures.check(from, envelope, type),
          message: (_, envelope, type, release) => {
            const expected = this.#deliver(sender, envelope, type, release)
            // Replies of other types cost credit, which bounds them.
            if (type !== 'STATUS') return
            unexpected = expected ? 0 : unexpected + 1
            if (unexpected <= MAX_UNEXPECTED_REPLIES) return
            stream.refuse(
              new NetworkError('TASK_STREAM_UNEXPECTED', 'too many replies that nobody waits for')
            )
          },
          offended,
          closed: (ended) => {
            this.#streams.delete(ended)
            if (ended.isGreeted && !this.#hasGreeted(peer)) silenced(peer)
          }
        }
      },
      { peer, network: this.#network }
    )
    if (stream.isClosed) return
    this.#streams.add(stream)
    // The connection of a banned peer takes a moment to close.
    if (refuses(peer)) stream.refuse(new NetworkError('PEER_BANNED', 'banned here for a while'))
  }

  closeAll(reason: Error): void {
    for (const stream of [...this.#streams]) stream.close(reason)
  }

  /** False for a reply that nobody waits for. */
  #deliver(sender: Sender, envelope: Envelope, type: MessageType | undefined, release: () => void): boolean {
    const { dispatcher } = this.#components
    if (!envelope.reply) {
      dispatcher.dispatch(sender, envelope, type, release)
      return true
    }
    try {
      return dispatcher.settle(sender.peer, envelope, type)
    } finally {
      release()
    }
  }

  #hasGreeted(peer: NodeId): boolean {
    for (const stream of this.#streams) if (stream.peer === peer && stream.isGreeted) return true
    return false
  }
}
