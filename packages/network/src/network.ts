import { errorMessage, joinSignals, type Logger, type NodeId, type Service } from '@ailee/core'
import type { BlobFetcher, Hello, MessageTransport } from '@ailee/protocol'
import type { Connection, PeerInfo as Libp2pPeerInfo, PeerId } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import { BlobChannel } from './blob/blob-channel.js'
import { BAN_CLOSE_MS, PING_TIMEOUT_MS } from './constants.js'
import type { Ban } from './defence/ban-store.js'
import { ConnectionLimits } from './defence/connection-limits.js'
import { Defence, type Gauge } from './defence/defence.js'
import { createGater } from './defence/gater.js'
import { Bootstrap } from './discovery/bootstrap.js'
import { Dialler } from './discovery/dialler.js'
import { NetworkError } from './errors.js'
import type { Gossip } from './gossip/gossip.js'
import { GossipChannel } from './gossip/gossip-channel.js'
import { GossipLimits } from './gossip/gossip-limits.js'
import { parsePeerId } from './host/address.js'
import { createHost } from './host/create-host.js'
import { dialAddress, dialPeer } from './host/dial.js'
import type { Host } from './host/host.js'
import { checkListening, type ListenOutcome } from './host/listen.js'
import { isLocalNetwork } from './host/local-network.js'
import { nativeVerifier } from './identity/native-verifier.js'
import { createNetworkMetrics } from './metrics.js'
import type { Abortable, NetworkComponents, NetworkInit, PeerInfo } from './network-init.js'
import { TaskChannel } from './task-channel/task-channel.js'

/** What a HELLO may hold of the agent's name. */
const MAX_AGENT_BYTES = 64

/** A node's place in the network: its libp2p host, and the channels that the roles use. */
export class Network implements Service {
  readonly name = 'network'
  readonly nodeId: NodeId
  readonly transport: MessageTransport
  readonly blobs: BlobFetcher
  readonly gossip: Gossip
  readonly #components: NetworkComponents
  readonly #init: NetworkInit
  readonly #log: Logger
  readonly #defence: Defence
  readonly #connectionLimits: ConnectionLimits
  readonly #tasks: TaskChannel
  readonly #blobs: BlobChannel
  readonly #gossip: GossipChannel
  readonly #dialler: Dialler
  readonly #bootstrap: Bootstrap
  #host: Host | undefined
  #transition: Promise<void> = Promise.resolve()

