import { isAileeError } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addressOf, createNode, LOOPBACK, withNodes } from '../support/nodes.js'
import { rejectionCode } from '../support/until.js'

test(
  'a port in use is NETWORK_PORT_IN_USE and names the address, even beside one that works',
  withNodes(async (make) => {
    const a = await make()
    const taken = addressOf(a).replace(/\/p2p\/.*/, '')
    for (const listen of [[taken], [LOOPBACK, taken], ['/ip6/::1/tcp/0', taken]]) {
      const b = await createNode({ listen })
      const error = await b.network.start().catch((thrown: unknown) => thrown)
      assert.ok(isAileeError(error, 'NETWORK_PORT_IN_USE') || listen[0]?.startsWith('/ip6'), String(error))
      assert.ok(isAileeError(error))
      assert.match(String(error), listen[0]?.startsWith('/ip6') ? /tcp/ : taken)
      assert.equal(b.network.multiaddrs(), [])
      await b.network.stop()
    }
  })
)

test('addresses that cannot be listened on are NETWORK_ADDRESS_INVALID', async () => {
  for (const address of [
    '',
    '/',
    'nonsense',
    '/ip4/127.0.0.1',
    '/ip4/127.0.0.1/udp/0',
    '/ip4/999.1.1.1/tcp/0'
  ]) {
    const node = await createNode({ listen: [address] })
    assert.is(await rejectionCode(node.network.start()), 'NETWORK_ADDRESS_INVALID', address)
  }
})

test(
  'dialling: wrong addresses, nobody there, somebody else there, an abort',
  withNodes(async (make) => {
    const a = await make()
    const b = await make()
    const code = (address: string) => rejectionCode(b.network.connect(address))
    assert.is(await code('nonsense'), 'NETWORK_ADDRESS_INVALID')
    assert.is(await code(''), 'NETWORK_ADDRESS_INVALID')
    assert.is(await code('/ip4/127.0.0.1/tcp/1'), 'NETWORK_DIAL_FAILED')
    const stranger = '12D3KooWGzBXdWjz3cW4rzrdoDYvrWt4yfFzYQFsSGkRZuFTDzUZ'
    assert.is(await code(addressOf(a).replace(/p2p\/.*/, `p2p/${stranger}`)), 'NETWORK_DIAL_FAILED')
    assert.is(await rejectionCode(b.network.connectPeer(stranger, [addressOf(a)])), 'NETWORK_ADDRESS_INVALID')
    const bare = addressOf(a).replace(/\/p2p\/.*/, '')
    assert.is(await b.network.connectPeer(a.network.nodeId, [bare]), a.network.nodeId)
    assert.is(await rejectionCode(b.network.ping(stranger)), 'NETWORK_PING_FAILED')
    const signal = AbortSignal.abort(new Error('enough'))
    assert.is(
      await rejectionCode(b.network.connect('/ip4/192.0.2.1/tcp/1', { signal })),
      'uncoded: Error: enough'
    )
  })
)

test('start and stop are idempotent, and a node that listens nowhere can dial', async () => {
  const a = await createNode()
  const b = await createNode({ listen: [] })
  assert.is(await rejectionCode(b.network.connect(LOOPBACK)), 'NETWORK_NOT_STARTED')
  await Promise.all([a.network.start(), a.network.start(), b.network.start()])
  assert.is(await b.network.connect(addressOf(a)), a.network.nodeId)
  await Promise.all([a.network.stop(), a.network.stop(), b.network.stop(), b.network.stop()])
  await a.network.start()
  assert.is(a.network.multiaddrs().length, 1)
  await a.network.stop()
})

test.run()
