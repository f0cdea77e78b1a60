import { type AileeError, type Clock, type Logger, type NodeId, type Random, raceSignal } from '@ailee/core'
import {
  encodeHello,
  type Hello,
  type IncomingMessage,
  type MessageHandler,
  type MessageTransport,
  type MessageType,
  type OutgoingMessage,
  type PeerListener,
  TASK_PROTOCOL
} from '@ailee/protocol'
import type { IdentifyResult, PeerId } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import { MAX_TASK_STREAMS, MAX_UNTOLD_TASK_STREAMS, STOP_GRACE_MS } from '../constants.js'
import type { Gauge } from '../defence/defence.js'
import { NetworkError } from '../errors.js'
import { parsePeerId } from '../host/address.js'
import type { Host } from '../host/host.js'
import type { Identity } from '../identity/identity.js'
import { nativeVerifier } from '../identity/native-verifier.js'
import type { NetworkMetrics } from '../metrics.js'
import { channelFrame } from './channel-message.js'
import { Dispatcher } from './dispatcher.js'
import { InboundStreams } from './inbound-streams.js'
import { openStream } from './open-stream.js'
import { PeerLinks } from './peer-links.js'
import { PeerRoster } from './peer-roster.js'
import { PendingRequests } from './pending-requests.js'
import { Sealer } from './sealer.js'

/** Replies may fill twice the queue that requests may, so that requests cannot crowd them out. */
const REPLY_SHARE = 2

export interface TaskChannelComponents {
  identity: Identity
  clock: Clock
  random: Random
  log: Logger
  metrics: NetworkMetrics
  /** A peer did something of this code. */
  offended(peer: NodeId, code: string): void
  /** True for a peer that is not to be here. */
  refuses(peer: NodeId): boolean
  /** What a peer at an address may send. */
  gauge(peer: NodeId, address: Multiaddr): Gauge
}

/** The message transport over libp2p: one long-lived stream a peer and direction, framed, coalesced, with credits. */
export class TaskChannel implements MessageTransport {
  readonly nodeId: NodeId
  readonly #sealer: Sealer
  readonly #pending: PendingRequests
  readonly #dispatcher: Dispatcher
  readonly #roster: PeerRoster
  readonly #inbound: InboundStreams
  readonly #links: PeerLinks
  #host: Host | undefined

