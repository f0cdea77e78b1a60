import type { Entry, KeyValueStore, NodeId, Operation } from '@ailee/core'
import { MAX_COMMIT_OPERATIONS } from '@ailee/core'
import { decodeTelemetrySample, encodeTelemetrySample, type TelemetrySample } from '@ailee/protocol'
import { StoreError } from '../errors.js'
import { keyPart, prefixes } from '../keys.js'
import { decodeStored } from '../records/fields.js'

export interface TelemetryListOptions {
  /** Unix milliseconds, both inclusive. */
  fromMs?: number
  toMs?: number
  limit?: number
  signal?: AbortSignal
}

/** How much is kept. */
export interface TelemetryRetention {
  /** Samples of before go, Unix milliseconds. */
  beforeMs: number
  /** Of each node the newest. */
  maxPerNode: number
  /** Of all nodes together. Past it, those with the most samples lose their oldest. */
  maxTotal: number
}

/** Digits of the largest time, 2^53 − 1: keys sort by time. */
const TIME_DIGITS = 16

/**
 * Health samples at `telemetry/{nodeId}/{timestamp}`, a sample a node and millisecond. A power cut may lose the latest
 * saves: samples tell of the past, nothing rests on them.
 */
export class TelemetryRepository {
  readonly #store: KeyValueStore

  constructor(components: { store: KeyValueStore }) {
    this.#store = components.store
  }

  /** In commits of at most 100 samples. Throws STORE_RECORD_INVALID for a time that is none. */
  async save(samples: readonly TelemetrySample[]): Promise<void> {
    const operations = new Map<string, Operation>()
    for (const sample of samples) {
      const key = keyOf(sample.nodeId, sample.timestampMs)
      // The latter of two of one millisecond: a commit has each key once.
      operations.set(key, { put: key, value: encodeTelemetrySample(sample) })
    }
    await this.#commit([...operations.values()])
  }

  /** A node's samples, newest first. Throws STORE_CORRUPTED for a damaged one. */
  async *list(nodeId: NodeId, options: TelemetryListOptions = {}): AsyncIterable<TelemetrySample> {
    const { fromMs = 0, toMs, limit, signal } = options
    const after = toMs === undefined || toMs >= Number.MAX_SAFE_INTEGER ? undefined : keyOf(nodeId, toMs + 1)
    const range = { after, limit, signal, reverse: true }
    for await (const entry of this.#store.range(prefixOf(nodeId), range)) {
      if (timeOf(entry.key) < fromMs) return
      yield decode(entry)
    }
  }

  /** Ids of the nodes that have samples, in their order. */
  async *nodes(options: { signal?: AbortSignal } = {}): AsyncIterable<NodeId> {
    let after: string | undefined
    for (;;) {
      let found: string | undefined
      const range = { after, limit: 1, signal: options.signal }
      for await (const { key } of this.#store.range(prefixes.telemetry, range)) found = key
      if (found === undefined) return
      const nodeId = found.slice(prefixes.telemetry.length, found.lastIndexOf('/'))
      yield nodeId
      // Behind all of this node's keys, whose last parts are digits.
      after = `${prefixOf(nodeId)}~`
    }
  }

  /** Removes what is not to be kept, in commits of at most 100 deletions, and tells how many samples went. */
  async prune(retention: TelemetryRetention, options: { signal?: AbortSignal } = {}): Promise<number> {
    const counts = new Map<NodeId, number>()
    let removed = 0
    for await (const nodeId of this.nodes(options)) {
      const { old, recent } = await this.#count(nodeId, retention.beforeMs, options.signal)
      const surplus = Math.max(0, recent - retention.maxPerNode)
      removed += await this.#removeOldest(nodeId, old + surplus, options.signal)
      counts.set(nodeId, recent - surplus)
    }
    const level = fairLevel([...counts.values()], retention.maxTotal)
    for (const [nodeId, count] of counts) {
      if (count > level) removed += await this.#removeOldest(nodeId, count - level, options.signal)
    }
    return removed
  }

  async #count(
    nodeId: NodeId,
    beforeMs: number,
    signal?: AbortSignal
  ): Promise<{ old: number; recent: number }> {
    let old = 0
    let recent = 0
    for await (const { key } of this.#store.range(prefixOf(nodeId), { signal })) {
      if (timeOf(key) < beforeMs) old += 1
      else recent += 1
    }
    return { old, recent }
  }

  async #removeOldest(nodeId: NodeId, count: number, signal?: AbortSignal): Promise<number> {
    let removed = 0
    while (removed < count) {
      const limit = Math.min(MAX_COMMIT_OPERATIONS, count - removed)
      const operations: Operation[] = []
      for await (const { key } of this.#store.range(prefixOf(nodeId), { limit, signal })) {
        operations.push({ delete: key })
      }
      if (operations.length === 0) break
      await this.#commit(operations)
      removed += operations.length
    }
    return removed
  }

  async #commit(operations: readonly Operation[]): Promise<void> {
    for (let start = 0; start < operations.length; start += MAX_COMMIT_OPERATIONS) {
      const part = operations.slice(start, start + MAX_COMMIT_OPERATIONS)
      await this.#store.commit({ operations: part, sync: false })
    }
  }
}

/** The most that each may keep so that all together have no more than `total`: who has little keeps it. */
function fairLevel(counts: readonly number[], total: number): number {
  let left = total
  const sorted = counts.toSorted((a, b) => a - b)
  for (const [index, count] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - index))
    if (count > share) return share
    left -= count
  }
  return Number.POSITIVE_INFINITY
}

function prefixOf(nodeId: NodeId): string {
  return `${prefixes.telemetry}${keyPart(nodeId)}/`
}

function keyOf(nodeId: NodeId, timestampMs: number): string {
  if (!Number.isSafeInteger(timestampMs) || timestampMs < 0) {
    throw new StoreError('STORE_RECORD_INVALID', `timestampMs is ${timestampMs}, not a time`)
  }
  return prefixOf(nodeId) + String(timestampMs).padStart(TIME_DIGITS, '0')
}

function timeOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('/') + 1))
}

function decode({ key, value }: Entry): TelemetrySample {
  return decodeStored(key, value, (bytes) => {
    const sample = decodeTelemetrySample(bytes)
    if (keyOf(sample.nodeId, sample.timestampMs) !== key) throw new Error('the sample belongs to another key')
    return sample
  })
}
