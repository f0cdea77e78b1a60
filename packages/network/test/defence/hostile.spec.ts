import { systemRandom } from '@ailee/core'
import {
  BatchSigner,
  decodeStatus,
  encodeEnvelope,
  frame,
  messageDomain,
  messageTypes,
  portableSigner,
  TASK_PROTOCOL
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  DRAIN_TIMEOUT_MS,
  FRAME_TIMEOUT_MS,
  HELLO_TIMEOUT_MS,
  LIMIT_OFFENCE_MS,
  MAX_CONNECTIONS_PER_PEER
} from '../../src/constants.js'
import { BAN_POINTS, penaltyOf } from '../../src/defence/penalties.js'
import { nativeSigner } from '../../src/index.js'
import { addressOf, join, type TestNode, withNodes } from '../support/nodes.js'
import { helloPayload, RawPeer, type RawStream } from '../support/raw-peer.js'
import { sampleOf } from '../support/samples.js'
import { ShiftedClock } from '../support/shifted-clock.js'
import { until } from '../support/until.js'

const payload = Uint8Array.of(1, 2, 3)
const statement = { domain: messageDomain('BID'), network: 'local-test', payload }

interface Scene {
  victim: TestNode
  raw: RawPeer
  clock: ShiftedClock
  /** A greeted stream to the victim. */
  greeted(): Promise<RawStream>
}

/** Low enough to be passed within a moment on any machine. */
const rates = {
  offers: { burst: 600, perSecond: 100 },
  gossip: { burst: 30, perSecond: 10 },
  publications: { burst: 10, perSecond: 1 },
  streams: { burst: 30, perSecond: 1 }
}

/** A victim, an honest peer that asks it something over and over, and an attacker. Not one question may fail. */
function attack(name: string, work: (scene: Scene) => Promise<void>): void {
  test(
    name,
    withNodes(async (make) => {
      const clock = new ShiftedClock()
      const victim = await make({ clock, gossip: true, rates })
      const honest = await make()
      await join(honest, victim)
      victim.network.transport.handle('GET_TASK', async () => ({ type: 'TASK_STATUS', payload }))
      victim.network.transport.handle('BID', async () => undefined)
      const raw = await RawPeer.create()
      const end = new AbortController()
      let answered = 0
      const traffic = (async () => {
        while (!end.signal.aborted) {
          await honest.network.transport.request(
            victim.network.nodeId,
            { type: 'GET_TASK', payload },
            { timeoutMs: 10_000 }
          )
          answered += 1
        }
      })()
      traffic.catch(() => {})
      try {
        await work({ victim, raw, clock, greeted: async () => (await raw.open(addressOf(victim))).greet() })
        const before = answered
        await until('honest traffic', () => answered > before)
      } finally {
        end.abort()
        await raw.stop()
      }
      await traffic
      assert.is(victim.network.bans().filter(({ nodeId }) => nodeId === honest.network.nodeId).length, 0)
    })
  )
}

const penaltiesOf = (node: TestNode, code: string): number =>
  node.metrics.get('ailee_network_penalties_total', { code })
const limitedOf = (node: TestNode, what: string): number =>
  node.metrics.get('ailee_network_limited_total', { what })
const isBanned = (node: TestNode, raw: RawPeer): boolean =>
  node.network.bans().some(({ nodeId }) => nodeId === raw.nodeId)

