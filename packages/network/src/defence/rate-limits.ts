import type { Clock, NodeId } from '@ailee/core'
import { LruMap } from '../collections/lru-map.js'
import { MAX_LIMITED_ORIGINS, PREFIX_SHARE, RATES } from '../constants.js'
import { type Rate, TokenBucket } from './token-bucket.js'

/** What is counted of a peer. */
export type Limited = keyof typeof RATES

export type Rates = Readonly<Record<Limited, Rate>>

/** Whose bucket was empty, and when there is enough in it again. */
export interface Excess {
  of: 'peer' | 'prefix'
  retryAfterMs: number
}

/** What one peer may still send: its own buckets, and those it shares with its part of the network. */
export interface Allowance {
  /** Takes from both buckets; returns which of them has too little. */
  take(what: Limited, amount?: number): Excess | undefined
}

type Buckets = Map<Limited, TokenBucket>

/**
 * Token buckets of peers and of IP prefixes, on our clock. They are asked for each message, so they are plain
 * arithmetic: rate-limiter-flexible would cost a promise and a timer there, and counts in windows of the wall clock.
 */
export class RateLimits {
  readonly #clock: Clock
  readonly #rates: Rates
  readonly #peers = new LruMap<NodeId, Buckets>(MAX_LIMITED_ORIGINS)
  readonly #prefixes = new LruMap<string, Buckets>(MAX_LIMITED_ORIGINS)

  constructor(components: { clock: Clock }, init: { rates: Partial<Rates> } = { rates: {} }) {
    this.#clock = components.clock
    this.#rates = { ...RATES, ...init.rates }
  }

  /** What a peer may send. `prefix` undefined: nothing is shared. */
  of(peer: NodeId, prefix: string | undefined): Allowance {
    const own = bucketsOf(this.#peers, peer)
    const shared = prefix === undefined ? undefined : bucketsOf(this.#prefixes, prefix)
    return {
      take: (what, amount = 1) => {
        const nowMs = this.#clock.monotonic()
        const bucket = bucketOf(own, what, this.#rates[what], nowMs)
        if (!bucket.take(amount, nowMs)) return { of: 'peer', retryAfterMs: bucket.waitMs(amount, nowMs) }
        if (shared === undefined) return undefined
        const common = bucketOf(shared, what, timesOf(this.#rates[what], PREFIX_SHARE), nowMs)
        if (common.take(amount, nowMs)) return undefined
        return { of: 'prefix', retryAfterMs: common.waitMs(amount, nowMs) }
      }
    }
  }
}

function bucketsOf(origins: LruMap<string, Buckets>, origin: string): Buckets {
  const known = origins.get(origin)
  if (known !== undefined) return known
  const buckets: Buckets = new Map()
  origins.set(origin, buckets)
  return buckets
}

function bucketOf(buckets: Buckets, what: Limited, rate: Rate, nowMs: number): TokenBucket {
  const known = buckets.get(what)
  if (known !== undefined) return known
  const bucket = new TokenBucket(rate, nowMs)
  buckets.set(what, bucket)
  return bucket
}

function timesOf({ burst, perSecond }: Rate, share: number): Rate {
  return { burst: burst * share, perSecond: perSecond * share }
}
