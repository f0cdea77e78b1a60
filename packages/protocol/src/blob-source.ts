import type { ContentHash, NodeId } from '@ailee/core'

/** Where blobs to be served come from. */
export interface BlobSource {
  get(hash: ContentHash): Promise<Uint8Array | undefined>
}

/** Fetches blobs from peers. The content is checked against its hash before it is handed over. */
export interface BlobFetcher {
  fetch(
    from: NodeId,
    hash: ContentHash,
    options: { maxBytes: number; signal?: AbortSignal }
  ): Promise<Uint8Array>
}

/** A place to keep blobs in. */
export interface ContentBlobs extends BlobSource {
  /** Resolves once the blob is kept for good. */
  put(blob: Uint8Array): Promise<ContentHash>
}
