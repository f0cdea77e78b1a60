import type { NodeId } from '@ailee/core'
import {
  believedClaim,
  type HealthClaim,
  type HealthDoubt,
  type HealthQuantity,
  impossibleClaims,
  peerGroup
} from './claims.js'
import { median, medianAbsoluteDeviation } from './median.js'

/** Fewer claims than this are not compared: of two that differ, nobody knows which is wrong. */
const MIN_CLAIMS = 3
/** A modified z-score above this is an outlier (Iglewicz and Hoaglin). */
const OUTLIER_THRESHOLD = 3.5
/** Makes the median absolute deviation comparable with a standard deviation. */
const MAD_SCALE = 0.6745
/** Least spread, as a share of the median: among machines that are all alike a better one is no liar. */
const SPREAD_FLOOR = 0.5

/** How each quantity is compared: larger is better for its node. A low latency or power is a high inverse. */
const goodness: Readonly<Record<HealthQuantity, { of(value: number): number; back(good: number): number }>> =
  {
    gflops: { of: (value) => value, back: (good) => good },
    bandwidthMbps: { of: (value) => value, back: (good) => good },
    latencyMs: { of: inverse, back: uninverse },
    powerWatts: { of: inverse, back: uninverse }
  }

const quantities = Object.keys(goodness) as HealthQuantity[]

/** A node's health claims as far as they are believed. */
export interface JudgedClaim {
  /** The claims, with what is believed in place of what is doubted. */
  believed: HealthClaim
  /** 0 to 1: the product of the trust in each doubted claim; 1 where nothing is doubted. */
  trust: number
  doubts: HealthDoubt[]
}

/**
 * Judges what nodes say of their health, one claim a node. First what is impossible is left out. What remains is
 * compared, per quantity, with peers of the same device class (for bandwidth and latency: of the same region too)
 * where at least three state it. A claim that is better than the median by a modified z-score
 * `0.6745·(x − median) / max(MAD, median/2)` of more than 3.5 is replaced by the median, and trusted `3.5/z`.
 * Claims that are worse than their peers' are believed: they cost their node its own score. Latency and power,
 * where less is better, are compared as `1/(1 + x)`. The order of `claims` does not matter.
 */
export function judgeClaims(claims: readonly HealthClaim[]): Map<NodeId, JudgedClaim> {
  const doubts = new Map(claims.map((claim) => [claim.nodeId, impossibleClaims(claim)]))
  const possible = claims.map((claim) => believedClaim(claim, doubts.get(claim.nodeId) ?? []))
  for (const quantity of quantities) {
    for (const group of groupsOf(possible, quantity)) {
      for (const [nodeId, doubt] of outliers(group, quantity)) doubts.get(nodeId)?.push(doubt)
    }
  }
  return new Map(
    claims.map((claim) => {
      const own = doubts.get(claim.nodeId) ?? []
      const trust = own.reduce((product, doubt) => product * doubt.trust, 1)
      return [claim.nodeId, { believed: believedClaim(claim, own), trust, doubts: own }]
    })
  )
}

type Stated = { nodeId: NodeId; value: number }

function groupsOf(claims: readonly HealthClaim[], quantity: HealthQuantity): Iterable<Stated[]> {
  const groups = new Map<string, Stated[]>()
  for (const claim of claims) {
    const value = claim[quantity]
    // No power drawn counts as unknown, here as in the score.
    if (value === undefined || (quantity === 'powerWatts' && value === 0)) continue
    const key = peerGroup(claim, quantity)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [{ nodeId: claim.nodeId, value }])
    else group.push({ nodeId: claim.nodeId, value })
  }
  return groups.values()
}

function* outliers(group: readonly Stated[], quantity: HealthQuantity): Iterable<[NodeId, HealthDoubt]> {
  if (group.length < MIN_CLAIMS) return
  const { of, back } = goodness[quantity]
  const values = group.map(({ value }) => of(value))
  const centre = median(values) ?? 0
  const spread = Math.max(medianAbsoluteDeviation(values, centre), SPREAD_FLOOR * centre)
  for (const { nodeId, value } of group) {
    const distance = of(value) - centre
    // Where most state nothing but 0 there is no scale to compare by.
    const score = spread > 0 ? (MAD_SCALE * distance) / spread : 0
    if (score <= OUTLIER_THRESHOLD) continue
    const trust = OUTLIER_THRESHOLD / score
    yield [nodeId, { quantity, kind: 'outlier', claimed: value, believed: back(centre), trust }]
  }
}

/** One unit is added, so that differences of a fraction of a millisecond or watt count little. */
function inverse(value: number): number {
  return 1 / (1 + value)
}

function uninverse(good: number): number {
  return 1 / good - 1
}
