import type { ContentHash } from '@ailee/core'

export interface StoredBlob {
  hash: ContentHash
  bytes: number
}

/**
 * Large values by content hash, at `blobs/<sha256>`, beside the key-value port: embedded stores only, since
 * up to 16 MiB is far past what etcd takes in one request. It trusts its caller with hash and content;
 * `BlobRepository` checks both.
 */
export interface BlobStore {
  read(hash: ContentHash, options?: { signal?: AbortSignal }): Promise<Uint8Array | undefined>
  /** On disk before the promise resolves. */
  write(hash: ContentHash, bytes: Uint8Array): Promise<void>
  delete(hash: ContentHash): Promise<void>
  /** Sizes without the values, oldest write first. */
  list(): Promise<StoredBlob[]>
}
