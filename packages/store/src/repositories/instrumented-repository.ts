import type { ContentHash } from '@ailee/core'
import type { BlobStore } from '../blob-store.js'
import { hashPart } from '../records/fields.js'
import { decodeInstrumentedRecord, encodeInstrumentedRecord } from '../records/instrumented-record.js'
import { BlobIndex } from './blob-index.js'

export interface InstrumentedRepositoryComponents {
  blobs: BlobStore
}

export interface InstrumentedRepositoryInit {
  /** Past this the least recently used modules are evicted. */
  maxBytes: number
}

/**
 * A worker's instrumented modules, by names that their maker chooses: 64 hex digits each. All of it can be made again,
 * so what is damaged is forgotten and what has no room is not kept. It must be the only user of its `BlobStore`.
 */
export class InstrumentedRepository {
  readonly #blobs: BlobStore
  readonly #maxBytes: number
  readonly #index = new BlobIndex()
  #loaded: Promise<void> | undefined
  #writing: Promise<unknown> = Promise.resolve()

  constructor(components: InstrumentedRepositoryComponents, init: InstrumentedRepositoryInit) {
    this.#blobs = components.blobs
    this.#maxBytes = init.maxBytes
  }

  /** What was put under `name`, byte for byte, or undefined. */
  async get(name: string): Promise<Uint8Array | undefined> {
    await this.#load()
    const stored = await this.#blobs.read(hashPart(name, 'name'))
    if (stored === undefined) return undefined
    const content = await intactContent(stored)
    if (content === undefined) await this.#serialise(() => this.#remove(name))
    else this.#index.touch(name)
    return content
  }

  /** Keeps `content` under `name`, in place of what was there. */
  async put(name: string, content: Uint8Array): Promise<void> {
    const contentHash = await sha256(content)
    const record = encodeInstrumentedRecord({ contentHash, content })
    await this.#serialise(async () => {
      if (record.length > this.#maxBytes) return
      const evicted = this.#index.toEvict(this.#maxBytes - record.length) ?? []
      for (const oldest of evicted) await this.#remove(oldest)
      await this.#blobs.write(hashPart(name, 'name'), record)
      this.#index.add(name, record.length)
    })
  }

  async #remove(name: string): Promise<void> {
    await this.#blobs.delete(name)
    this.#index.remove(name)
  }

  #load(): Promise<void> {
    this.#loaded ??= this.#blobs.list().then(
      (blobs) => {
        for (const { hash, bytes } of blobs) this.#index.add(hash, bytes)
      },
      (error: unknown) => {
        this.#loaded = undefined
        throw error
      }
    )
    return this.#loaded
  }

  /** One change at a time, so that sizes and contents stay in step. */
  #serialise(step: () => Promise<void>): Promise<void> {
    const next = this.#writing.then(() => this.#load()).then(step)
    this.#writing = next.catch(() => {})
    return next
  }
}

/** The content of a record that is what it was, or undefined. */
async function intactContent(stored: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const { contentHash, content } = decodeInstrumentedRecord(stored)
    return (await sha256(content)) === contentHash ? content : undefined
  } catch {
    return undefined
  }
}

/** Off the event loop: the content may have 24 MiB. */
async function sha256(bytes: Uint8Array): Promise<ContentHash> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Buffer.from(digest).toString('hex')
}
