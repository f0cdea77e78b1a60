import type { ContentHash } from '@ailee/core'
import { type BlobSource, contentHash } from '@ailee/protocol'

/** Blobs a client serves while its tasks are being accepted. Tasks may share them: each is kept until its last user is done. */
export class Outbox implements BlobSource {
  readonly #blobs = new Map<ContentHash, { blob: Uint8Array; users: number }>()

  add(blob: Uint8Array): void {
    const hash = contentHash(blob)
    const users = this.#blobs.get(hash)?.users ?? 0
    this.#blobs.set(hash, { blob, users: users + 1 })
  }

  remove(blob: Uint8Array): void {
    const hash = contentHash(blob)
    const kept = this.#blobs.get(hash)
    if (kept === undefined) return
    kept.users -= 1
    if (kept.users === 0) this.#blobs.delete(hash)
  }

  async get(hash: ContentHash): Promise<Uint8Array | undefined> {
    return this.#blobs.get(hash)?.blob
  }
}
