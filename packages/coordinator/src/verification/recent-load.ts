/** How far back tasks count. */
const WINDOW_MS = 10_000
/** How much one task moves the mean value. */
const VALUE_RATE = 0.001

/** How many tasks come in, and what they are worth: what the choice of a mode depends on. */
export class RecentLoad {
  #perMs = 0
  #meanValue = 0
  #atMs = 0

  observe(value: bigint, atMs: number): void {
    this.#perMs = this.#faded(atMs) + 1 / WINDOW_MS
    this.#atMs = Math.max(this.#atMs, atMs)
    const worth = Number(value)
    this.#meanValue = this.#meanValue === 0 ? worth : this.#meanValue + VALUE_RATE * (worth - this.#meanValue)
  }

  /** Tasks a millisecond, and their mean value in units. */
  at(nowMs: number): { tasksPerMs: number; meanValue: number } {
    return { tasksPerMs: this.#faded(nowMs), meanValue: this.#meanValue }
  }

  /** Each task counts less with time, so that they add up to the rate of late. */
  #faded(nowMs: number): number {
    return this.#perMs * Math.exp(-Math.max(0, nowMs - this.#atMs) / WINDOW_MS)
  }
}