  constructor(components: NetworkComponents, init: NetworkInit) {
    const { identity, clock } = components
    this.#components = components
    this.#init = { ...init, agent: cutText(init.agent, MAX_AGENT_BYTES) }
    this.#log = components.log.child({ module: 'network' })
    this.nodeId = identity.nodeId
    const metrics = createNetworkMetrics(components.metrics, () => this.#host?.getPeers().length ?? 0)
    const { allowPeers = [], denyPeers = [], allowedOnly = false, rates = {} } = init
    this.#defence = new Defence(
      { clock, log: this.#log, metrics, bans: components.bans },
      { allowPeers, denyPeers, allowedOnly, rates }
    )
    this.#defence.onBan((ban) => this.#disconnect(ban.nodeId))
    this.#connectionLimits = new ConnectionLimits(
      { clock, limited: () => this.#defence.limited('connections') },
      { exemptLocal: isLocalNetwork(init.network) }
    )
    const offended = (peer: NodeId, code: string): void => this.#defence.offended(peer, code)
    const refuses = (peer: NodeId): boolean => this.#defence.refuses(peer)
    const gauge = (peer: NodeId, address?: Multiaddr): Gauge =>
      this.#defence.gauge(peer, address && this.#connectionLimits.prefixOf(address))
    const shared = { ...components, metrics, log: this.#log, offended, refuses, gauge }
    const { network } = init
    const hello: Hello = { ...init.roles, agent: this.#init.agent, delegation: init.delegation }
    this.#tasks = new TaskChannel(shared, { network, hello })
    this.#blobs = new BlobChannel(shared, { network })
    const limits = new GossipLimits({
      clock,
      gauge: (peer, options) => this.#defence.gauge(peer, undefined, options),
      limited: () => this.#defence.limited('gossip')
    })
    this.#gossip = new GossipChannel(
      { ...shared, limits, verifier: nativeVerifier },
      { network, enabled: init.gossip }
    )
    this.transport = this.#tasks
    this.blobs = this.#blobs
    this.gossip = this.#gossip
    const isConnected = (peer: NodeId): boolean => this.#connectionsTo(peer).length > 0
    this.#dialler = new Dialler({
      clock,
      log: this.#log,
      targets: {
        nodeId: this.nodeId,
        isConnected,
        connectionCount: () => this.#host?.getConnections().length ?? 0,
        dial: (peer, addresses, options) => this.connectPeer(peer, addresses, options)
      }
    })
    this.#bootstrap = new Bootstrap(
      { clock, log: this.#log, isConnected, dial: (address, options) => this.connect(address, options) },
      { addresses: init.bootstrap, self: this.nodeId }
    )
    // Coordinators meet others when they are dialled; everybody else looks for them.
    if (!init.roles.coordinator) {
      this.#gossip.onAnnouncement(({ nodeId, multiaddrs }) =>
        this.#dialler.offer(nodeId, multiaddrs, { wanted: true })
      )
    }
  }

  /** Throws NETWORK_ADDRESS_INVALID, NETWORK_PORT_IN_USE or NETWORK_LISTEN_FAILED. */
  start(): Promise<void> {
    return this.#serialise(() => this.#start())
  }

  stop(): Promise<void> {
    return this.#serialise(() => this.#stop())
  }

  /** Where this node can be dialled, each address ending in `/p2p/<node id>`. */
  multiaddrs(): string[] {
    return this.#host?.getMultiaddrs().map(String) ?? []
  }

  /** One entry a connected peer, of its oldest connection. */
  peers(): PeerInfo[] {
    const peers = new Map<NodeId, PeerInfo>()
    for (const connection of this.#host?.getConnections() ?? []) {
      const info = this.#describe(connection)
      const known = peers.get(info.nodeId)
      if (known === undefined || info.connectedAtMs < known.connectedAtMs) peers.set(info.nodeId, info)
    }
    return [...peers.values()]
  }

  /** How fast blobs came from peers of late, in megabits a second; undefined where none of 64 KiB or more did. */
  bandwidthMbps(): number | undefined {
    return this.#blobs.bandwidthMbps()
  }

  /** Peers that are banned now. */
  bans(): Ban[] {
    return this.#defence.bans()
  }

  /** Bans a node that contradicted itself, connected or not. The caller has judged the evidence. */
  banOffender(nodeId: NodeId): void {
    this.#defence.offended(nodeId, 'CONTRADICTION')
  }

  /** Connects to an address and tells who is there. Throws NETWORK_ADDRESS_INVALID or NETWORK_DIAL_FAILED. */
  async connect(multiaddr: string, options: Abortable = {}): Promise<NodeId> {
    const connection = await dialAddress(this.#running(), multiaddr, options)
    return connection.remotePeer.toString()
  }

  /** Connects to a peer by its id; with no addresses, those libp2p remembers or finds. Throws as {@link connect}. */
  async connectPeer(nodeId: NodeId, multiaddrs: readonly string[], options: Abortable = {}): Promise<NodeId> {
    const connection = await dialPeer(this.#running(), nodeId, multiaddrs, options)
    return connection.remotePeer.toString()
  }

  /** Round trip to a peer in milliseconds. Throws NETWORK_PING_FAILED. */
  async ping(nodeId: NodeId, options: Abortable = {}): Promise<number> {
    const host = this.#running()
    const timeout = AbortSignal.timeout(PING_TIMEOUT_MS)
    try {
      const signal = joinSignals(timeout, options.signal) ?? timeout
      return await host.services.ping.ping(parsePeerId(nodeId), { signal })
    } catch (cause) {
      options.signal?.throwIfAborted()
      throw new NetworkError('NETWORK_PING_FAILED', `${nodeId} did not answer: ${errorMessage(cause)}`, {
        cause
      })
    }
  }

  async #start(): Promise<void> {
    if (this.#host !== undefined) return
    await this.#defence.start()
    // 1. Build the host. Nothing is open yet; addresses are checked here.
    const outcome: ListenOutcome = { opened: 0, failures: [] }
    const onSighting = (peer: Libp2pPeerInfo): void => this.#sighted(peer)
    const { identity } = this.#components
    const gater = createGater({
      defence: this.#defence,
      limits: this.#connectionLimits,
      connectionsTo: (peer) => this.#host?.getConnections(peer).length ?? 0
    })
    const { host, pubsub } = await createHost({ identity, outcome, onSighting, gater }, this.#init)
    // 2. Protocols before listening, so that the first peer finds them.
    await this.#tasks.attach(host)
    await this.#blobs.attach(host)
    host.addEventListener('peer:discovery', this.#onDiscovery)
    host.addEventListener('peer:disconnect', this.#onDisconnect)
    this.#host = host
    // 3. Listen: every address, or none.
    try {
      await this.#listen(host, outcome)
      if (pubsub !== undefined) this.#gossip.attach(pubsub)
      // 4. Look for peers, without waiting for them.
      this.#dialler.start()
      this.#bootstrap.start()
    } catch (error) {
      await this.#stop()
      throw error
    }
    this.#log.info('network started', { nodeId: this.nodeId, multiaddrs: this.multiaddrs() })
  }

  async #listen(host: Host, outcome: ListenOutcome): Promise<void> {
    const expected = this.#init.listen.length
    try {
      await host.start()
    } catch (error) {
      checkListening(outcome, expected, error)
      throw error
    }
    checkListening(outcome, expected)
  }

  async #stop(): Promise<void> {
    const host = this.#host
    if (host === undefined) return
    await Promise.all([this.#bootstrap.stop(), this.#dialler.stop()])
    await Promise.all([this.#tasks.detach(), this.#blobs.detach()])
    this.#gossip.detach()
    host.removeEventListener('peer:discovery', this.#onDiscovery)
    host.removeEventListener('peer:disconnect', this.#onDisconnect)
    await host.stop()
    await this.#defence.stop()
    this.#host = undefined
  }

  #serialise(step: () => Promise<void>): Promise<void> {
    const next = this.#transition.then(step)
    this.#transition = next.catch(() => {})
    return next
  }

  #running(): Host {
    if (this.#host === undefined) throw new NetworkError('NETWORK_NOT_STARTED', 'the network is not running')
    return this.#host
  }

  #connectionsTo(nodeId: NodeId): Connection[] {
    return this.#host?.getConnections(parsePeerId(nodeId)) ?? []
  }

  /** Ends a banned peer's connections, after what is on its way to it. */
  #disconnect(nodeId: NodeId): void {
    for (const connection of this.#connectionsTo(nodeId)) {
      connection.close({ signal: AbortSignal.timeout(BAN_CLOSE_MS) }).catch((error: Error) => {
        connection.abort(error)
      })
    }
  }

  #sighted(peer: Libp2pPeerInfo): void {
    this.#dialler.offer(peer.id.toString(), peer.multiaddrs.map(String))
  }

  #describe(connection: Connection): PeerInfo {
    const nodeId = connection.remotePeer.toString()
    const hello = this.#tasks.hello(nodeId)
    const { rtt } = connection
    return {
      nodeId,
      multiaddr: connection.remoteAddr.toString(),
      direction: connection.direction,
      connectedAtMs: connection.timeline.open,
      ...(hello === undefined ? {} : { hello }),
      ...(rtt === undefined ? {} : { latencyMs: rtt })
    }
  }

  readonly #onDiscovery = (event: CustomEvent<Libp2pPeerInfo>): void => this.#sighted(event.detail)

  readonly #onDisconnect = (event: CustomEvent<PeerId>): void => this.#bootstrap.lost(event.detail.toString())
}

/** The longest start of `text` that takes at most `maxBytes` in UTF-8. */
function cutText(text: string, maxBytes: number): string {
  let cut = text
  while (Buffer.byteLength(cut) > maxBytes) cut = cut.slice(0, -1)
  return cut
}
