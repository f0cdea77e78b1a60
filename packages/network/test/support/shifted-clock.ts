import { type Clock, systemClock, type Timer } from '@ailee/core'

interface Due {
  atMs: number
  callback: () => void
  handle: Timer
}

/** The machine's clock, which a test may put forward. Timers that fall due thereby fire. */
export class ShiftedClock implements Clock {
  #shiftMs = 0
  #frozen: { nowMs: number; monotonicMs: number } | undefined
  readonly #timers = new Set<Due>()

  now(): number {
    return (this.#frozen?.nowMs ?? systemClock.now()) + this.#shiftMs
  }

  monotonic(): number {
    return (this.#frozen?.monotonicMs ?? systemClock.monotonic()) + this.#shiftMs
  }

  /** From now on only `advance` moves the time, so that nothing depends on how fast this machine is. */
  freeze(): void {
    this.#frozen = { nowMs: systemClock.now(), monotonicMs: systemClock.monotonic() }
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    const fire = (): void => {
      this.#timers.delete(due)
      callback()
    }
    const due: Due = {
      atMs: this.monotonic() + delayMs,
      callback: fire,
      handle: systemClock.setTimer(delayMs, fire)
    }
    this.#timers.add(due)
    return {
      cancel: () => {
        due.handle.cancel()
        this.#timers.delete(due)
      }
    }
  }

  advance(ms: number): void {
    this.#shiftMs += ms
    for (const due of [...this.#timers].sort((a, b) => a.atMs - b.atMs)) {
      if (due.atMs > this.monotonic() || !this.#timers.has(due)) continue
      due.handle.cancel()
      due.callback()
    }
  }
}
