import { createServer } from 'node:net'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEphemeralIdentity } from '../../src/index.js'
import { addressOf, withNodes } from '../support/nodes.js'
import { until } from '../support/until.js'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

for (const named of [true, false]) {
  test(
    `a bootstrap peer that starts later is connected, and again after it was lost (${named ? 'with' : 'without'} its id)`,
    withNodes(async (make) => {
      const identity = await createEphemeralIdentity()
      const listen = `/ip4/127.0.0.1/tcp/${await freePort()}`
      const started = performance.now()
      const node = await make({
        bootstrap: [named ? `${listen}/p2p/${identity.nodeId}` : listen],
        dht: false
      })
      assert.ok(performance.now() - started < 2000, 'start does not wait for the bootstrap peer')
      const first = await make({ identity, listen: [listen] })
      await until('the first connection', () => node.ready.has(first.network.nodeId), 20_000)
      await first.network.stop()
      await until('the loss', () => node.network.peers().length === 0)
      const second = await make({ identity, listen: [listen] })
      await until('the second connection', () => second.ready.has(node.network.nodeId), 20_000)
    })
  )
}

test(
  'three nodes that know one peer find each other through the DHT',
  withNodes(async (make) => {
    const hub = await make()
    const bootstrap = [addressOf(hub)]
    const nodes = [await make({ bootstrap }), await make({ bootstrap }), await make({ bootstrap })]
    await until('everybody to know everybody', () => nodes.every((node) => node.ready.size === 3), 30_000)
  })
)

test(
  'twelve nodes that start at once from one address all reach their bootstrap peer',
  withNodes(async (make) => {
    const hub = await make({ dht: false })
    const bootstrap = [addressOf(hub)]
    await Promise.all(Array.from({ length: 12 }, () => make({ bootstrap, dht: false })))
    await until('all to be ready', () => hub.ready.size === 12, 20_000)
  })
)

test(
  'two nodes that dial each other at the same moment are ready once each way and can talk',
  withNodes(async (make) => {
    const [a, b] = [await make(), await make()]
    await Promise.all([a.network.connect(addressOf(b)), b.network.connect(addressOf(a))])
    await until('both ready', () => a.ready.size === 1 && b.ready.size === 1)
    for (const node of [a, b]) {
      node.network.transport.handle('GET_TASK', async ({ payload }) => ({ type: 'TASK_STATUS', payload }))
    }
    const ask = (from: typeof a, to: typeof a) =>
      from.network.transport.request(
        to.network.nodeId,
        { type: 'GET_TASK', payload: new Uint8Array() },
        { timeoutMs: 5000 }
      )
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, index) => (index % 2 ? ask(a, b) : ask(b, a)))
    )
    assert.is(replies.length, 200)
    assert.is(a.network.peers().length, 1)
  })
)

test(
  'a node in its own bootstrap list is passed over',
  withNodes(async (make) => {
    const identity = await createEphemeralIdentity()
    const node = await make({ identity, bootstrap: [`/ip4/127.0.0.1/tcp/4001/p2p/${identity.nodeId}`] })
    assert.is(node.network.peers().length, 0)
  })
)

test.run()
