import { createHash } from 'node:crypto'
import type { ContentHash } from '@ailee/core'
import type { BlobSource } from '@ailee/protocol'
import type { BlobStore, StoredBlob } from '../blob-store.js'
import { StoreError } from '../errors.js'
import { hashPart } from '../records/fields.js'
import { BlobIndex } from './blob-index.js'

export interface BlobRepositoryComponents {
  blobs: BlobStore
}

export interface BlobRepositoryInit {
  /** Past this the least recently used blobs are evicted; without it nothing is. */
  maxBytes?: number
}

/**
 * Blobs by content hash: a coordinator's modules, inputs and outputs, a worker's module cache. The order of use
 * is kept in memory; after a restart it is that of the writes. It must be the only user of its `BlobStore`.
 */
export class BlobRepository implements BlobSource {
  readonly #blobs: BlobStore
  readonly #maxBytes: number
  readonly #index = new BlobIndex()
  #loaded: Promise<void> | undefined
  #writing: Promise<unknown> = Promise.resolve()

  constructor(components: BlobRepositoryComponents, init: BlobRepositoryInit = {}) {
    this.#blobs = components.blobs
    this.#maxBytes = init.maxBytes ?? Number.POSITIVE_INFINITY
  }

  /** Stores bytes, on disk before it resolves; a blob that is there costs nothing. Throws STORE_TOO_LARGE, STORE_FULL. */
  async put(bytes: Uint8Array): Promise<ContentHash> {
    const hash = sha256(bytes)
    await this.#serialise(async () => {
      if (this.#index.has(hash)) return this.#index.touch(hash)
      if (bytes.length > this.#maxBytes) {
        throw new StoreError('STORE_TOO_LARGE', `a blob of ${bytes.length} bytes is over ${this.#maxBytes}`)
      }
      await this.#evictDownTo(this.#maxBytes - bytes.length)
      await this.#blobs.write(hash, bytes)
      this.#index.add(hash, bytes.length)
    })
    return hash
  }

  /** Throws STORE_CORRUPTED if the content is not what the hash says; `delete` it to be able to put it again. */
  async get(hash: ContentHash, options: { signal?: AbortSignal } = {}): Promise<Uint8Array | undefined> {
    await this.#load()
    const bytes = await this.#blobs.read(hashPart(hash, 'hash'), options)
    if (bytes === undefined) return undefined
    if (sha256(bytes) !== hash) {
      throw new StoreError('STORE_CORRUPTED', `the content of blobs/${hash} does not match its hash`, {
        hint: 'delete the blob, then fetch it again'
      })
    }
    this.#index.touch(hash)
    return bytes
  }

  async has(hash: ContentHash): Promise<boolean> {
    await this.#load()
    return this.#index.has(hash)
  }

  async delete(hash: ContentHash): Promise<void> {
    await this.#serialise(() => this.#remove(hashPart(hash, 'hash')))
  }

  /** Keeps a blob from being evicted, there or not yet, until the function returned is called. `delete` still works. */
  pin(hash: ContentHash): () => void {
    return this.#index.pin(hash)
  }

  /** Sizes without the contents, least recently used first. */
  async list(): Promise<StoredBlob[]> {
    await this.#load()
    return this.#index.list()
  }

  async #evictDownTo(maxBytes: number): Promise<void> {
    const evicted = this.#index.toEvict(maxBytes)
    if (evicted === undefined) {
      throw new StoreError(
        'STORE_FULL',
        `no room: pinned blobs leave less than ${this.#maxBytes} bytes free`,
        {
          hint: 'try again when running tasks have ended, or raise the cache size'
        }
      )
    }
    for (const hash of evicted) await this.#remove(hash)
  }

  async #remove(hash: ContentHash): Promise<void> {
    await this.#blobs.delete(hash)
    this.#index.remove(hash)
  }

  #load(): Promise<void> {
    this.#loaded ??= this.#blobs.list().then(
      (blobs) => {
        for (const { hash, bytes } of blobs) this.#index.add(hash, bytes)
      },
      (error: unknown) => {
        // Not remembered: the store may have been closed, and may open again.
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

/** As `contentHash` of @ailee/protocol, by the platform: several times as fast on blobs of 16 MiB. */
function sha256(bytes: Uint8Array): ContentHash {
  return createHash('sha256').update(bytes).digest('hex')
}
