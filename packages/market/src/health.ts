import type { TelemetrySample } from '@ailee/protocol'

/** Weights of the health score's terms. */
export interface HealthWeights {
  bandwidth: number
  latency: number
  efficiency: number
  reputation: number
}

/** domain: 0.40 bandwidth, 0.30 latency, 0.20 efficiency, 0.10 reputation. */
export const defaultHealthWeights: HealthWeights = {
  bandwidth: 0.4,
  latency: 0.3,
  efficiency: 0.2,
  reputation: 0.1
}

/** Where the terms reach 1, and where safe mode begins. */
const FULL_BANDWIDTH_MBPS = 1000
const WORST_LATENCY_MS = 100
const FULL_GFLOPS_PER_WATT = 10
const SAFE_MODE_CELSIUS = 85
const SAFE_MODE_LATENCY_MS = 300
const SAFE_MODE_ERRORS = 25

/** Measurements the score is made of; what a machine cannot measure is undefined. */
export type HealthMeasurements = Pick<
  TelemetrySample,
  | 'bandwidthMbps'
  | 'latencyMs'
  | 'gflops'
  | 'powerWatts'
  | 'cpuUtilization'
  | 'availableMemoryBytes'
  | 'totalMemoryBytes'
  | 'temperatureCelsius'
  | 'errors'
>

/**
 * Health of a node, 0 to 1:
 * `0.40·min(Mbps/1000, 1) + 0.30·max(0, 1 − ms/100) + 0.20·min((GFLOPS/W)/10, 1) + 0.10·reputation`, halved in
 * safe mode. Where power is unknown the third term is the free capacity `(2 − cpu − memory)/2`. Other terms that
 * are unknown are left out and the remaining weights scaled up, so that not measuring is neither reward nor fine.
 */
export function healthScore(
  measured: HealthMeasurements,
  reputation: number,
  weights: HealthWeights = defaultHealthWeights
): number {
  const terms: [weight: number, value: number | undefined][] = [
    [weights.bandwidth, ratio(measured.bandwidthMbps, FULL_BANDWIDTH_MBPS)],
    [
      weights.latency,
      measured.latencyMs === undefined ? undefined : clamp(1 - measured.latencyMs / WORST_LATENCY_MS)
    ],
    [weights.efficiency, efficiency(measured)],
    [weights.reputation, reputation]
  ]
  let sum = 0
  let known = 0
  for (const [weight, value] of terms) {
    if (value === undefined) continue
    sum += weight * value
    known += weight
  }
  const score = known === 0 ? 0 : sum / known
  return isSafeMode(measured) ? score / 2 : score
}

/** True where a node is too hot, too slow or too faulty to be given its full share. */
export function isSafeMode(measured: HealthMeasurements): boolean {
  return (
    (measured.temperatureCelsius ?? 0) > SAFE_MODE_CELSIUS ||
    (measured.latencyMs ?? 0) > SAFE_MODE_LATENCY_MS ||
    measured.errors >= SAFE_MODE_ERRORS
  )
}

/** How much a node computes with its power, 0 to 1: 10 GFLOPS per watt and more are 1. Undefined where it measures no power. */
export function energyEfficiency({
  gflops,
  powerWatts
}: Pick<HealthMeasurements, 'gflops' | 'powerWatts'>): number | undefined {
  if (gflops === undefined || powerWatts === undefined || powerWatts <= 0) return undefined
  return ratio(gflops / powerWatts, FULL_GFLOPS_PER_WATT)
}

function efficiency(measured: HealthMeasurements): number | undefined {
  const { cpuUtilization, availableMemoryBytes, totalMemoryBytes } = measured
  const known = energyEfficiency(measured)
  if (known !== undefined) return known
  if (cpuUtilization === undefined || availableMemoryBytes === undefined || !totalMemoryBytes)
    return undefined
  const memoryUtilization = 1 - availableMemoryBytes / totalMemoryBytes
  return clamp((2 - cpuUtilization - memoryUtilization) / 2)
}

function ratio(value: number | undefined, full: number): number | undefined {
  return value === undefined ? undefined : clamp(value / full)
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
