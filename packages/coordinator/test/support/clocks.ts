import { type Clock, ManualClock, type Timer } from '@ailee/core'

/** A manual clock that can also jump: time has passed and no timer has fired, as in a process that was stopped. */
export class JumpClock extends ManualClock {
  #jumpedMs = 0

  jump(ms: number): void {
    this.#jumpedMs += ms
  }

  override now(): number {
    return super.now() + this.#jumpedMs
  }

  override monotonic(): number {
    return this.now()
  }
}

/** The clock of one process: its timers die with it. */
export class ProcessClock implements Clock {
  readonly #clock: Clock
  #dead = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  die(): void {
    this.#dead = true
  }

  now(): number {
    return this.#clock.now()
  }

  monotonic(): number {
    return this.#clock.monotonic()
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    return this.#clock.setTimer(delayMs, () => {
      if (!this.#dead) callback()
    })
  }
}
