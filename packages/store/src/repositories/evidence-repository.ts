import type { Entry, KeyValueStore, Operation } from '@ailee/core'
import { type Evidence, evidenceId, offenderOf } from '@ailee/protocol'
import { MAX_EVIDENCE_IDS, MAX_EVIDENCE_RECORDS } from '../constants.js'
import { prefixes } from '../keys.js'
import {
  decodeEvidenceRecord,
  type EvidenceRecord,
  encodeEvidenceRecord
} from '../records/evidence-record.js'
import { decodeStored, hashPart } from '../records/fields.js'
import { type ListOptions, rangeOptions } from './stored.js'

export interface StoredEvidence extends EvidenceRecord {
  /** 64 hex digits. */
  id: string
}

export interface EvidenceRepositoryInit {
  /** Evidence kept whole. Past it the oldest is reduced to its id. */
  maxRecords?: number
  /** Ids remembered, so that what was applied is not applied again. Past it the oldest is forgotten. */
  maxIds?: number
}

/**
 * Evidence by id, at `evidence/`: once there, it is known, across restarts. Bounded, since anybody can convict any
 * number of keys of his own. It must be the only user of its prefix.
 */
export class EvidenceRepository {
  readonly #store: KeyValueStore
  readonly #maxRecords: number
  readonly #maxIds: number
  /** Oldest first. Those kept whole, and all that are remembered. */
  readonly #whole = new Set<string>()
  readonly #known = new Set<string>()
  #loaded: Promise<void> | undefined
  #writing: Promise<unknown> = Promise.resolve()

  constructor(components: { store: KeyValueStore }, init: EvidenceRepositoryInit = {}) {
    this.#store = components.store
    this.#maxRecords = init.maxRecords ?? MAX_EVIDENCE_RECORDS
    this.#maxIds = init.maxIds ?? MAX_EVIDENCE_IDS
  }

  async has(id: string): Promise<boolean> {
    await this.#load()
    return this.#known.has(id)
  }

  async get(id: string): Promise<StoredEvidence | undefined> {
    const entry = await this.#store.get(keyOf(id))
    return entry && decode(entry)
  }

  /** Takes evidence in, not applied yet, on disk before it resolves. False: it was known already, and nothing happened. */
  add(evidence: Evidence, takenAtMs: number): Promise<boolean> {
    const id = evidenceId(evidence)
    return this.#serialise(async () => {
      if (this.#known.has(id)) return false
      const record = { evidence, offender: offenderOf(evidence), takenAtMs, applied: false }
      const operations: Operation[] = [{ put: keyOf(id), value: encodeEvidenceRecord(record) }]
      const reduced = oldestPast(this.#whole, this.#maxRecords - 1)
      const forgotten = oldestPast(this.#known, this.#maxIds - 1)
      for (const old of forgotten) operations.push({ delete: keyOf(old) })
      for (const old of reduced) {
        const stored = forgotten.includes(old) ? undefined : await this.get(old)
        if (stored === undefined) continue
        operations.push({ put: keyOf(old), value: encodeEvidenceRecord({ ...stored, evidence: undefined }) })
      }
      await this.#store.commit({ operations })
      for (const old of [...reduced, ...forgotten]) this.#whole.delete(old)
      for (const old of forgotten) this.#known.delete(old)
      this.#whole.add(id)
      this.#known.add(id)
      return true
    })
  }

  /** Notes that the effects of evidence have happened. */
  markApplied(id: string): Promise<void> {
    return this.#serialise(async () => {
      const stored = await this.get(id)
      if (stored === undefined) return
      const value = encodeEvidenceRecord({ ...stored, applied: true })
      await this.#store.commit({ operations: [{ put: keyOf(id), value }] })
    })
  }

  /** What was taken last, newest first. */
  async latest(limit: number): Promise<StoredEvidence[]> {
    await this.#load()
    const ids = [...this.#known].slice(-limit).reverse()
    const stored = await Promise.all(ids.map((id) => this.get(id)))
    return stored.filter((one) => one !== undefined)
  }

  /** Everything by id, also what is reduced to it; `after` is one of those. */
  async *list(options: ListOptions = {}): AsyncIterable<StoredEvidence> {
    const range = rangeOptions(prefixes.evidence, options)
    for await (const entry of this.#store.range(prefixes.evidence, range)) yield decode(entry)
  }

  #load(): Promise<void> {
    this.#loaded ??= this.#readIndex().catch((error: unknown) => {
      this.#loaded = undefined
      throw error
    })
    return this.#loaded
  }

  async #readIndex(): Promise<void> {
    const all: { id: string; takenAtMs: number; whole: boolean }[] = []
    for await (const { id, takenAtMs, evidence } of this.list()) {
      all.push({ id, takenAtMs, whole: evidence !== undefined })
    }
    for (const { id, whole } of all.sort((a, b) => a.takenAtMs - b.takenAtMs)) {
      this.#known.add(id)
      if (whole) this.#whole.add(id)
    }
  }

  /** One change at a time, so that the bounds hold and nothing is added twice. */
  #serialise<T>(step: () => Promise<T>): Promise<T> {
    const next = this.#writing.then(() => this.#load()).then(step)
    this.#writing = next.catch(() => {})
    return next
  }
}

/** The first entries of a set that has more than `max`; at most 20 at once, so that they fit one commit. */
function oldestPast(ids: ReadonlySet<string>, max: number): string[] {
  const oldest: string[] = []
  for (const id of ids) {
    if (oldest.length >= Math.min(20, ids.size - max)) break
    oldest.push(id)
  }
  return oldest
}

function keyOf(id: string): string {
  return prefixes.evidence + hashPart(id, 'id')
}

function decode({ key, value }: Entry): StoredEvidence {
  return decodeStored(key, value, (bytes) => {
    const record = decodeEvidenceRecord(bytes)
    const id = key.slice(prefixes.evidence.length)
    const found = record.evidence === undefined ? id : evidenceId(record.evidence)
    if (found !== id) throw new Error(`the evidence has id ${found}`)
    return { ...record, id }
  })
}
