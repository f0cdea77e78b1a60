import type { ContentHash } from '@ailee/core'
import type { BlobStore, StoredBlob } from '../blob-store.js'
import { StoreError } from '../errors.js'
import { prefixes } from '../keys.js'
import type { LevelSession } from './level-session.js'

const SIZE_BYTES = 8

/** Blobs in the folder of a `LevelStore`, written through the same writer; their sizes lie beside them under own keys. */
export class LevelBlobStore implements BlobStore {
  readonly #open: () => LevelSession

  /** `open` gives the store's session or throws STORE_CLOSED. */
  constructor(open: () => LevelSession) {
    this.#open = open
  }

  async read(hash: ContentHash, { signal }: { signal?: AbortSignal } = {}): Promise<Uint8Array | undefined> {
    signal?.throwIfAborted()
    const stored = await this.#open().read(prefixes.blobs + hash)
    signal?.throwIfAborted()
    return stored?.value
  }

  async write(hash: ContentHash, bytes: Uint8Array): Promise<void> {
    const size = new Uint8Array(SIZE_BYTES)
    new DataView(size.buffer).setBigUint64(0, BigInt(bytes.length))
    const operations = [
      { put: prefixes.blobs + hash, value: bytes },
      { put: prefixes.blobSizes + hash, value: size }
    ]
    await this.#open().writer.commit({ operations })
  }

  async delete(hash: ContentHash): Promise<void> {
    const operations = [{ delete: prefixes.blobs + hash }, { delete: prefixes.blobSizes + hash }]
    await this.#open().writer.commit({ operations, sync: false })
  }

  async list(): Promise<StoredBlob[]> {
    const found: (StoredBlob & { revision: bigint })[] = []
    for await (const page of this.#open().pages(prefixes.blobSizes, {})) {
      for (const { key, value, revision } of page) {
        if (value.length !== SIZE_BYTES) {
          throw new StoreError('STORE_CORRUPTED', `the value of ${key} is not a size`)
        }
        const bytes = Number(new DataView(value.buffer, value.byteOffset).getBigUint64(0))
        found.push({ hash: key.slice(prefixes.blobSizes.length), bytes, revision })
      }
    }
    found.sort((a, b) => Number(a.revision - b.revision))
    return found.map(({ hash, bytes }) => ({ hash, bytes }))
  }
}
