import type { Clock, Timer } from '@ailee/core'
import { FRAME_TIMEOUT_MS } from '../constants.js'

/** Watches that no message of a stream takes too long: one that trickles in holds memory and a place for nothing. */
export class FrameWatch {
  readonly #clock: Clock
  readonly #expired: () => void
  #begunAtMs: number | undefined
  #timer: Timer | undefined

  constructor(components: { clock: Clock; expired: () => void }) {
    this.#clock = components.clock
    this.#expired = components.expired
  }

  /** To be told after each chunk: whether it completed a message, and whether part of another is there now. */
  note({ completed, unfinished }: { completed: boolean; unfinished: boolean }): void {
    if (!unfinished) {
      this.#begunAtMs = undefined
      return
    }
    if (completed || this.#begunAtMs === undefined) this.#begunAtMs = this.#clock.monotonic()
    // One timer that looks again, instead of one a chunk.
    this.#timer ??= this.#clock.setTimer(FRAME_TIMEOUT_MS, this.#look)
  }

  stop(): void {
    this.#begunAtMs = undefined
    this.#timer?.cancel()
  }

  readonly #look = (): void => {
    this.#timer = undefined
    if (this.#begunAtMs === undefined) return
    const leftMs = this.#begunAtMs + FRAME_TIMEOUT_MS - this.#clock.monotonic()
    if (leftMs <= 0) this.#expired()
    else this.#timer = this.#clock.setTimer(leftMs, this.#look)
  }
}
