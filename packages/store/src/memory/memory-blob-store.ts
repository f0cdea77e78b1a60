import type { ContentHash } from '@ailee/core'
import type { BlobStore, StoredBlob } from '../blob-store.js'

/** Blobs in memory, for tests and simulations. */
export class MemoryBlobStore implements BlobStore {
  readonly #blobs = new Map<ContentHash, Uint8Array>()

  async read(hash: ContentHash, { signal }: { signal?: AbortSignal } = {}): Promise<Uint8Array | undefined> {
    signal?.throwIfAborted()
    const bytes = this.#blobs.get(hash)
    return bytes && new Uint8Array(bytes)
  }

  async write(hash: ContentHash, bytes: Uint8Array): Promise<void> {
    this.#blobs.delete(hash)
    this.#blobs.set(hash, new Uint8Array(bytes))
  }

  async delete(hash: ContentHash): Promise<void> {
    this.#blobs.delete(hash)
  }

  async list(): Promise<StoredBlob[]> {
    return Array.from(this.#blobs, ([hash, bytes]) => ({ hash, bytes: bytes.length }))
  }
}
