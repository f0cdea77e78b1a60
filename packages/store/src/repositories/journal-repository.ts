import { type KeyValueStore, MAX_COMMIT_OPERATIONS, MIB, type Operation } from '@ailee/core'
import { ailee } from '#generated'
import { keyPart, prefixes } from '../keys.js'
import { decodeStored } from '../records/fields.js'

/** A state as it was before the entry of this number. */
export interface Snapshot {
  state: unknown
  sequence: number
}

/** What is needed to be where a process was: a snapshot, and all that happened after it, in order. */
export interface Journal {
  snapshot: Snapshot | undefined
  entries: { sequence: number; entry: unknown }[]
}

/** Where the pieces of the snapshot that counts are. */
interface SnapshotHead {
  sequence: number
  pieces: number
}

/** Snapshots are larger than a commit may be. */
const PIECE_BYTES = MIB
const DIGITS = 16

/**
 * Journals, each under its name: entries at `journals/`, one snapshot each at `snapshots/`. Entries and states are
 * plain data that JSON keeps; the caller knows their form.
 */
export class JournalRepository {
  readonly #store: KeyValueStore

  constructor(components: { store: KeyValueStore }) {
    this.#store = components.store
  }

  /** On disk before it resolves. Writing a number again replaces its entry. Throws STORE_TOO_LARGE. */
  async append(name: string, sequence: number, entry: unknown): Promise<void> {
    await this.#store.commit({ operations: [{ put: entryKey(name, sequence), value: encode(entry) }] })
  }

  async load(name: string): Promise<Journal> {
    const snapshot = await this.#snapshot(name)
    const entries: Journal['entries'] = []
    for await (const { key, value } of this.#store.range(entriesOf(name))) {
      const sequence = Number(key.slice(-DIGITS))
      // What a snapshot covers may be left over from a process that died before it had removed it.
      if (sequence >= (snapshot?.sequence ?? 0)) entries.push({ sequence, entry: decode(key, value) })
    }
    return { snapshot, entries }
  }

  /** Takes the place of everything before the entry of this number. A crash on the way leaves what was there. */
  async saveSnapshot(name: string, { state, sequence }: Snapshot): Promise<void> {
    const text = new TextEncoder().encode(JSON.stringify(state))
    const pieces = Math.ceil(text.length / PIECE_BYTES)
    for (let piece = 0; piece < pieces; piece += 1) {
      const part = text.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES)
      const value = ailee.store.v1.VerificationRecord.encode({ state: part }).finish()
      await this.#store.commit({ operations: [{ put: pieceKey(name, sequence, piece), value }] })
    }
    const head: SnapshotHead = { sequence, pieces }
    await this.#store.commit({ operations: [{ put: headKey(name), value: encode(head) }] })
    await this.#remove(piecesOf(name), (key) => !key.startsWith(pieceKey(name, sequence)))
    await this.#remove(entriesOf(name), (key) => Number(key.slice(-DIGITS)) < sequence)
  }

  async #snapshot(name: string): Promise<Snapshot | undefined> {
    const stored = await this.#store.get(headKey(name))
    if (stored === undefined) return undefined
    const { sequence, pieces } = decode(headKey(name), stored.value) as SnapshotHead
    const parts: Uint8Array[] = []
    for (let piece = 0; piece < pieces; piece += 1) {
      const key = pieceKey(name, sequence, piece)
      const part = await this.#store.get(key)
      parts.push(
        decodeStored(key, part?.value ?? new Uint8Array(), (bytes) => {
          if (part === undefined) throw new Error('it is missing')
          return ailee.store.v1.VerificationRecord.decode(bytes).state
        })
      )
    }
    return { state: decodeStored(headKey(name), Buffer.concat(parts), parse), sequence }
  }

  async #remove(prefix: string, isOld: (key: string) => boolean): Promise<void> {
    let operations: Operation[] = []
    for await (const { key } of this.#store.range(prefix)) {
      if (isOld(key)) operations.push({ delete: key })
      if (operations.length < MAX_COMMIT_OPERATIONS) continue
      await this.#store.commit({ operations, sync: false })
      operations = []
    }
    if (operations.length > 0) await this.#store.commit({ operations, sync: false })
  }
}

function entriesOf(name: string): string {
  return `${prefixes.journals}${keyPart(name)}/`
}

function entryKey(name: string, sequence: number): string {
  return entriesOf(name) + digits(sequence)
}

function headKey(name: string): string {
  return `${prefixes.snapshots}${keyPart(name)}`
}

function piecesOf(name: string): string {
  return `${headKey(name)}/`
}

function pieceKey(name: string, sequence: number, piece?: number): string {
  const all = `${piecesOf(name)}${digits(sequence)}/`
  return piece === undefined ? all : all + digits(piece)
}

function digits(value: number): string {
  return String(value).padStart(DIGITS, '0')
}

function encode(data: unknown): Uint8Array {
  const state = new TextEncoder().encode(JSON.stringify(data))
  return ailee.store.v1.VerificationRecord.encode({ state }).finish()
}

function decode(key: string, value: Uint8Array): unknown {
  return decodeStored(key, value, (bytes) => parse(ailee.store.v1.VerificationRecord.decode(bytes).state))
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}