/** The offence ends the stream with its code, costs a penalty, and often enough a ban, after which nobody is let in. */
function ends(name: string, code: string, offend: (stream: RawStream, scene: Scene) => unknown): void {
  attack(`${name} → ${code}, penalty, ban`, async (scene) => {
    const { victim, raw } = scene
    let times = 0
    while (!isBanned(victim, raw)) {
      const stream = await raw.open(addressOf(victim))
      await offend(stream, scene)
      assert.is(await stream.status(), code)
      await until('the reset', () => stream.closed)
      times += 1
      assert.is(penaltiesOf(victim, code), times)
    }
    // Where a case takes its time, points fade meanwhile.
    assert.ok(
      times > BAN_POINTS / penaltyOf(code) && times < (2 * BAN_POINTS) / penaltyOf(code),
      String(times)
    )
    assert.is(victim.metrics.get('ailee_network_bans_total'), 1)
    await until('the end of the connection', () =>
      victim.network.peers().every(({ nodeId }) => nodeId !== raw.nodeId)
    )
    await until('the attacker to notice', () => raw.host.getConnections().length === 0)
    const again = await raw.open(addressOf(victim)).catch(() => undefined)
    if (again !== undefined) await until('the refusal', () => again.closed)
  })
}

const stranger = new BatchSigner({
  signer: portableSigner(new Uint8Array(32).fill(9)),
  random: systemRandom
})
const ownSigner = (raw: RawPeer) =>
  new BatchSigner({ signer: nativeSigner(raw.key.raw.subarray(0, 32)), random: systemRandom })

const hello = encodeEnvelope({
  network: 'local-test',
  type: messageTypes.HELLO,
  requestId: 0,
  reply: false,
  payload: helloPayload,
  signature: undefined
})

ends('an oversize frame', 'WIRE_TOO_LARGE', ({ stream }) =>
  stream.send(Uint8Array.of(0x80, 0x80, 0x80, 0x7f))
)
ends('a truncated message', 'WIRE_MALFORMED', ({ stream }) => stream.send(frame(hello.subarray(0, -3))))
ends('another version', 'WIRE_VERSION_UNSUPPORTED', ({ stream }) => {
  // Field 1 comes first: 08 01.
  assert.is(hello[0], 8)
  const newer = Uint8Array.from(hello)
  newer[1] = 2
  stream.send(frame(newer))
})
ends('another network', 'WIRE_NETWORK_MISMATCH', (stream) =>
  stream.send({ type: 'HELLO', network: 'local-other', payload: helloPayload })
)
ends('a message before HELLO', 'TASK_STREAM_HELLO_MISSING', (stream) => {
  stream.send({ type: 'GET_TASK', requestId: 1 })
  stream.hello()
})
ends('an unsigned bid', 'SIGNATURE_MISSING', async (stream) => {
  await stream.greet()
  stream.send({ type: 'BID', payload })
})
ends('a forged sender', 'SIGNATURE_INVALID', async (stream, { clock }) => {
  await stream.greet()
  stream.send({ type: 'BID', payload, signature: await stranger.sign(statement, clock.now() + 60_000) })
})
ends('a bad signature', 'SIGNATURE_INVALID', async (stream, { clock, raw }) => {
  await stream.greet()
  const signature = await ownSigner(raw).sign(statement, clock.now() + 60_000)
  stream.send({ type: 'BID', payload: Uint8Array.of(7), signature })
})
ends('a second HELLO', 'TASK_STREAM_UNEXPECTED', async (stream) => {
  await stream.greet()
  stream.hello()
})
ends('more than the credit', 'TASK_STREAM_CREDIT_EXCEEDED', async (stream, { victim }) => {
  const gate = Promise.withResolvers<undefined>()
  victim.network.transport.handle('WORKER_STATUS', () => gate.promise)
  await stream.greet()
  stream.send(...Array.from({ length: 1025 }, () => ({ type: 'WORKER_STATUS' }) as const))
  await until('the refusal', () => stream.closed)
  gate.resolve(undefined)
})
ends('a half-open stream', 'TASK_STREAM_HELLO_MISSING', async (stream, { clock, victim }) => {
  // One byte, so that the stream is there before time passes.
  const bytes = () => victim.metrics.get('ailee_network_bytes_total', { direction: 'in' })
  await sendAlone(stream, bytes, Uint8Array.of(0x80))
  clock.advance(HELLO_TIMEOUT_MS)
})
ends('a message that trickles in', 'TASK_STREAM_TOO_SLOW', async (stream, { clock, victim }) => {
  await stream.greet()
  const bytes = () => victim.metrics.get('ailee_network_bytes_total', { direction: 'in' })
  await sendAlone(stream, bytes, Uint8Array.of(20, 1))
  for (let elapsed = 0; elapsed < FRAME_TIMEOUT_MS; elapsed += FRAME_TIMEOUT_MS / 2) {
    await sendAlone(stream, bytes, Uint8Array.of(1))
    clock.advance(FRAME_TIMEOUT_MS / 2)
  }
})

