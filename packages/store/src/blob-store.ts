import type { ContentHash } from '@ailee/core'

export interface StoredBlob {
  hash: ContentHash
  bytes: number
}

/**
 * Large values by a hash, beside the key-value port: embedded stores only, since up to 16 MiB is far past what etcd
 * takes in one request. A store has two: `blobs/<sha256 of the content>` and `instrumented/<sha256 of a name>`. It
 * trusts its caller with hash and content; the repositories check them.
 */
export interface BlobStore {
  read(hash: ContentHash, options?: { signal?: AbortSignal }): Promise<Uint8Array | undefined>
  /** On disk before the promise resolves, where the store keeps what nobody can make again. */
  write(hash: ContentHash, bytes: Uint8Array): Promise<void>
  delete(hash: ContentHash): Promise<void>
  /** Sizes without the values, oldest write first. */
  list(): Promise<StoredBlob[]>
}
