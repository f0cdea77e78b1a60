import type { NodeId } from '@ailee/core'
import type { TelemetrySample } from '@ailee/protocol'

/** A health sample of an ordinary worker. */
export function sampleOf(nodeId: NodeId, change: Partial<TelemetrySample> = {}): TelemetrySample {
  return {
    network: 'test',
    nodeId,
    sequence: 1,
    timestampMs: 1,
    region: 'eu',
    deviceClass: 'pc',
    cpuUtilization: 0.5,
    availableMemoryBytes: 2 ** 33,
    totalMemoryBytes: 2 ** 34,
    gflops: 2,
    latencyMs: 40,
    bandwidthMbps: 100,
    powerWatts: 20,
    temperatureCelsius: undefined,
    slots: 2,
    slotsFree: 1,
    cachedModules: 0,
    errors: 0,
    eventLoopLagMs: undefined,
    ...change
  }
}