/** Sends bytes and waits until the victim has read something: honest traffic moves the count too, so ask twice. */
async function sendAlone(stream: RawStream, bytes: () => number, data: Uint8Array): Promise<void> {
  stream.stream.send(data)
  for (let round = 0; round < 3; round += 1) {
    const before = bytes()
    await until('bytes', () => bytes() > before)
  }
}

attack(
  'a replayed and a duplicated message → MESSAGE_REPLAYED each, penalty, and the stream goes on',
  async ({ victim, raw, clock, greeted }) => {
    const signature = await ownSigner(raw).sign(statement, clock.now() + 60_000)
    const bid = { type: 'BID', payload, signature } as const
    const stream = await greeted()
    stream.send({ ...bid, requestId: 1 }, { ...bid, requestId: 2 })
    assert.is(await stream.status(), 'MESSAGE_REPLAYED')
    const later = await greeted()
    later.send({ ...bid, requestId: 3 })
    assert.is(await later.status(), 'MESSAGE_REPLAYED')
    assert.is(penaltiesOf(victim, 'MESSAGE_REPLAYED'), 2)
    assert.not.ok(stream.closed || later.closed || isBanned(victim, raw))
  }
)

attack('an unknown type → UNSUPPORTED, and no penalty', async ({ victim, raw, greeted }) => {
  const replies: string[] = []
  await raw.host.handle(TASK_PROTOCOL, (stream) => raw.grant(stream, (code) => replies.push(code)))
  const stream = await greeted()
  stream.send({ type: 999, requestId: 4 })
  await until('the reply', () => replies.length > 0)
  assert.equal(replies, ['UNSUPPORTED'])
  assert.is(penaltiesOf(victim, 'UNSUPPORTED'), 0)
  assert.not.ok(stream.closed || isBanned(victim, raw))
})

attack('a flood of streams → TASK_STREAM_TOO_MANY, and a ban', async ({ victim, raw }) => {
  const streams: RawStream[] = []
  while (!isBanned(victim, raw)) {
    const stream = await raw.open(addressOf(victim)).catch(() => undefined)
    if (stream === undefined) continue
    streams.push(stream)
    stream.hello()
    await until('an answer', () => stream.closed || stream.received.length > 0)
  }
  const codes = () =>
    streams.flatMap((stream) => stream.of('STATUS').map(({ payload: bytes }) => decodeStatus(bytes).code))
  await until('the code', () => codes().includes('TASK_STREAM_TOO_MANY'))
  assert.ok(penaltiesOf(victim, 'TASK_STREAM_TOO_MANY') > BAN_POINTS / penaltyOf('TASK_STREAM_TOO_MANY'))
})

attack(
  'a flood of connections: those past the bound are refused, with a penalty',
  async ({ victim, raw }) => {
    const address = addressOf(victim)
    await until('a refusal', () => {
      if (limitedOf(victim, 'connections') > 0) return true
      raw.dialAnew(address).catch(() => {})
      return false
    })
    assert.ok(raw.host.getConnections().length >= MAX_CONNECTIONS_PER_PEER)
    assert.is(penaltiesOf(victim, 'RATE_LIMITED'), 1)
  }
)

