import { systemClock, systemRandom } from '@ailee/core'
import { BatchSigner, messageDomain, portableSigner } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { nativeSigner } from '../../src/index.js'
import { addressOf, join, type TestNode, withNodes } from '../support/nodes.js'
import { RawPeer, type RawStream } from '../support/raw-peer.js'
import { until } from '../support/until.js'

const payload = Uint8Array.of(1, 2, 3)
const statement = { domain: messageDomain('BID'), network: 'local-test', payload }

/** An honest pair beside a raw peer; at the end honest traffic must still flow. */
function against(work: (victim: TestNode, raw: RawPeer) => Promise<void>): () => Promise<void> {
  return withNodes(async (make) => {
    const victim = await make()
    const honest = await make()
    await join(honest, victim)
    victim.network.transport.handle('GET_TASK', async () => ({ type: 'TASK_STATUS', payload }))
    const raw = await RawPeer.create()
    try {
      await work(victim, raw)
      const reply = await honest.network.transport.request(
        victim.network.nodeId,
        { type: 'GET_TASK', payload },
        { timeoutMs: 5000 }
      )
      assert.is(reply.type, 'TASK_STATUS', 'honest traffic goes on')
    } finally {
      await raw.stop()
    }
  })
}

/** Sends something and expects the stream to be refused with `code` and reset. */
function refuses(
  name: string,
  code: string,
  send: (stream: RawStream, raw: RawPeer) => Promise<void> | void
): void {
  test(
    `${name} → ${code}`,
    against(async (victim, raw) => {
      const stream = await raw.open(addressOf(victim))
      await send(stream, raw)
      assert.is(await stream.status(), code)
      await until('the reset', () => stream.closed)
      assert.ok(victim.metrics.rejected(code) > 0)
    })
  )
}

const signerOf = (raw: RawPeer) =>
  new BatchSigner({ signer: nativeSigner(raw.key.raw.subarray(0, 32)), random: systemRandom })
const soon = () => systemClock.now() + 60_000

refuses('garbage bytes', 'WIRE_MALFORMED', (stream) => {
  stream.stream.send(Uint8Array.of(5, 0xff, 0xff, 0xff, 0xff, 0xff))
})
refuses('an endless length prefix', 'WIRE_MALFORMED', (stream) => {
  stream.stream.send(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff))
})
refuses('an oversize frame, on its prefix alone', 'WIRE_TOO_LARGE', (stream) => {
  stream.stream.send(Uint8Array.of(0x80, 0x80, 0x80, 0x7f))
})
refuses('another network', 'WIRE_NETWORK_MISMATCH', (stream) =>
  stream.send({ type: 'HELLO', network: 'main' })
)
refuses('no HELLO', 'TASK_STREAM_HELLO_MISSING', (stream) => stream.send({ type: 'GET_TASK' }))
refuses('a second HELLO', 'TASK_STREAM_UNEXPECTED', async (stream) => {
  await stream.greet()
  stream.send({ type: 'HELLO' })
})
refuses('CREDIT from the opener', 'TASK_STREAM_UNEXPECTED', async (stream) => {
  await stream.greet()
  stream.send({ type: 'CREDIT' })
})
refuses('an unsigned bid', 'SIGNATURE_MISSING', async (stream) => {
  await stream.greet()
  stream.send({ type: 'BID', payload })
})
refuses('a bid signed by somebody else', 'SIGNATURE_INVALID', async (stream) => {
  await stream.greet()
  const other = new BatchSigner({ signer: portableSigner(new Uint8Array(32).fill(9)), random: systemRandom })
  stream.send({ type: 'BID', payload, signature: await other.sign(statement, soon()) })
})
refuses('a signature of another payload', 'SIGNATURE_INVALID', async (stream, raw) => {
  await stream.greet()
  stream.send({
    type: 'BID',
    payload: Uint8Array.of(9),
    signature: await signerOf(raw).sign(statement, soon())
  })
})
refuses('a signature of another message type', 'SIGNATURE_INVALID', async (stream, raw) => {
  await stream.greet()
  stream.send({ type: 'RESULT', payload, signature: await signerOf(raw).sign(statement, soon()) })
})

for (const [name, count, bytes] of [
  ['messages', 1025, 1],
  ['bytes', 5, 500_000]
] as const) {
  test(
    `more ${name} than granted, while handlers are busy → TASK_STREAM_CREDIT_EXCEEDED`,
    against(async (victim, raw) => {
      const gate = Promise.withResolvers<undefined>()
      victim.network.transport.handle('WORKER_STATUS', () => gate.promise)
      const stream = await (await raw.open(addressOf(victim))).greet()
      const message = { type: 'WORKER_STATUS', payload: new Uint8Array(bytes) } as const
      stream.send(...Array.from({ length: count }, () => message))
      assert.is(await stream.status(), 'TASK_STREAM_CREDIT_EXCEEDED')
      gate.resolve(undefined)
    })
  )
}

test(
  'a replayed message is dropped with MESSAGE_REPLAYED, an expired one with SIGNATURE_EXPIRED, and the stream goes on',
  against(async (victim, raw) => {
    const bids: number[] = []
    victim.network.transport.handle('BID', async () => {
      bids.push(1)
      return undefined
    })
    const stream = await (await raw.open(addressOf(victim))).greet()
    const signature = await signerOf(raw).sign(statement, soon())
    stream.send(
      { type: 'BID', payload, signature, requestId: 7 },
      { type: 'BID', payload, signature, requestId: 8 }
    )
    assert.is(await stream.status(), 'MESSAGE_REPLAYED')
    assert.is(stream.of('STATUS')[0]?.requestId, 8)
    assert.is(victim.metrics.rejected('MESSAGE_REPLAYED'), 1)
    const old = await signerOf(raw).sign(statement, systemClock.now() - 60_000)
    stream.send({ type: 'BID', payload, signature: old })
    const long = await signerOf(raw).sign(statement, systemClock.now() + 3_600_000)
    stream.send({ type: 'BID', payload, signature: long })
    await until('both refused', () => victim.metrics.rejected('SIGNATURE_EXPIRED') === 2)
    stream.send({ type: 'BID', payload, signature: await signerOf(raw).sign(statement, soon()) })
    await until('the good one', () => bids.length === 2)
    assert.not.ok(stream.closed)
  })
)

test(
  'an unknown one-way type is ignored and an unasked reply too, but a flood of them is not',
  against(async (victim, raw) => {
    const stream = await (await raw.open(addressOf(victim))).greet()
    stream.send({ type: 999 }, { type: 'STATUS', reply: true, requestId: 5, payload: statusPayload })
    await until('the unknown type', () => victim.metrics.rejected('UNSUPPORTED') === 1)
    assert.not.ok(stream.closed)
    const reply = { type: 'STATUS', reply: true, requestId: 5, payload: statusPayload } as const
    stream.send(...Array.from({ length: 5000 }, () => reply))
    assert.is(await stream.status(), 'TASK_STREAM_UNEXPECTED')
  })
)

test(
  'credit comes back as messages are handled',
  against(async (victim, raw) => {
    victim.network.transport.handle('WORKER_STATUS', async () => undefined)
    const stream = await (await raw.open(addressOf(victim))).greet()
    for (let round = 1; round <= 4; round += 1) {
      stream.send(...Array.from({ length: 512 }, () => ({ type: 'WORKER_STATUS' }) as const))
      await until('a top-up', () => stream.of('CREDIT').length > round)
    }
    assert.not.ok(stream.closed)
  })
)

const statusPayload = Uint8Array.of(0x0a, 1, 0x58)

test.run()
