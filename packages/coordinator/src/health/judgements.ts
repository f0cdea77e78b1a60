import type { Clock, NodeId } from '@ailee/core'
import { type JudgedClaim, judgeClaims } from '@ailee/market'
import type { TelemetrySample } from '@ailee/protocol'

/** Every sample may move every median: all are judged anew at most this often, however many workers there are. */
export const JUDGE_MS = 1_000

/** A worker says how it is every two seconds. What it said longer ago than this says nothing of now. */
export const MAX_SAMPLE_AGE_MS = 30_000

/** What this coordinator believes of its workers' latest samples, each judged among the others. */
export class HealthJudgements {
  readonly #clock: Clock
  readonly #samples = new Map<NodeId, { sample: TelemetrySample; receivedAtMs: number }>()
  #judged = new Map<NodeId, JudgedClaim>()
  #judgedAtMs = Number.NEGATIVE_INFINITY
  #stale = false

  constructor(components: { clock: Clock }) {
    this.#clock = components.clock
  }

  measured(sample: TelemetrySample): void {
    this.#samples.set(sample.nodeId, { sample, receivedAtMs: this.#clock.monotonic() })
    this.#stale = true
  }

  forget(nodeId: NodeId): void {
    if (this.#samples.delete(nodeId)) this.#stale = true
    this.#judged.delete(nodeId)
  }

  /** At most a second old; undefined for a node that has sent no sample of late. */
  of(nodeId: NodeId): JudgedClaim | undefined {
    if (!this.#isFresh(nodeId)) return undefined
    // One that is new is judged at once: there is nothing older to go by.
    if (this.#stale && (!this.#judged.has(nodeId) || this.#due())) this.#judge()
    return this.#judged.get(nodeId)
  }

  /** Of all nodes that have sent a sample of late. */
  all(): readonly JudgedClaim[] {
    if (this.#stale) this.#judge()
    return [...this.#judged].flatMap(([nodeId, judged]) => (this.#isFresh(nodeId) ? [judged] : []))
  }

  #isFresh(nodeId: NodeId): boolean {
    const receivedAtMs = this.#samples.get(nodeId)?.receivedAtMs ?? Number.NEGATIVE_INFINITY
    return this.#clock.monotonic() - receivedAtMs <= MAX_SAMPLE_AGE_MS
  }

  #due(): boolean {
    return this.#clock.monotonic() - this.#judgedAtMs >= JUDGE_MS
  }

  #judge(): void {
    const fresh = [...this.#samples.values()].filter(({ sample }) => this.#isFresh(sample.nodeId))
    this.#judged = judgeClaims(fresh.map(({ sample }) => sample))
    this.#judgedAtMs = this.#clock.monotonic()
    this.#stale = false
  }
}