  constructor(components: TaskChannelComponents, init: { network: string; hello: Hello }) {
    const { clock, log, metrics, random, identity, offended, refuses, gauge } = components
    const { network } = init
    this.nodeId = identity.nodeId
    this.#sealer = new Sealer({ clock, random, signer: identity.signer }, { network })
    this.#pending = new PendingRequests({ clock })
    this.#roster = new PeerRoster({ log })
    const reply = (peer: NodeId, requestId: number, message: OutgoingMessage): Promise<void> =>
      this.#post(peer, message, { requestId, reply: true }, () => false)
    const dispatcher = new Dispatcher({ log, metrics, pending: this.#pending, reply, offended })
    this.#dispatcher = dispatcher
    this.#inbound = new InboundStreams(
      {
        clock,
        log,
        metrics,
        verifier: nativeVerifier,
        dispatcher,
        offended,
        refuses,
        gauge,
        greeted: (peer, hello) => this.#greeted(peer, hello),
        silenced: (peer) => this.#silenced(peer)
      },
      { network }
    )
    this.#links = new PeerLinks(
      {
        clock,
        log,
        metrics,
        open: (peer, signal) =>
          openStream(this.#running(), peer, TASK_PROTOCOL, { code: 'TASK_STREAM_PEER_UNREACHABLE', signal }),
        isConnected: (peer) => this.#isConnected(peer),
        events: {
          offended,
          ready: (peer) => this.#roster.reachable(peer),
          refused: (peer, requestId, error) => void this.#pending.refuse(requestId, peer, error),
          lost: (peer, error) => {
            this.#roster.unreachable(peer)
            this.#pending.failAll(error, peer)
          }
        }
      },
      { network, hello: channelFrame(network, 'HELLO', encodeHello(init.hello)) }
    )
  }

  /** Registers the protocol; to be called before the host starts, so that identify names it. */
  async attach(host: Host): Promise<void> {
    this.#host = host
    await host.handle(
      TASK_PROTOCOL,
      (stream, connection) =>
        this.#inbound.accept(stream, connection.remotePeer.toString(), connection.remoteAddr),
      { maxInboundStreams: MAX_UNTOLD_TASK_STREAMS, maxOutboundStreams: MAX_TASK_STREAMS }
    )
    host.addEventListener('peer:identify', this.#onIdentify)
    host.addEventListener('peer:disconnect', this.#onDisconnect)
  }

  /** Ends every stream and request, and waits a moment for handlers that run. To be called while the host still runs. */
  async detach(): Promise<void> {
    const host = this.#host
    if (host === undefined) return
    this.#host = undefined
    host.removeEventListener('peer:identify', this.#onIdentify)
    host.removeEventListener('peer:disconnect', this.#onDisconnect)
    await host.unhandle(TASK_PROTOCOL)
    const error = new NetworkError('TASK_STREAM_CLOSED', 'the network is stopping')
    this.#pending.failAll(error)
    this.#links.dropAll(error)
    this.#inbound.closeAll(error)
    this.#roster.allGone()
    await raceSignal(this.#dispatcher.idle(), AbortSignal.timeout(STOP_GRACE_MS)).catch(() => {})
  }

  hello(peer: NodeId): Hello | undefined {
    return this.#roster.hello(peer)
  }

  async request(
    to: NodeId,
    message: OutgoingMessage,
    options: { timeoutMs: number; signal?: AbortSignal }
  ): Promise<IncomingMessage> {
    options.signal?.throwIfAborted()
    this.#running()
    const request = this.#pending.open(to, options)
    this.#post(to, message, { requestId: request.requestId, reply: false }, () => !request.isOpen()).catch(
      request.fail
    )
    return request.reply
  }

  async send(to: NodeId, message: OutgoingMessage, options: { signal?: AbortSignal } = {}): Promise<void> {
    const { signal } = options
    signal?.throwIfAborted()
    this.#running()
    const sent = this.#post(to, message, { requestId: 0, reply: false }, () => signal?.aborted ?? false)
    await raceSignal(sent, signal)
  }

  handle(type: MessageType, handler: MessageHandler): void {
    this.#dispatcher.handle(type, handler)
  }

  onPeers(listener: PeerListener): () => void {
    return this.#roster.listen(listener)
  }

  /** Resolves once the message is handed to the stream. An unsigned message takes its place in the queue at once. */
  async #post(
    peer: NodeId,
    message: OutgoingMessage,
    about: { requestId: number; reply: boolean },
    isCancelled: () => boolean
  ): Promise<void> {
    const signing = this.#sealer.sign(message)
    const signature = signing === undefined ? undefined : await signing
    if (isCancelled()) return
    // Signing took a turn, in which the network may have been stopped.
    this.#running()
    const sealed = this.#sealer.seal(message, about, signature)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const delivery = { type: message.type, ...sealed, isCancelled, sent: resolve, failed: reject }
    this.#links.to(peer).post(delivery, about.reply ? REPLY_SHARE : 1)
    await promise
  }

  #running(): Host {
    if (this.#host === undefined) throw new NetworkError('NETWORK_NOT_STARTED', 'the network is not running')
    return this.#host
  }

  #isConnected(peer: NodeId): boolean {
    return this.#host !== undefined && this.#host.getConnections(parsePeerId(peer)).length > 0
  }

  /** The peer speaks the protocol, whatever identify said or has yet to say: answer its HELLO with ours. */
  #greeted(peer: NodeId, hello: Hello): void {
    this.#roster.greeted(peer, hello)
    if (this.#host !== undefined) this.#links.keepOpen(peer)
  }

  #silenced(peer: NodeId): void {
    this.#pending.failAll(
      new NetworkError('TASK_STREAM_CLOSED', 'the peer closed the stream it answers on'),
      peer
    )
  }

  readonly #onIdentify = (event: CustomEvent<IdentifyResult>): void => {
    const { peerId, protocols } = event.detail
    if (protocols.includes(TASK_PROTOCOL)) this.#links.keepOpen(peerId.toString())
  }

  readonly #onDisconnect = (event: CustomEvent<PeerId>): void => {
    const peer = event.detail.toString()
    const error: AileeError = new NetworkError('TASK_STREAM_CLOSED', 'the connection to the peer closed')
    this.#links.drop(peer, error)
    this.#pending.failAll(error, peer)
    this.#roster.gone(peer)
  }
}
