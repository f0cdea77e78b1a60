import type { Clock } from '@ailee/core'
import { ERROR_BUCKETS, ERROR_WINDOW_MS } from '../constants.js'

/** Counts what went wrong lately, to a tenth of the window, in the same memory however much it is. */
export class ErrorWindow {
  readonly #clock: Clock
  #buckets: { startMs: number; count: number }[] = []

  constructor(components: { clock: Clock }) {
    this.#clock = components.clock
  }

  add(): void {
    const startMs = this.#bucketOf(this.#clock.monotonic())
    const last = this.#buckets.at(-1)
    if (last?.startMs === startMs) last.count += 1
    else this.#buckets = [...this.#recent(), { startMs, count: 1 }]
  }

  /** Errors within the window. */
  count(): number {
    return this.#recent().reduce((sum, { count }) => sum + count, 0)
  }

  #recent(): { startMs: number; count: number }[] {
    const sinceMs = this.#bucketOf(this.#clock.monotonic()) - ERROR_WINDOW_MS
    return this.#buckets.filter(({ startMs }) => startMs > sinceMs)
  }

  #bucketOf(nowMs: number): number {
    const bucketMs = ERROR_WINDOW_MS / ERROR_BUCKETS
    return Math.floor(nowMs / bucketMs) * bucketMs
  }
}