attack(
  'a flood of offers → RATE_LIMITED with a time to wait, then a ban',
  async ({ victim, raw, clock, greeted }) => {
    victim.network.transport.handle('TASK_OFFER', async () => undefined)
    const stream = await greeted()
    let sent = 0
    const batch = 512
    // Half a window: what makes the victim grant anew.
    const flood = async (count: number): Promise<void> => {
      for (let left = count; left > 0 && !stream.closed; left -= batch) {
        const credits = stream.of('CREDIT').length
        stream.send(
          ...Array.from({ length: batch }, () => ({ type: 'TASK_OFFER', requestId: ++sent }) as const)
        )
        await until('credit', () => stream.of('CREDIT').length > credits || stream.closed)
      }
    }
    await flood(rates.offers.burst + 2 * batch)
    assert.is(await stream.status(), 'RATE_LIMITED')
    const refusals = stream.of('STATUS').map((envelope) => decodeStatus(envelope.payload))
    assert.ok(refusals.every(({ code, retryAfterMs }) => code === 'RATE_LIMITED' && retryAfterMs > 0))
    assert.ok(limitedOf(victim, 'offers') > 0)
    const penalised = penaltiesOf(victim, 'RATE_LIMITED')
    assert.ok(penalised >= 1 && penalised < 5, 'not one for each message')
    while (!isBanned(victim, raw)) {
      assert.not.ok(stream.closed)
      clock.advance(LIMIT_OFFENCE_MS)
      await flood(rates.offers.perSecond + 2 * batch)
    }
    await until('the end', () => stream.closed)
  }
)

test(
  'a flood of gossip is cut to its rate, and penalised; a forged publisher is banned',
  withNodes(async (make) => {
    const clock = new ShiftedClock()
    const victim = await make({ clock, gossip: true, rates })
    const flooder = await make({ gossip: true })
    const forger = await make({ gossip: true })
    await join(flooder, victim)
    await join(forger, victim)
    clock.freeze()
    let heard = 0
    victim.network.gossip.onTelemetry(() => void heard++)
    let sequence = 0
    const give = new AbortController()
    const flood = (async () => {
      while (!give.signal.aborted) {
        // Publishing may fail at once, as long as nobody has subscribed.
        await new Promise(setImmediate)
        const samples = Array.from({ length: 4 }, () => sampleOf(flooder, ++sequence))
        await Promise.allSettled(samples.map((sample) => flooder.network.gossip.publishTelemetry(sample)))
      }
    })()
    await until('the limit', () => limitedOf(victim, 'gossip') > 0).finally(() => give.abort())
    await flood
    assert.is(heard, rates.publications.burst)
    assert.ok(penaltiesOf(victim, 'RATE_LIMITED') >= 1)
    await until('the ban', () => {
      const sample = sampleOf(forger, ++sequence, { nodeId: victim.network.nodeId })
      forger.network.gossip.publishTelemetry(sample).catch(() => {})
      return victim.network.bans().some(({ nodeId }) => nodeId === forger.network.nodeId)
    })
    assert.is(victim.network.bans()[0]?.code, 'GOSSIP_PUBLISHER_FORGED')
    await until('its end', () =>
      victim.network.peers().every(({ nodeId }) => nodeId !== forger.network.nodeId)
    )
  })
)

attack('a peer that does not read is cut off', async ({ victim, raw, clock, greeted }) => {
  let silent = 0
  await raw.host.handle(TASK_PROTOCOL, (stream) => {
    raw.grant(stream, () => {})
    stream.pause()
    silent += 1
  })
  await greeted()
  await until('the stream of the victim', () => silent > 0 && victim.ready.has(raw.nodeId))
  const sends = Array.from({ length: 8 }, () =>
    victim.network.transport.send(raw.nodeId, { type: 'WORKER_STATUS', payload: new Uint8Array(500_000) })
  )
  const ends = Promise.allSettled(sends)
  await until('the cut', () => {
    clock.advance(DRAIN_TIMEOUT_MS / 4)
    return penaltiesOf(victim, 'TASK_STREAM_TOO_SLOW') > 0
  })
  const results = await ends
  assert.ok(results.some(({ status }) => status === 'rejected'))
})

test.run()
