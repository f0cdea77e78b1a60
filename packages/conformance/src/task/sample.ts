import type { NodeId } from '@ailee/core'
import { encodeTelemetrySample, TELEMETRY_TOPIC, type TelemetrySample } from '@ailee/protocol'
import type { GossipAuthor, GossipMessage } from '../raw/gossip-author.js'

/** A sample that is right in all that is not told otherwise. */
export function sampleOf(network: string, nodeId: NodeId, change: Partial<TelemetrySample> = {}): Uint8Array {
  return encodeTelemetrySample({
    network,
    nodeId,
    sequence: nextSequence(),
    timestampMs: Date.now(),
    region: '',
    deviceClass: 'probe',
    cpuUtilization: 0.5,
    availableMemoryBytes: undefined,
    totalMemoryBytes: undefined,
    gflops: undefined,
    latencyMs: undefined,
    bandwidthMbps: undefined,
    powerWatts: undefined,
    temperatureCelsius: undefined,
    eventLoopLagMs: undefined,
    slots: 1,
    slotsFree: 1,
    cachedModules: 0,
    errors: 0,
    ...change
  })
}

/** A sample of this author, signed and ready to be sent. */
export function signedSample(
  author: GossipAuthor,
  network: string,
  change: Partial<TelemetrySample> = {}
): Promise<GossipMessage> {
  return author.sign(TELEMETRY_TOPIC, sampleOf(network, author.nodeId, change))
}

let sequence = 0

function nextSequence(): number {
  sequence += 1
  return sequence
}
