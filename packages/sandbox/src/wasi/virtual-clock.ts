/** How far the module's clock moves each time it is read. */
export const CLOCK_STEP_NS = 1_000n

/**
 * The time a module sees: it starts at `clockMs`, moves by one microsecond per reading and by exactly the
 * length of a sleep, and never by real time. So it is the same on every machine.
 */
export class VirtualClock {
  readonly #startNs: bigint
  #elapsedNs = 0n

  constructor(clockMs: number) {
    this.#startNs = BigInt(Math.trunc(clockMs)) * 1_000_000n
  }

  /** Nanoseconds since the module's start; reading it moves it. */
  monotonicNs(): bigint {
    this.#elapsedNs += CLOCK_STEP_NS
    return this.#elapsedNs
  }

  /** Nanoseconds since the Unix epoch; reading it moves the clock. */
  realtimeNs(): bigint {
    return this.#startNs + this.monotonicNs()
  }

  /** A clock as it stands, without moving it: for the times of files and for what sleeps wait for. */
  standsAtNs(clock: 'realtime' | 'monotonic'): bigint {
    return clock === 'realtime' ? this.#startNs + this.#elapsedNs : this.#elapsedNs
  }

  /** Moves the clock to an absolute time (never backwards): how a sleep ends. */
  sleepUntil(clock: 'realtime' | 'monotonic', untilNs: bigint): void {
    const elapsed = clock === 'realtime' ? untilNs - this.#startNs : untilNs
    if (elapsed > this.#elapsedNs) this.#elapsedNs = elapsed
  }

  sleepFor(durationNs: bigint): void {
    this.#elapsedNs += durationNs
  }
}
