import type { TelemetrySample } from '@ailee/protocol'
import type { TestNode } from './nodes.js'

/** A health sample of a node. */
export function sampleOf(
  node: TestNode,
  sequence: number,
  change: Partial<TelemetrySample> = {}
): TelemetrySample {
  return {
    network: 'local-test',
    nodeId: node.network.nodeId,
    sequence,
    timestampMs: Date.now(),
    region: 'eu',
    deviceClass: 'laptop',
    cpuUtilization: 0.5,
    availableMemoryBytes: 2 ** 33,
    totalMemoryBytes: 2 ** 34,
    gflops: undefined,
    latencyMs: undefined,
    bandwidthMbps: undefined,
    powerWatts: undefined,
    temperatureCelsius: undefined,
    slots: 2,
    slotsFree: 1,
    cachedModules: 0,
    errors: 0,
    eventLoopLagMs: undefined,
    ...change
  }
}
