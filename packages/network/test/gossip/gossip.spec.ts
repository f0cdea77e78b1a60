import { errorCode, type NodeId, silentLogger, systemClock } from '@ailee/core'
import {
  type CoordinatorAnnouncement,
  EVIDENCE_TOPIC,
  type Evidence,
  encodeEvidence,
  evidenceId,
  type TelemetrySample
} from '@ailee/protocol'
import { type GossipSub, type Message, TopicValidatorResult } from '@chainsafe/libp2p-gossipsub'
import type { PeerId } from '@libp2p/interface'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Gauge } from '../../src/defence/defence.js'
import { RateLimitedError } from '../../src/defence/rate-limited-error.js'
import { GossipChannel } from '../../src/gossip/gossip-channel.js'
import { GossipLimits } from '../../src/gossip/gossip-limits.js'
import { nativeVerifier } from '../../src/index.js'
import { createNetworkMetrics } from '../../src/metrics.js'
import { CountingMetrics } from '../support/counting-metrics.js'
import { evidenceOf, spoiltEvidenceOf } from '../support/evidence.js'
import { addressOf, type TestNode, withNodes } from '../support/nodes.js'
import { sampleOf } from '../support/samples.js'
import { until } from '../support/until.js'

/** Publishes until it is heard: a mesh takes a moment to form, and tells nobody when it has. */
async function publishUntil(publish: () => Promise<void>, heard: () => boolean): Promise<void> {
  let last = 0
  await until('gossip to be heard', () => {
    if (performance.now() - last > 200) {
      last = performance.now()
      publish().catch(() => {})
    }
    return heard()
  })
}

/** Connects, again and again: libp2p takes five connections a second of one address. */
async function comeIn(node: TestNode, hub: TestNode): Promise<void> {
  let dialling = false
  await until('a connection', () => {
    if (!dialling && node.network.peers().length === 0) {
      dialling = true
      node.network
        .connect(addressOf(hub))
        .catch(() => {})
        .finally(() => {
          dialling = false
        })
    }
    return hub.ready.has(node.network.nodeId)
  })
}

test(
  'telemetry passes from one node through a second to a third; forged, foreign, stale and late samples do not',
  withNodes(async (make) => {
    const [a, b, c] = [
      await make({ gossip: true }),
      await make({ gossip: true }),
      await make({ gossip: true })
    ]
    await a.network.connect(addressOf(b))
    await c.network.connect(addressOf(b))
    const heard: TelemetrySample[] = []
    const own: TelemetrySample[] = []
    c.network.gossip.onTelemetry(() => {
      throw new Error('a listener that fails harms nobody')
    })
    c.network.gossip.onTelemetry((sample) => void heard.push(sample))
    a.network.gossip.onTelemetry((sample) => void own.push(sample))
    let sequence = 0
    await publishUntil(
      () => a.network.gossip.publishTelemetry(sampleOf(a, ++sequence)),
      () => heard.length > 0
    )
    assert.is(heard[0]?.nodeId, a.network.nodeId)
    assert.is(heard[0]?.availableMemoryBytes, 2 ** 33)
    assert.is(heard[0]?.gflops, undefined)
    const bad: [string, Partial<TelemetrySample>][] = [
      ['GOSSIP_PUBLISHER_FORGED', { nodeId: c.network.nodeId }],
      ['WIRE_NETWORK_MISMATCH', { network: 'main' }],
      ['GOSSIP_STALE', { sequence: 0 }],
      ['GOSSIP_CLOCK_SKEW', { timestampMs: Date.now() - 120_000 }]
    ]
    const before = heard.length
    for (const [code, change] of bad) {
      await a.network.gossip.publishTelemetry(sampleOf(a, 1000, change))
      await until(code, () => b.metrics.rejected(code) > 0)
      assert.is(c.metrics.rejected(code), 0, `${code} is not passed on`)
    }
    assert.is(heard.length, before)
    assert.is(own.length, 0)
  })
)

test(
  'a worker dials the coordinators that are announced; others do not',
  withNodes(async (make) => {
    const roles = { worker: false, coordinator: true, client: false }
    const hub = await make({ gossip: true, roles, dht: false })
    const coordinator = await make({ gossip: true, roles, dht: false })
    const worker = await make({ gossip: true, dht: false })
    await coordinator.network.connect(addressOf(hub))
    await worker.network.connect(addressOf(hub))
    const heard: CoordinatorAnnouncement[] = []
    worker.network.gossip.onAnnouncement((announcement) => void heard.push(announcement))
    const { nodeId } = coordinator.network
    const announce = () =>
      coordinator.network.gossip.publishAnnouncement({
        network: 'local-test',
        nodeId,
        timestampMs: Date.now(),
        multiaddrs: coordinator.network.multiaddrs(),
        tasksPending: 3,
        lots: [new Uint8Array(32).fill(7)]
      })
    await publishUntil(announce, () => heard.length > 0)
    assert.is(heard[0]?.tasksPending, 3)
    assert.equal(heard[0]?.lots, [new Uint8Array(32).fill(7)])
    await until('the worker to know the coordinator', () => worker.ready.get(nodeId)?.coordinator)
  })
)

