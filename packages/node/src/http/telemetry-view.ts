import type { NodeId } from '@ailee/core'
import { isSafeMode, type JudgedClaim } from '@ailee/market'
import type { TelemetrySample } from '@ailee/protocol'
import type { NodeView } from './node-view.js'

/** A health sample as `GET /v1/telemetry?node=…` shows it; null = the machine cannot measure it. */
export interface SampleStatus {
  peerId: string
  /** Unix milliseconds, by the clock of the node that measured. */
  timestampMs: number
  region: string
  deviceClass: string
  /** 0 to 1. */
  cpuUtilization: number | null
  availableMemoryBytes: number | null
  totalMemoryBytes: number | null
  gflops: number | null
  latencyMs: number | null
  bandwidthMbps: number | null
  powerWatts: number | null
  temperatureCelsius: number | null
  eventLoopLagMs: number | null
  slots: number
  slotsFree: number
  cachedModules: number
  /** Of the last 10 minutes. */
  errors: number
  safeMode: boolean
}

/** One entry of `GET /v1/telemetry`. */
export interface LatestSampleStatus extends SampleStatus {
  /** What this coordinator makes of it, 0 to 1 each; null for a node that is none of its workers, or silent. */
  health: number | null
  trust: number | null
  /** Claims that cannot be true; `believed` is what takes their place, null = nothing. */
  doubts: { quantity: string; kind: string; claimed: number; believed: number | null }[]
}

export interface TelemetryQuery {
  node: NodeId
  limit: number
  fromMs?: number
  toMs?: number
}

/** The latest sample of this node and of each worker that this coordinator knows, by peer id. */
export function latestTelemetry({ worker, coordinator }: NodeView): LatestSampleStatus[] {
  const latest = new Map<NodeId, LatestSampleStatus>()
  const own = worker?.lastSample
  if (own !== undefined) latest.set(own.nodeId, judgedStatus(own, null, undefined))
  const workers = coordinator?.workers
  for (const { nodeId, sample } of workers?.known() ?? []) {
    if (sample === undefined) continue
    const judged = workers?.judgement(nodeId)
    const health = judged === undefined ? undefined : workers?.health(nodeId)
    latest.set(nodeId, judgedStatus(sample, health ?? null, judged))
  }
  return [...latest.values()].sort((a, b) => (a.peerId < b.peerId ? -1 : 1))
}

/** What is stored of a node, newest first; a node that stores nothing knows its own latest sample. */
export async function storedTelemetry(
  { telemetry, worker }: NodeView,
  { node, limit, ...range }: TelemetryQuery
): Promise<SampleStatus[]> {
  if (telemetry === undefined) {
    const own = worker?.lastSample
    return own?.nodeId === node ? [sampleStatus(own)] : []
  }
  const samples: SampleStatus[] = []
  for await (const sample of telemetry.list(node, { ...range, limit })) samples.push(sampleStatus(sample))
  return samples
}

function judgedStatus(
  sample: TelemetrySample,
  health: number | null,
  judged: JudgedClaim | undefined
): LatestSampleStatus {
  const doubts = (judged?.doubts ?? []).map(({ quantity, kind, claimed, believed }) => ({
    quantity,
    kind,
    claimed,
    believed: believed ?? null
  }))
  return { ...sampleStatus(sample), health, trust: judged?.trust ?? null, doubts }
}

function sampleStatus(sample: TelemetrySample): SampleStatus {
  return {
    peerId: sample.nodeId,
    timestampMs: sample.timestampMs,
    region: sample.region,
    deviceClass: sample.deviceClass,
    cpuUtilization: sample.cpuUtilization ?? null,
    availableMemoryBytes: sample.availableMemoryBytes ?? null,
    totalMemoryBytes: sample.totalMemoryBytes ?? null,
    gflops: sample.gflops ?? null,
    latencyMs: sample.latencyMs ?? null,
    bandwidthMbps: sample.bandwidthMbps ?? null,
    powerWatts: sample.powerWatts ?? null,
    temperatureCelsius: sample.temperatureCelsius ?? null,
    eventLoopLagMs: sample.eventLoopLagMs ?? null,
    slots: sample.slots,
    slotsFree: sample.slotsFree,
    cachedModules: sample.cachedModules,
    errors: sample.errors,
    safeMode: isSafeMode(sample)
  }
}
