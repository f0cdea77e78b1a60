import { type Clock, systemClock } from '@ailee/core'

/** The machine's clock, which a test may put forward. Timers run as they would without. */
export class ShiftedClock implements Clock {
  shiftMs = 0

  now(): number {
    return systemClock.now() + this.shiftMs
  }

  monotonic(): number {
    return systemClock.monotonic() + this.shiftMs
  }

  setTimer: Clock['setTimer'] = (delayMs, callback) => systemClock.setTimer(delayMs, callback)
}
