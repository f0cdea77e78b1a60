import type { Clock, Logger, NodeId, Service, Timer } from '@ailee/core'
import type { TelemetrySample } from '@ailee/protocol'
import type { TelemetryRepository } from '@ailee/store'
import {
  TELEMETRY_FLUSH_MS,
  TELEMETRY_KEPT_MS,
  TELEMETRY_MAX_PER_NODE,
  TELEMETRY_MAX_TOTAL,
  TELEMETRY_PRUNE_MS,
  TELEMETRY_STORED_EVERY_MS
} from '../constants.js'

export interface TelemetryRecorderComponents {
  telemetry: TelemetryRepository
  /** Whose samples are kept. Gossip brings those of anybody, and ids cost nothing. */
  isKnown(nodeId: NodeId): boolean
  clock: Clock
  log: Logger
}

/** Keeps the history of workers' health: a sample each half minute, written together, for a day. */
export class TelemetryRecorder implements Service {
  readonly name = 'telemetry-recorder'
  readonly #components: TelemetryRecorderComponents
  /** What waits to be written, one sample a node. */
  readonly #pending = new Map<NodeId, TelemetrySample>()
  /** When a sample of each node was last taken, on the monotonic clock. */
  readonly #takenAtMs = new Map<NodeId, number>()
  #abort = new AbortController()
  #timer: Timer | undefined
  #prunedAtMs = Number.NEGATIVE_INFINITY
  #work: Promise<void> = Promise.resolve()

  constructor(components: TelemetryRecorderComponents) {
    this.#components = components
  }

  async start(): Promise<void> {
    if (this.#timer !== undefined) return
    this.#abort = new AbortController()
    this.#schedule()
  }

  /** Writes what waits. */
  async stop(): Promise<void> {
    if (this.#timer === undefined) return
    this.#timer.cancel()
    this.#timer = undefined
    this.#abort.abort(new Error('the node is stopping'))
    await this.#work
    await this.#flush()
  }

  /** Takes note of a sample; most are dropped, since the latest is known and the past needs fewer. */
  record(sample: TelemetrySample): void {
    const { clock, isKnown } = this.#components
    if (this.#timer === undefined || !isKnown(sample.nodeId)) return
    const nowMs = clock.monotonic()
    const takenAtMs = this.#takenAtMs.get(sample.nodeId)
    if (takenAtMs !== undefined && nowMs - takenAtMs < TELEMETRY_STORED_EVERY_MS) return
    this.#takenAtMs.set(sample.nodeId, nowMs)
    this.#pending.set(sample.nodeId, sample)
  }

  #schedule(): void {
    const { clock } = this.#components
    this.#timer = clock.setTimer(TELEMETRY_FLUSH_MS, () => {
      // One after the other: the next turn begins when this one's writing is done.
      this.#work = this.#turn().then(() => {
        if (this.#timer !== undefined) this.#schedule()
      })
    })
  }

  async #turn(): Promise<void> {
    await this.#flush()
    const { clock } = this.#components
    if (clock.monotonic() - this.#prunedAtMs < TELEMETRY_PRUNE_MS) return
    this.#prunedAtMs = clock.monotonic()
    this.#forgetGone()
    await this.#prune()
  }

  async #flush(): Promise<void> {
    const { telemetry, log } = this.#components
    const samples = [...this.#pending.values()]
    this.#pending.clear()
    await telemetry.save(samples).catch((error: unknown) => {
      log.warn('health samples were not stored', { samples: samples.length, error })
    })
  }

  async #prune(): Promise<void> {
    const { telemetry, clock, log } = this.#components
    const retention = {
      beforeMs: clock.now() - TELEMETRY_KEPT_MS,
      maxPerNode: TELEMETRY_MAX_PER_NODE,
      maxTotal: TELEMETRY_MAX_TOTAL
    }
    const { signal } = this.#abort
    try {
      const removed = await telemetry.prune(retention, { signal })
      log.debug('old health samples were removed', { removed })
    } catch (error) {
      if (!signal.aborted) log.warn('old health samples were not removed', { error })
    }
  }

  #forgetGone(): void {
    for (const nodeId of this.#takenAtMs.keys()) {
      if (!this.#components.isKnown(nodeId)) this.#takenAtMs.delete(nodeId)
    }
  }
}
