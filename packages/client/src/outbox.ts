import type { ContentHash } from '@ailee/core'
import { type BlobSource, contentHash } from '@ailee/protocol'

/** Blobs a client serves while its tasks are being accepted. */
export class Outbox implements BlobSource {
  readonly #blobs = new Map<ContentHash, Uint8Array>()

  add(blob: Uint8Array): void {
    this.#blobs.set(contentHash(blob), blob)
  }

  remove(blob: Uint8Array): void {
    this.#blobs.delete(contentHash(blob))
  }

  async get(hash: ContentHash): Promise<Uint8Array | undefined> {
    return this.#blobs.get(hash)
  }
}
