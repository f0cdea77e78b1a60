import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addressOf, createNode, join, LOOPBACK } from '../support/nodes.js'
import { rejectionCode, until } from '../support/until.js'

/** What keeps a process alive. */
const handles = (): string[] =>
  process.getActiveResourcesInfo().filter((kind) => !/^(TTY|Pipe|FS)/.test(kind))

/** libp2p lets go of some timers a moment after it has stopped; none may stay. */
const released = () => until('everything to be released', () => handles().length === 0, 15_000)

test('a stopped network leaves no socket and no timer, whatever was going on', async () => {
  await released()
  const a = await createNode({ mdns: true, gossip: true })
  const b = await createNode({ gossip: true, bootstrap: ['/ip4/127.0.0.1/tcp/1'] })
  await a.network.start()
  await b.network.start()
  await join(b, a)
  a.network.transport.handle('GET_TASK', () => new Promise(() => {}))
  const message = { type: 'GET_TASK', payload: new Uint8Array() } as const
  const request = b.network.transport.request(a.network.nodeId, message, { timeoutMs: 3_600_000 })
  const code = rejectionCode(request)
  await Promise.all([b.network.stop(), a.network.stop()])
  assert.is(await code, 'TASK_STREAM_CLOSED')
  await released()
})

test('a start that fails leaves nothing either', async () => {
  const a = await createNode()
  await a.network.start()
  const taken = addressOf(a).replace(/\/p2p\/.*/, '')
  const b = await createNode({ listen: [LOOPBACK, taken], mdns: true, gossip: true })
  assert.is(await rejectionCode(b.network.start()), 'NETWORK_PORT_IN_USE')
  await a.network.stop()
  await released()
})

test.run()
