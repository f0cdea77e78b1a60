import type { Clock } from '@ailee/core'
import { BANDWIDTH_TRANSFERS, BANDWIDTH_WINDOW_MS, MIN_BANDWIDTH_BYTES } from '../constants.js'

/** Above this a sample would not be believed (MUST-142); only memory is that fast. */
const MAX_MBPS = 1e6

interface Transfer {
  bytes: number
  durationMs: number
  endedAtMs: number
}

/**
 * How fast blobs came from peers in normal work: all bytes of the latest transfers over all of their time, from the
 * request on. Small blobs are left out, since their time is the round trip's. Nothing is sent just to measure.
 */
export class BandwidthMeter {
  readonly #clock: Clock
  #transfers: Transfer[] = []

  constructor(components: { clock: Clock }) {
    this.#clock = components.clock
  }

  /** Takes note of a blob that came whole. */
  add(bytes: number, durationMs: number): void {
    if (bytes < MIN_BANDWIDTH_BYTES || !(durationMs > 0)) return
    this.#transfers.push({ bytes, durationMs, endedAtMs: this.#clock.monotonic() })
    if (this.#transfers.length > BANDWIDTH_TRANSFERS) this.#transfers.shift()
  }

  /** Megabits (10^6) a second; undefined where no blob has come of late. */
  mbps(): number | undefined {
    const sinceMs = this.#clock.monotonic() - BANDWIDTH_WINDOW_MS
    this.#transfers = this.#transfers.filter(({ endedAtMs }) => endedAtMs >= sinceMs)
    if (this.#transfers.length === 0) return undefined
    let bits = 0
    let totalMs = 0
    for (const { bytes, durationMs } of this.#transfers) {
      bits += bytes * 8
      totalMs += durationMs
    }
    return Math.min(MAX_MBPS, bits / (totalMs * 1000))
  }
}
