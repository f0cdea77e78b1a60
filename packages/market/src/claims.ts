import type { TelemetrySample } from '@ailee/protocol'
import type { HealthMeasurements } from './health.js'

/** What a node says of its health, as far as it is judged. */
export type HealthClaim = HealthMeasurements & Pick<TelemetrySample, 'nodeId' | 'region' | 'deviceClass'>

/** Measurements that raise the score of who makes them up. */
export type HealthQuantity = 'gflops' | 'bandwidthMbps' | 'latencyMs' | 'powerWatts'

/** Why a claim is not believed. */
export interface HealthDoubt {
  quantity: HealthQuantity | 'availableMemoryBytes'
  /** `impossible`: no machine does that; `outlier`: none of its peers does. */
  kind: 'impossible' | 'outlier'
  claimed: number
  /** What the score is made of instead: the median of its peers; undefined = left out. */
  believed: number | undefined
  /** 0 to 1; 0 for what is impossible. */
  trust: number
}

/** Above these no single machine is today, with a tenfold margin and more. */
const MAX_GFLOPS = 1e6
const MAX_BANDWIDTH_MBPS = 1e6
const MAX_GFLOPS_PER_WATT = 1000

/** Claims that are false whatever the peers say. */
export function impossibleClaims(claim: HealthClaim): HealthDoubt[] {
  const { gflops = 0, bandwidthMbps = 0, powerWatts = 0, availableMemoryBytes, totalMemoryBytes } = claim
  const doubts: HealthDoubt[] = []
  const doubt = (quantity: HealthDoubt['quantity'], claimed: number): void =>
    void doubts.push({ quantity, kind: 'impossible', claimed, believed: undefined, trust: 0 })
  if (gflops > MAX_GFLOPS) doubt('gflops', gflops)
  if (bandwidthMbps > MAX_BANDWIDTH_MBPS) doubt('bandwidthMbps', bandwidthMbps)
  // No power at all is taken as unknown by the score, so it gains nothing.
  if (powerWatts > 0 && gflops / powerWatts > MAX_GFLOPS_PER_WATT) doubt('powerWatts', powerWatts)
  if (
    availableMemoryBytes !== undefined &&
    totalMemoryBytes !== undefined &&
    availableMemoryBytes > totalMemoryBytes
  ) {
    doubt('availableMemoryBytes', availableMemoryBytes)
  }
  return doubts
}

/** The claim with what is believed in place of what is doubted. */
export function believedClaim(claim: HealthClaim, doubts: readonly HealthDoubt[]): HealthClaim {
  return { ...claim, ...Object.fromEntries(doubts.map(({ quantity, believed }) => [quantity, believed])) }
}

/** Who is compared with whom: what a network gives depends on the place too, what a machine does on its class. */
export function peerGroup({ deviceClass, region }: HealthClaim, quantity: HealthQuantity): string {
  const ofPlace = quantity === 'bandwidthMbps' || quantity === 'latencyMs'
  return JSON.stringify(ofPlace ? [quantity, deviceClass, region] : [quantity, deviceClass])
}
