import type { NodeId } from '@ailee/core'
import { ailee } from '#generated'
import { ProtocolError } from '../errors.js'
import { MAX_GOSSIP_BYTES, MAX_NETWORK_BYTES, MAX_REGION_BYTES } from '../limits.js'
import {
  integer,
  nodeId,
  nonEmptyText,
  optionalFloat,
  parseMessage,
  text,
  timestamp,
  toU64
} from './fields.js'

/** Health of a node, measured now. What a machine cannot measure is undefined. */
export interface TelemetrySample {
  network: string
  nodeId: NodeId
  sequence: number
  timestampMs: number
  region: string
  deviceClass: string
  /** 0 to 1. */
  cpuUtilization: number | undefined
  availableMemoryBytes: number | undefined
  totalMemoryBytes: number | undefined
  gflops: number | undefined
  latencyMs: number | undefined
  /** How fast blobs came from peers of late; 10^6 bits a second. */
  bandwidthMbps: number | undefined
  powerWatts: number | undefined
  temperatureCelsius: number | undefined
  slots: number
  slotsFree: number
  cachedModules: number
  /** Internal errors of the last 10 minutes. */
  errors: number
  /** 99th percentile since the last sample. */
  eventLoopLagMs: number | undefined
}

export function encodeTelemetrySample(sample: TelemetrySample): Uint8Array {
  const { availableMemoryBytes, totalMemoryBytes, ...rest } = sample
  return ailee.v1.TelemetrySample.encode({
    ...rest,
    sequence: toU64(sample.sequence),
    timestampMs: toU64(sample.timestampMs),
    ...(availableMemoryBytes === undefined ? {} : { availableMemoryBytes: toU64(availableMemoryBytes) }),
    ...(totalMemoryBytes === undefined ? {} : { totalMemoryBytes: toU64(totalMemoryBytes) })
  }).finish()
}

export function decodeTelemetrySample(bytes: Uint8Array): TelemetrySample {
  if (bytes.length > MAX_GOSSIP_BYTES) throw new ProtocolError('WIRE_TOO_LARGE', 'the sample is too long')
  const wire = parseMessage('TelemetrySample', (data) => ailee.v1.TelemetrySample.decode(data), bytes)
  const bytesOrAbsent = (value: typeof wire.totalMemoryBytes, field: string): number | undefined =>
    value === null || value === undefined ? undefined : integer(value, 0, Number.MAX_SAFE_INTEGER, field)
  return {
    network: nonEmptyText(wire.network, MAX_NETWORK_BYTES, 'network'),
    nodeId: nodeId(wire.nodeId, 'node_id'),
    sequence: timestamp(wire.sequence, 'sequence'),
    timestampMs: timestamp(wire.timestampMs, 'timestamp_ms'),
    region: text(wire.region, MAX_REGION_BYTES, 'region'),
    deviceClass: text(wire.deviceClass, MAX_REGION_BYTES, 'device_class'),
    cpuUtilization: optionalFloat(wire.cpuUtilization, 0, 1, 'cpu_utilization'),
    availableMemoryBytes: bytesOrAbsent(wire.availableMemoryBytes, 'available_memory_bytes'),
    totalMemoryBytes: bytesOrAbsent(wire.totalMemoryBytes, 'total_memory_bytes'),
    gflops: optionalFloat(wire.gflops, 0, 1e9, 'gflops'),
    latencyMs: optionalFloat(wire.latencyMs, 0, 1e6, 'latency_ms'),
    bandwidthMbps: optionalFloat(wire.bandwidthMbps, 0, 1e9, 'bandwidth_mbps'),
    powerWatts: optionalFloat(wire.powerWatts, 0, 1e6, 'power_watts'),
    temperatureCelsius: optionalFloat(wire.temperatureCelsius, -100, 1000, 'temperature_celsius'),
    slots: integer(wire.slots, 0, 65_536, 'slots'),
    slotsFree: integer(wire.slotsFree, 0, 65_536, 'slots_free'),
    cachedModules: wire.cachedModules,
    errors: wire.errors,
    eventLoopLagMs: optionalFloat(wire.eventLoopLagMs, 0, 1e6, 'event_loop_lag_ms')
  }
}
