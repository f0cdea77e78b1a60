import { setTimeout as delay } from 'node:timers/promises'
import { noMetrics, silentLogger, systemClock, systemRandom } from '@ailee/core'
import { createEphemeralIdentity, Network } from '@ailee/network'
import type { TelemetrySample } from '@ailee/protocol'
import type { Attacker } from './attacker.js'

/** Far longer than one offence a second takes to a ban, as the attackers share a machine. */
const FLOOD_MS = 60_000
/** Signed at once. */
const BATCH = 16
/** Four times what is taken of one peer, a hundred times what one should say. */
const FLOOD_PAUSE_MS = 20
const FORGE_PAUSE_MS = 100
/** A busy machine may take longer over a connection than a dial waits. */
const MAX_DIALS = 5

/** Samples as fast as they can be signed, of a node that is real. */
export async function floodGossip(attacker: Attacker): Promise<void> {
  await withGossip(attacker, async (network, isIn) => {
    let sequence = Date.now()
    const deadline = Date.now() + FLOOD_MS
    while (isIn() && Date.now() < deadline) {
      const samples = Array.from({ length: BATCH }, () => sampleOf(attacker, network.nodeId, ++sequence))
      await Promise.allSettled(samples.map((sample) => network.gossip.publishTelemetry(sample)))
      await delay(FLOOD_PAUSE_MS)
    }
  })
}

/** Samples in the name of the node that is attacked. */
export async function forgeGossip(attacker: Attacker): Promise<void> {
  await withGossip(attacker, async (network, isIn, target) => {
    let sequence = Date.now()
    const deadline = Date.now() + FLOOD_MS
    while (isIn() && Date.now() < deadline) {
      await network.gossip.publishTelemetry(sampleOf(attacker, target, ++sequence)).catch(() => {})
      await delay(FORGE_PAUSE_MS)
    }
  })
}

/** Gossip needs more of a node than a raw peer is. */
async function withGossip(
  attacker: Attacker,
  work: (network: Network, isIn: () => boolean, target: string) => Promise<void>
): Promise<void> {
  const identity = await createEphemeralIdentity()
  const network = new Network(
    {
      identity,
      clock: systemClock,
      random: systemRandom,
      log: silentLogger,
      metrics: noMetrics,
      blobs: { get: async () => undefined }
    },
    {
      network: attacker.init.network,
      roles: { worker: false, coordinator: false, client: true },
      agent: 'flood/1',
      listen: [],
      bootstrap: [],
      mdns: false,
      dht: false,
      gossip: true
    }
  )
  attacker.report.nodeId = identity.nodeId
  await network.start()
  try {
    const target = await connectAtLast(network, attacker.init.target)
    const isIn = (): boolean => network.peers().some(({ nodeId }) => nodeId === target)
    await work(network, isIn, target)
  } finally {
    await network.stop()
  }
}

async function connectAtLast(network: Network, target: string): Promise<string> {
  for (let dial = 1; ; dial += 1) {
    try {
      return await network.connect(target)
    } catch (error) {
      if (dial === MAX_DIALS) throw error
    }
  }
}

function sampleOf({ init }: Attacker, nodeId: string, sequence: number): TelemetrySample {
  return {
    network: init.network,
    nodeId,
    sequence,
    timestampMs: Date.now(),
    region: '',
    deviceClass: '',
    cpuUtilization: 0.5,
    availableMemoryBytes: 2 ** 33,
    totalMemoryBytes: 2 ** 34,
    gflops: undefined,
    latencyMs: undefined,
    bandwidthMbps: undefined,
    powerWatts: undefined,
    temperatureCelsius: undefined,
    eventLoopLagMs: undefined,
    slots: 2,
    slotsFree: 1,
    cachedModules: 0,
    errors: 0
  }
}
