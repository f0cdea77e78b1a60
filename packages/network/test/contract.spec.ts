import {
  type BlobFixture,
  blobFetcherContract,
  type TransportFixture,
  transportContract
} from '@ailee/conformance/contracts'
import type { ContentHash } from '@ailee/core'
import { test } from 'uvu'
import { createEphemeralIdentity } from '../src/index.js'
import { createNode, join, type TestNode, type TestNodeOptions } from './support/nodes.js'

/** Two networks over TCP, each of which knows the other's HELLO. */
async function pair(farOptions: TestNodeOptions): Promise<[near: TestNode, far: TestNode]> {
  const [near, far] = [await createNode(), await createNode(farOptions)]
  await near.network.start()
  await far.network.start()
  await join(near, far)
  return [near, far]
}

async function stopAll(nodes: readonly TestNode[]): Promise<void> {
  await Promise.all(nodes.map(({ network }) => network.stop()))
}

async function twoTransports(): Promise<TransportFixture> {
  const roles = { worker: false, coordinator: true, client: false }
  const nodes = await pair({ agent: 'far/1', roles })
  const [near, far] = nodes
  return {
    near: near.network.transport,
    far: far.network.transport,
    farHello: { ...roles, agent: 'far/1' },
    stranger: (await createEphemeralIdentity()).nodeId,
    loseFar: () => far.network.stop(),
    dispose: () => stopAll(nodes)
  }
}

async function twoFetchers(): Promise<BlobFixture> {
  const served = new Map<ContentHash, () => Promise<Uint8Array>>()
  const nodes = await pair({ blobSource: { get: async (hash) => served.get(hash)?.() } })
  const [near, far] = nodes
  return {
    fetcher: near.network.blobs,
    from: far.network.nodeId,
    serve: (hash, content) => void served.set(hash, content),
    dispose: () => stopAll(nodes)
  }
}

transportContract({ test: (name, body) => test(`libp2p, ${name}`, body), factory: twoTransports })
blobFetcherContract({ test: (name, body) => test(`libp2p, ${name}`, body), factory: twoFetchers })

test.run()
