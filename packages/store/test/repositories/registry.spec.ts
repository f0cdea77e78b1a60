import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  MemoryStore,
  type NodeRecord,
  NodeRepository,
  type ReputationRecord,
  ReputationRepository
} from '../../src/index.js'
import { collect, rejects } from '../support/assertions.js'

async function openStore(): Promise<MemoryStore> {
  const store = new MemoryStore()
  await store.start()
  return store
}

const node: NodeRecord = {
  nodeId: '12D3KooWA',
  worker: true,
  coordinator: false,
  agent: 'ailee-node/0.1.0',
  multiaddrs: ['/ip4/127.0.0.1/tcp/4001', '/ip4/127.0.0.1/tcp/4002/ws'],
  firstSeenMs: 1_700_000_000_000,
  lastSeenMs: 1_700_000_000_001
}

const reputation: ReputationRecord = {
  nodeId: '12D3KooWA',
  score: 0.5123456789,
  tasks: 10,
  successes: 7,
  failures: 2,
  disputes: 1,
  byzantineActs: 0,
  slashedAmount: 2n ** 60n,
  streak: 3,
  bannedAtMs: 0,
  changes: 11,
  fault: 'result:1',
  slashedFor: 'evidence:1',
  updatedAtMs: 1_700_000_000_000
}

test('nodes are saved, found and listed', async () => {
  const store = await openStore()
  const nodes = new NodeRepository({ store })
  assert.is(await nodes.get(node.nodeId), undefined)
  await nodes.save(node)
  const later = { ...node, lastSeenMs: node.lastSeenMs + 1, multiaddrs: [] }
  await nodes.save(later)
  await nodes.save({ ...node, nodeId: '12D3KooWB' })
  assert.equal((await nodes.get(node.nodeId))?.record, later)
  assert.equal(
    (await collect(nodes.list({ after: node.nodeId }))).map(({ record }) => record.nodeId),
    ['12D3KooWB']
  )
  await rejects(nodes.save({ ...node, nodeId: 'a/b' }), 'STORE_KEY_INVALID')
  await store.commit({ operations: [{ put: 'nodes/12D3KooWB', value: new Uint8Array([1]) }] })
  await rejects(nodes.get('12D3KooWB'), 'STORE_CORRUPTED')
})

test('reputations of several nodes are saved in one commit', async () => {
  const store = await openStore()
  const reputations = new ReputationRepository({ store })
  await reputations.save([])
  await reputations.save([reputation, { ...reputation, nodeId: '12D3KooWB', score: 1 }])
  assert.is(await store.currentRevision(), 1n)
  assert.equal((await reputations.get(reputation.nodeId))?.record, reputation)
  assert.equal(
    (await collect(reputations.list())).map(({ record }) => record.score),
    [0.5123456789, 1]
  )
  for (const score of [-0.1, 1.1, Number.NaN]) {
    await rejects(reputations.save([{ ...reputation, score }]), 'STORE_RECORD_INVALID')
  }
})

test.run()
