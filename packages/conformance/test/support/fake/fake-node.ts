import { systemRandom } from '@ailee/core'
import {
  BatchSigner,
  BLOB_PROTOCOL,
  encodeHello,
  OFFERS_TOPIC,
  portableSigner,
  TASK_PROTOCOL
} from '@ailee/protocol'
import { generateKeyPair } from '@libp2p/crypto/keys'
import type { Connection, Libp2p, Stream } from '@libp2p/interface'
import { createRawHost } from '../../../src/raw/raw-host.js'
import { FakeBlobs } from './fake-blobs.js'
import { FakeCoordinator } from './fake-coordinator.js'
import { FakeDefence } from './fake-defence.js'
import { FakeGossip } from './fake-gossip.js'
import { FakePeer } from './fake-peer.js'
import type { FakeRole } from './fake-role.js'
import { FakeSignatures } from './fake-signatures.js'
import { FakeStream } from './fake-stream.js'
import { FakeWorker } from './fake-worker.js'
import type { Broken } from './rules.js'

export interface FakeNodeInit {
  network: string
  role?: 'client' | 'coordinator' | 'worker'
  broken?: Broken
  /** Key of the private network that it is on, in libp2p's form; none for an open one. */
  networkKey?: Uint8Array
  /** The coordinator takes tasks of nobody. */
  closed?: boolean
  /** It takes in few connections in a time, whoever dials. */
  crowded?: boolean
}

/**
 * A node that keeps the rules of the specification, written for the tests of the probe alone: but for those it is
 * told to break. It shares the codecs and signatures of `protocol` with everybody, and no more.
 */
export class FakeNode {
  readonly #host: Libp2p
  readonly #role: FakeRole
  readonly #gossip: FakeGossip

  private constructor(components: { host: Libp2p; role: FakeRole; gossip: FakeGossip }) {
    this.#host = components.host
    this.#role = components.role
    this.#gossip = components.gossip
  }

  static async start(init: FakeNodeInit): Promise<FakeNode> {
    const { network, broken = {}, role: name = 'client', networkKey, closed = false, crowded = false } = init
    const privateKey = await generateKeyPair('Ed25519')
    const defence = new FakeDefence(
      {
        connectionsTo: (peer) => connectionsOf(host, peer),
        banned: (peer) => {
          if (broken.gossipsBans) void gossip.publish(OFFERS_TOPIC, new TextEncoder().encode(peer))
        }
      },
      broken
    )
    const host: Libp2p = await createRawHost({
      privateKey,
      networkKey,
      listen: ['/ip4/127.0.0.1/tcp/0'],
      connectionGater: {
        denyInboundConnection: crowded ? fewAtATime() : () => false,
        denyInboundEncryptedConnection: (peer) => defence.denies(peer.toString())
      }
    })
    const gossip = new FakeGossip(
      { host, privateKey, offended: (peer, code) => defence.offended(peer, code) },
      { network, broken, measures: name === 'worker' }
    )
    const signer = new BatchSigner({
      signer: portableSigner(privateKey.raw.subarray(0, 32)),
      random: systemRandom
    })
    const blobs = new FakeBlobs(network, broken)
    const nodeId = host.peerId.toString()
    const parts = { blobs, signer }
    const role: FakeRole =
      name === 'coordinator'
        ? new FakeCoordinator(parts, { network, nodeId, broken, closed })
        : name === 'worker'
          ? new FakeWorker(parts, { network, nodeId, broken })
          : { name: 'client', handles: () => false, handle: async () => undefined }
    const hello = encodeHello({
      worker: name === 'worker',
      coordinator: name === 'coordinator',
      client: name === 'client',
      agent: 'fake/1'
    })
    const peers = new Map<Connection, FakePeer>()
    const signatures = new FakeSignatures(network, broken)
    const peerOf = (connection: Connection): FakePeer => {
      const known = peers.get(connection)
      if (known !== undefined) return known
      const peer = new FakePeer({ connection, signer }, { network, hello })
      peers.set(connection, peer)
      connection.addEventListener('close', () => {
        peers.delete(connection)
        role.left?.(peer.id)
      })
      return peer
    }
    const take = (stream: Stream, connection: Connection): void => {
      const peer = peerOf(connection)
      new FakeStream({ stream, peer, signatures, defence, role }, { network, broken })
    }
    await host.handle(TASK_PROTOCOL, take, { maxInboundStreams: 100, maxOutboundStreams: 100 })
    if (broken.resemblesProtocols) await host.handle(`${TASK_PROTOCOL}.1`, take)
    await host.handle(BLOB_PROTOCOL, blobs.serve)
    await gossip.start()
    return new FakeNode({ host, role, gossip })
  }

  get address(): string {
    const [address] = this.#host.getMultiaddrs()
    if (address === undefined) throw new Error('the fake node does not listen')
    return address.toString()
  }

  async stop(): Promise<void> {
    this.#gossip.stop()
    this.#role.stop?.()
    await this.#host.stop()
  }
}

function connectionsOf(host: Libp2p, peer: string): Connection[] {
  return host.getConnections().filter(({ remotePeer }) => remotePeer.toString() === peer)
}

const FEW_CONNECTIONS = 2
const FEW_MS = 400

/** Says whether a connection is one too many, as a node with a bound on its address does. */
function fewAtATime(): () => boolean {
  let taken: number[] = []
  return () => {
    const nowMs = performance.now()
    taken = taken.filter((atMs) => nowMs - atMs < FEW_MS)
    if (taken.length >= FEW_CONNECTIONS) return true
    taken.push(nowMs)
    return false
  }
}