test(
  'peers that came and went do not silence the others at their address',
  withNodes(async (make) => {
    // No local network, where addresses might count for nothing.
    const network = 'testnet'
    const hub = await make({ network, gossip: true })
    let heard = 0
    hub.network.gossip.onTelemetry(() => void heard++)
    const visitors = 20
    for (let count = 0; count < visitors; count += 1) {
      const visitor = await make({ network, gossip: true, listen: [] })
      await comeIn(visitor, hub)
      await visitor.network.stop()
    }
    await until('the last one to be gone', () => hub.network.peers().length === 0)
    const worker = await make({ network, gossip: true, listen: [] })
    await comeIn(worker, hub)
    let sequence = 0
    await publishUntil(
      () => worker.network.gossip.publishTelemetry(sampleOf(worker, ++sequence, { network })),
      () => heard > 0
    )
  })
)

test(
  'evidence passes from one node through a second to a third, once; what is invalid is not even published',
  withNodes(async (make) => {
    const [a, b, c] = [
      await make({ gossip: true }),
      await make({ gossip: true }),
      await make({ gossip: true })
    ]
    await a.network.connect(addressOf(b))
    await c.network.connect(addressOf(b))
    const heard: string[] = []
    const own: string[] = []
    c.network.gossip.onEvidence((evidence) => void heard.push(evidenceId(evidence)))
    a.network.gossip.onEvidence((evidence) => void own.push(evidenceId(evidence)))
    let attempt = 0
    // Each is other evidence: what b knows already it does not pass on.
    await publishUntil(
      async () => a.network.gossip.publishEvidence(await evidenceOf(++attempt)),
      () => heard.length > 0
    )
    const evidence = await evidenceOf(1000)
    await a.network.gossip.publishEvidence(evidence)
    const id = evidenceId(evidence)
    await until('evidence to be heard', () => heard.includes(id))
    await c.network.gossip.publishEvidence(await evidenceOf(1000))
    await until('b to know it', () => b.metrics.rejected('GOSSIP_KNOWN') > 0)
    assert.is(new Set(heard).size, heard.length)
    assert.equal(own, [])
    const refusal = await a.network.gossip.publishEvidence(await spoiltEvidenceOf(1001)).catch(errorCode)
    assert.is(refusal, 'EVIDENCE_INVALID')
  })
)

/** The evidence topic of one channel, without a network. `gauge` says what its peers may send. */
function evidenceChannel(gauge: (peer: NodeId) => Gauge = () => () => undefined) {
  const offences: [peer: string, code: string][] = []
  const channel = new GossipChannel(
    {
      ...{ clock: systemClock, log: silentLogger, verifier: nativeVerifier },
      metrics: createNetworkMetrics(new CountingMetrics()),
      offended: (peer, code) => void offences.push([peer, code]),
      limits: new GossipLimits({ clock: systemClock, gauge, limited: () => {} })
    },
    { network: 'local-test', enabled: true }
  )
  const heard: Evidence[] = []
  channel.onEvidence((evidence) => void heard.push(evidence))
  const validators: GossipSub['topicValidators'] = new Map()
  channel.attach({ topicValidators: validators, subscribe() {} } as unknown as GossipSub)
  const peerOf = (nodeId: NodeId) => ({ toString: () => nodeId }) as unknown as PeerId
  const pass = async (evidence: Evidence, { by = 'peer', madeBy = 'peer' } = {}) => {
    const message = { type: 'signed', from: peerOf(madeBy), data: encodeEvidence(evidence) } as Message
    return validators.get(EVIDENCE_TOPIC)?.(peerOf(by), message)
  }
  return { offences, heard, pass }
}

test('invalid evidence is rejected and costs whoever passes it on', async () => {
  const { offences, heard, pass } = evidenceChannel()
  assert.is(await pass(await spoiltEvidenceOf(1)), TopicValidatorResult.Reject)
  assert.equal(offences, [['peer', 'EVIDENCE_INVALID']])
  assert.is(await pass(await evidenceOf(1)), TopicValidatorResult.Accept)
  assert.is(await pass(await evidenceOf(1)), TopicValidatorResult.Ignore)
  assert.is(heard.length, 1)
  assert.is(offences.length, 1)
})

test('evidence that somebody publishes who publishes too much is heard of others', async () => {
  const excess = new RateLimitedError('publications', 1000)
  const { heard, pass } = evidenceChannel(
    (peer) => (what) => (peer === 'loud' && what === 'publications' ? excess : undefined)
  )
  const evidence = await evidenceOf(1)
  assert.is(await pass(evidence, { by: 'relay', madeBy: 'loud' }), TopicValidatorResult.Ignore)
  assert.is(heard.length, 0)
  assert.is(await pass(evidence, { by: 'relay', madeBy: 'witness' }), TopicValidatorResult.Accept)
  assert.is(heard.length, 1)
})

test(
  'with gossip switched off publishing does nothing',
  withNodes(async (make) => {
    const node = await make()
    await node.network.gossip.publishTelemetry(sampleOf(node, 1))
    node.network.gossip.onTelemetry(() => {})()
  })
)

test.run()
