import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import { EVENT_LOOP_RESOLUTION_MS } from '../constants.js'

/** How late this process gets to what is due. A busy main thread or a starved machine shows here first. */
export class EventLoopMonitor {
  readonly #histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: EVENT_LOOP_RESOLUTION_MS })

  start(): void {
    this.#histogram.enable()
  }

  stop(): void {
    this.#histogram.disable()
  }

  /** 99th percentile of the lag since the last call, in milliseconds; undefined where nothing was measured. */
  lagMs(): number | undefined {
    if (this.#histogram.count === 0) return undefined
    // It measures from one tick to the next, so the time between two that are on time is in it.
    const lagMs = this.#histogram.percentile(99) / 1e6 - EVENT_LOOP_RESOLUTION_MS
    this.#histogram.reset()
    return Math.max(0, lagMs)
  }
}
