/** How much at once, and how much a second after that. */
export interface Rate {
  burst: number
  perSecond: number
}

/** Fills evenly up to its burst; what is taken must be there. Times are monotonic milliseconds. */
export class TokenBucket {
  readonly #rate: Rate
  #tokens: number
  #atMs: number

  constructor(rate: Rate, nowMs: number) {
    this.#rate = rate
    this.#tokens = rate.burst
    this.#atMs = nowMs
  }

  /** Takes `amount`, or nothing. */
  take(amount: number, nowMs: number): boolean {
    this.#fill(nowMs)
    if (this.#tokens < amount) return false
    this.#tokens -= amount
    return true
  }

  /** How long until `amount` is there. */
  waitMs(amount: number, nowMs: number): number {
    this.#fill(nowMs)
    return Math.ceil((Math.max(0, amount - this.#tokens) / this.#rate.perSecond) * 1000)
  }

  #fill(nowMs: number): void {
    const { burst, perSecond } = this.#rate
    this.#tokens = Math.min(burst, this.#tokens + ((nowMs - this.#atMs) / 1000) * perSecond)
    this.#atMs = nowMs
  }
}
