import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { mdnsServiceTag } from '../../src/discovery/mdns.js'
import { withNodes } from '../support/nodes.js'
import { until } from '../support/until.js'

/** True if a datagram to the mDNS group comes back: there is an interface with a multicast route. */
async function multicastWorks(): Promise<boolean> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true })
  try {
    return await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), 2000)
      socket.once('error', () => resolve(false))
      socket.once('message', () => {
        clearTimeout(timer)
        resolve(true)
      })
      socket.bind(0, () => {
        try {
          socket.addMembership('224.0.0.251')
          socket.send('probe', socket.address().port, '224.0.0.251', (error) => error && resolve(false))
        } catch {
          resolve(false)
        }
      })
    })
  } finally {
    socket.close()
  }
}

test('the service tag is the network’s own and a valid DNS name', () => {
  assert.is(mdnsServiceTag('local'), '_ailee-local._udp.local')
  assert.is(mdnsServiceTag('Local Net/1'), '_ailee-local-net-1._udp.local')
  assert.ok((mdnsServiceTag('x'.repeat(64)).split('.')[0]?.length ?? 0) <= 63)
})

const discovers = (await multicastWorks()) ? test : test.skip
discovers(
  'two nodes find each other on the LAN; a node of another network is not found',
  withNodes(async (make) => {
    const network = `local-${randomBytes(6).toString('hex')}`
    const a = await make({ network, mdns: true, dht: false })
    const b = await make({ network, mdns: true, dht: false })
    const other = await make({ network: `${network}-other`, mdns: true, dht: false })
    await until('discovery', () => a.ready.has(b.network.nodeId) && b.ready.has(a.network.nodeId), 30_000)
    assert.is(other.network.peers().length, 0)
  })
)

test.run()
