import { systemRandom } from '@ailee/core'
import { BatchSigner, type IncomingMessage, type Signature, signDelegation } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEphemeralIdentity, type Identity } from '../../src/index.js'
import { join, type TestNode, type TestNodeOptions, withNodes } from '../support/nodes.js'
import { until } from '../support/until.js'

type Make = (options?: TestNodeOptions) => Promise<TestNode>

/** Lets a session with an identity of its own speak for `client`. */
async function delegate(client: Identity, session: Identity): Promise<Signature> {
  const signer = new BatchSigner({ signer: client.signer, random: systemRandom })
  return signDelegation(signer, 'local-test', session.nodeId, Date.now() + 60_000)
}

async function session(make: Make, client: Identity): Promise<TestNode> {
  const identity = await createEphemeralIdentity()
  return make({ identity, delegation: await delegate(client, identity) })
}

test(
  'two sessions of one client are told apart as peers, and are one principal',
  withNodes(async (make) => {
    const client = await createEphemeralIdentity()
    const server = await make()
    const heard: IncomingMessage[] = []
    server.network.transport.handle('CANCEL_TASK', async (message) => {
      heard.push(message)
      return undefined
    })
    const sessions = [await session(make, client), await session(make, client)]
    for (const node of sessions) {
      await join(node, server)
      const message = { type: 'CANCEL_TASK' as const, payload: new Uint8Array([1]) }
      await node.network.transport.send(server.network.nodeId, message)
    }
    await until('both messages', () => heard.length === 2)
    assert.equal(
      heard.map(({ from, principal }) => [from, principal]),
      sessions.map(({ network }) => [network.nodeId, client.nodeId])
    )
  })
)

test(
  'a delegation to somebody else opens no stream',
  withNodes(async (make) => {
    const client = await createEphemeralIdentity()
    const stolen = await delegate(client, await createEphemeralIdentity())
    const server = await make()
    const thief = await make({ delegation: stolen })
    await thief.network.connect(server.network.multiaddrs()[0] ?? '')
    await until('the refusal', () => server.metrics.rejected('SIGNATURE_INVALID') > 0)
    assert.is(server.ready.size, 0)
  })
)

test.run()
