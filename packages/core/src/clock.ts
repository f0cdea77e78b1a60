/** Handle of a pending timer. */
export interface Timer {
  cancel(): void
}

/** Time as a component, so that tests and simulations run on their own. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Monotonic milliseconds, for durations. */
  monotonic(): number
  /** Calls `callback` once after `delayMs`. */
  setTimer(delayMs: number, callback: () => void): Timer
}

/** The machine's clock. Timers do not keep the process alive: services that must live hold real resources. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer(delayMs, callback) {
    const handle: unknown = setTimeout(callback, delayMs)
    if (typeof handle === 'object' && handle !== null && 'unref' in handle) {
      const { unref } = handle as { unref(): void }
      unref.call(handle)
    }
    return { cancel: () => clearTimeout(handle as number) }
  }
}

/** A clock that moves only when told to; timers fire in time order while it advances. */
export class ManualClock implements Clock {
  #nowMs: number
  #sequence = 0
  readonly #timers = new Map<number, { atMs: number; callback: () => void }>()

  constructor(startMs = 1_700_000_000_000) {
    this.#nowMs = startMs
  }

  now(): number {
    return this.#nowMs
  }

  monotonic(): number {
    return this.#nowMs
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    const id = this.#sequence++
    this.#timers.set(id, { atMs: this.#nowMs + Math.max(0, delayMs), callback })
    return { cancel: () => void this.#timers.delete(id) }
  }

  /** Moves time forward by `ms`, firing every timer that falls due, in time order. */
  advance(ms: number): void {
    const endMs = this.#nowMs + ms
    for (;;) {
      let nextId: number | undefined
      let nextAtMs = Number.POSITIVE_INFINITY
      for (const [id, timer] of this.#timers) {
        if (timer.atMs <= endMs && timer.atMs < nextAtMs) {
          nextId = id
          nextAtMs = timer.atMs
        }
      }
      const due = nextId === undefined ? undefined : this.#timers.get(nextId)
      if (nextId === undefined || due === undefined) break
      this.#timers.delete(nextId)
      this.#nowMs = Math.max(this.#nowMs, due.atMs)
      due.callback()
    }
    // A callback may have advanced the clock itself: time never runs backwards.
    this.#nowMs = Math.max(this.#nowMs, endMs)
  }
}
