import type { Clock, Logger, NodeId } from '@ailee/core'
import { type Envelope, type Hello, type MessageType, principalOf, type Verifier } from '@ailee/protocol'
import type { Stream } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import { MAX_TASK_STREAMS_PER_PEER, MAX_UNEXPECTED_REPLIES } from '../constants.js'
import type { Gauge } from '../defence/defence.js'
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
  /** What a peer at an address may send. */
  gauge(peer: NodeId, address: Multiaddr): Gauge
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

  accept(raw: Stream, peer: NodeId, address: Multiaddr): void {
    const { greeted, silenced, offended } = this.#components
    const gauge = this.#components.gauge(peer, address)
    const sender: Sender = { peer, principal: peer }
    let unexpected = 0
    const stream: InboundStream = new InboundStream(
      {
        ...this.#components,
        stream: raw,
        events: {
          hello: (from, hello) => {
            // Not before: an opener that is told too early does not listen yet.
            const refusal = this.#refusal(from, gauge)
            if (refusal !== undefined) throw refusal
            const { verifier, clock } = this.#components
            sender.principal = principalOf(verifier, this.#network, from, hello.delegation, clock.now())
            return () => greeted(from, hello)
          },
          limit: (envelope, type, bytes) => excessOf(gauge, envelope, type, bytes),
          check: (from, envelope, type) => this.#signatures.check(from, envelope, type),
          message: (_, envelope, type, release) => {
            const expected = this.#deliver(sender, envelope, type, release)
            // What was asked for is not limited, what was not is.
            if (!expected) gauge('messages')
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
    if (!stream.isClosed) this.#streams.add(stream)
  }

  /** Why a stream is not taken from this peer, whatever comes on it. */
  #refusal(peer: NodeId, gauge: Gauge): NetworkError | undefined {
    if (this.#components.refuses(peer)) return new NetworkError('PEER_BANNED', 'banned here for a while')
    let open = 0
    for (const stream of this.#streams) if (stream.peer === peer) open += 1
    if (open <= MAX_TASK_STREAMS_PER_PEER && gauge('streams') === undefined) return undefined
    return new NetworkError('TASK_STREAM_TOO_MANY', 'too many task streams, or opened too fast')
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

/** Takes note of a message before it is worked on. Replies are bounded by what this node asks. */
function excessOf(
  gauge: Gauge,
  envelope: Envelope,
  type: MessageType | undefined,
  bytes: number
): NetworkError | undefined {
  if (envelope.reply) return undefined
  const special = type === 'SUBMIT_TASK' ? 'submits' : type === 'TASK_OFFER' ? 'offers' : undefined
  return gauge('messages') ?? gauge('bytes', bytes) ?? (special === undefined ? undefined : gauge(special))
}
