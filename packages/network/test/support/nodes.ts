import { type Clock, type NodeId, silentLogger, systemClock, systemRandom } from '@ailee/core'
import type { BlobSource, Hello, PeerListener } from '@ailee/protocol'
import {
  type BanStore,
  createEphemeralIdentity,
  type Identity,
  Network,
  type NetworkInit
} from '../../src/index.js'
import { CountingMetrics } from './counting-metrics.js'
import { until } from './until.js'

export const LOOPBACK = '/ip4/127.0.0.1/tcp/0'

/** A network under test with everything a test looks at. */
export interface TestNode {
  network: Network
  identity: Identity
  metrics: CountingMetrics
  ready: Map<NodeId, Hello>
  gone: NodeId[]
}

export interface TestNodeOptions extends Partial<NetworkInit> {
  identity?: Identity
  blobSource?: BlobSource
  clock?: Clock
  bans?: BanStore
}

const noBlobs: BlobSource = { get: async () => undefined }

/** Runs a test with a way to make nodes, all of which are stopped at its end. */
export function withNodes(work: (make: (options?: TestNodeOptions) => Promise<TestNode>) => Promise<void>) {
  return async (): Promise<void> => {
    const nodes: Network[] = []
    try {
      await work(async (options) => {
        const node = await createNode(options)
        nodes.push(node.network)
        await node.network.start()
        return node
      })
    } finally {
      await Promise.all(nodes.map((network) => network.stop()))
    }
  }
}

/** A node that is not started. */
export async function createNode(options: TestNodeOptions = {}): Promise<TestNode> {
  const { identity = await createEphemeralIdentity(), blobSource, clock, bans, ...init } = options
  const metrics = new CountingMetrics()
  const network = new Network(
    {
      identity,
      clock: clock ?? systemClock,
      random: systemRandom,
      log: silentLogger,
      metrics,
      blobs: blobSource ?? noBlobs,
      ...(bans === undefined ? {} : { bans })
    },
    {
      network: 'local-test',
      roles: { worker: true, coordinator: false, client: false },
      agent: 'test/1.0',
      listen: [LOOPBACK],
      bootstrap: [],
      mdns: false,
      dht: true,
      gossip: false,
      ...init
    }
  )
  const ready = new Map<NodeId, Hello>()
  const gone: NodeId[] = []
  const listener: PeerListener = {
    peerReady: (peer, hello) => void ready.set(peer, hello),
    peerGone: (peer) => {
      ready.delete(peer)
      gone.push(peer)
    }
  }
  network.transport.onPeers(listener)
  return { network, identity, metrics, ready, gone }
}

export function addressOf(node: TestNode): string {
  const [address] = node.network.multiaddrs()
  if (address === undefined) throw new Error('the node does not listen')
  return address
}

/** Connects two nodes and waits until each knows the other's HELLO. */
export async function join(from: TestNode, to: TestNode): Promise<void> {
  await from.network.connect(addressOf(to))
  await until(
    'both peers ready',
    () => from.ready.has(to.network.nodeId) && to.ready.has(from.network.nodeId)
  )
}
