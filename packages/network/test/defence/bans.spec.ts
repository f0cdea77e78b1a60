import { systemClock, systemRandom } from '@ailee/core'
import { BatchSigner, decodeHello, messageDomain, portableSigner } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { BAN_DURATIONS_MS } from '../../src/defence/penalties.js'
import { createEphemeralIdentity } from '../../src/index.js'
import { MemoryBans } from '../support/memory-bans.js'
import { addressOf, createNode, join, type TestNode, withNodes } from '../support/nodes.js'
import { RawPeer } from '../support/raw-peer.js'
import { ShiftedClock } from '../support/shifted-clock.js'
import { rejectionCode, until } from '../support/until.js'

const payload = Uint8Array.of(1)

function withRaw(work: (raw: RawPeer) => Promise<void>): () => Promise<void> {
  return async () => {
    const raw = await RawPeer.create()
    try {
      await work(raw)
    } finally {
      await raw.stop()
    }
  }
}

/** Sends bids that somebody else signed, until the node has had enough. Returns the codes it was told. */
async function misbehave(raw: RawPeer, node: TestNode): Promise<string[]> {
  const codes: string[] = []
  const stranger = new BatchSigner({
    signer: portableSigner(new Uint8Array(32).fill(9)),
    random: systemRandom
  })
  const statement = { domain: messageDomain('BID'), network: 'local-test', payload }
  while (node.network.bans().every(({ nodeId }) => nodeId !== raw.nodeId)) {
    const stream = await (await raw.open(addressOf(node))).greet()
    const signature = await stranger.sign(statement, systemClock.now() + 60_000)
    stream.send({ type: 'BID', payload, signature })
    codes.push(await stream.status())
  }
  return codes
}

/** Whether the node lets the peer in and takes its HELLO. */
async function isLetIn(raw: RawPeer, node: TestNode): Promise<boolean> {
  try {
    const stream = await raw.open(addressOf(node))
    stream.hello()
    return await until('an answer', () =>
      stream.of('CREDIT').length > 0 ? 'in' : stream.closed ? 'out' : false
    ).then((answer) => answer === 'in')
  } catch {
    return false
  }
}

test(
  'offences add up to a ban: the connection ends, dials both ways are refused, also after a restart; time ends it, and the next is longer',
  withRaw(async (raw) => {
    const bans = new MemoryBans()
    const clock = new ShiftedClock()
    const options = { identity: await createEphemeralIdentity(), bans, clock }
    const first = await createNode(options)
    await first.network.start()
    try {
      assert.equal(await misbehave(raw, first), ['SIGNATURE_INVALID', 'SIGNATURE_INVALID'])
      assert.is(first.metrics.get('ailee_network_penalties_total', { code: 'SIGNATURE_INVALID' }), 2)
      assert.is(first.metrics.get('ailee_network_bans_total'), 1)
      await until('the end of the connection', () => first.network.peers().length === 0)
      assert.not.ok(await isLetIn(raw, first))
    } finally {
      await first.network.stop()
    }
    const [ban] = bans.records.values()
    assert.is(ban?.nodeId, raw.nodeId)
    assert.is(ban?.code, 'SIGNATURE_INVALID')
    assert.is((ban?.untilMs ?? 0) - (ban?.bannedAtMs ?? 0), BAN_DURATIONS_MS[0])
    const second = await createNode(options)
    await second.network.start()
    try {
      assert.equal(second.network.bans(), [ban])
      assert.not.ok(await isLetIn(raw, second))
      assert.is(
        await rejectionCode(second.network.connectPeer(raw.nodeId, ['/ip4/127.0.0.1/tcp/1'])),
        'NETWORK_DIAL_FAILED'
      )
      clock.advance(BAN_DURATIONS_MS[0] ?? 0)
      await until('the peer to be let in again', () => isLetIn(raw, second))
      await sendGarbage(raw, second)
      const [longer] = second.network.bans()
      assert.is(longer?.strikes, 2)
      assert.is((longer?.untilMs ?? 0) - (longer?.bannedAtMs ?? 0), BAN_DURATIONS_MS[1])
    } finally {
      await second.network.stop()
    }
  })
)

/** As {@link misbehave}, by what is no message at all. */
async function sendGarbage(raw: RawPeer, node: TestNode): Promise<void> {
  while (node.network.bans().length === 0) {
    const stream = await raw.open(addressOf(node))
    stream.stream.send(Uint8Array.of(5, 0xff, 0xff, 0xff, 0xff, 0xff))
    assert.is(await stream.status(), 'WIRE_MALFORMED')
  }
}

test(
  'a peer that is denied gets in neither way; one that is allowed is never penalised; where only the allowed are let in nobody else is',
  withNodes(async (make) => {
    const raw = await RawPeer.create()
    try {
      const denying = await make({ denyPeers: [raw.nodeId] })
      assert.not.ok(await isLetIn(raw, denying))
      const trusting = await make({ allowPeers: [raw.nodeId] })
      for (let round = 0; round < 8; round += 1) {
        const stream = await raw.open(addressOf(trusting))
        stream.stream.send(Uint8Array.of(5, 0xff, 0xff, 0xff, 0xff, 0xff))
        assert.is(await stream.status(), 'WIRE_MALFORMED')
      }
      assert.equal(trusting.network.bans(), [])
      assert.is(trusting.metrics.get('ailee_network_penalties_total', { code: 'WIRE_MALFORMED' }), 0)
      const member = await make({ allowedOnly: true })
      assert.not.ok(await isLetIn(raw, member))
      const identity = await createEphemeralIdentity()
      const closed = await make({ allowedOnly: true, allowPeers: [identity.nodeId] })
      const friend = await make({ identity })
      await join(friend, closed)
      assert.not.ok(await isLetIn(raw, closed))
    } finally {
      await raw.stop()
    }
  })
)

test(
  'payloads that no handler can decode count, a refusal by a role does not',
  withNodes(async (make) => {
    const node = await make()
    node.network.transport.handle('GET_TASK', async (message) => {
      decodeHello(message.payload)
      return undefined
    })
    node.network.transport.handle('LIST_TASKS', async () => {
      throw new Error('no')
    })
    const other = await make()
    await join(other, node)
    const ask = (type: 'GET_TASK' | 'LIST_TASKS') =>
      rejectionCode(
        other.network.transport.request(
          node.network.nodeId,
          { type, payload: Uint8Array.of(0x0a, 9) },
          { timeoutMs: 5000 }
        )
      )
    assert.is(await ask('LIST_TASKS'), 'INTERNAL')
    assert.is(await ask('GET_TASK'), 'WIRE_MALFORMED')
    assert.is(node.metrics.get('ailee_network_penalties_total', { code: 'WIRE_MALFORMED' }), 1)
    assert.is(node.metrics.get('ailee_network_penalties_total', { code: 'INTERNAL' }), 0)
  })
)

test.run()
