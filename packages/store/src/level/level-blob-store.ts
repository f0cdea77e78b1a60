import type { ContentHash } from '@ailee/core'
import type { BlobStore, StoredBlob } from '../blob-store.js'
import { StoreError } from '../errors.js'
import { prefixes } from '../keys.js'
import type { LevelSession } from './level-session.js'

const SIZE_BYTES = 8

export interface LevelBlobStoreInit {
  /** Prefix of the contents. */
  contents: string
  /** Prefix of their sizes. */
  sizes: string
  /** Whether a write is on disk before it resolves. */
  sync: boolean
}

export const blobsInit: LevelBlobStoreInit = {
  contents: prefixes.blobs,
  sizes: prefixes.blobSizes,
  sync: true
}

/** What a power cut takes is made again. */
export const instrumentedInit: LevelBlobStoreInit = {
  contents: prefixes.instrumented,
  sizes: prefixes.instrumentedSizes,
  sync: false
}

/** Blobs in the folder of a `LevelStore`, written through the same writer; their sizes lie beside them under own keys. */
export class LevelBlobStore implements BlobStore {
  readonly #open: () => LevelSession
  readonly #init: LevelBlobStoreInit

  /** `open` gives the store's session or throws STORE_CLOSED. */
  constructor(open: () => LevelSession, init: LevelBlobStoreInit) {
    this.#open = open
    this.#init = init
  }

  async read(hash: ContentHash, { signal }: { signal?: AbortSignal } = {}): Promise<Uint8Array | undefined> {
    signal?.throwIfAborted()
    const stored = await this.#open().read(this.#init.contents + hash)
    signal?.throwIfAborted()
    return stored?.value
  }

  async write(hash: ContentHash, bytes: Uint8Array): Promise<void> {
    const size = new Uint8Array(SIZE_BYTES)
    new DataView(size.buffer).setBigUint64(0, BigInt(bytes.length))
    const operations = [
      { put: this.#init.contents + hash, value: bytes },
      { put: this.#init.sizes + hash, value: size }
    ]
    await this.#open().writer.commit({ operations, sync: this.#init.sync })
  }

  async delete(hash: ContentHash): Promise<void> {
    const operations = [{ delete: this.#init.contents + hash }, { delete: this.#init.sizes + hash }]
    await this.#open().writer.commit({ operations, sync: false })
  }

  async list(): Promise<StoredBlob[]> {
    const found: (StoredBlob & { revision: bigint })[] = []
    for await (const page of this.#open().pages(this.#init.sizes, {})) {
      for (const { key, value, revision } of page) {
        if (value.length !== SIZE_BYTES) {
          throw new StoreError('STORE_CORRUPTED', `the value of ${key} is not a size`)
        }
        const bytes = Number(new DataView(value.buffer, value.byteOffset).getBigUint64(0))
        found.push({ hash: key.slice(this.#init.sizes.length), bytes, revision })
      }
    }
    found.sort((a, b) => Number(a.revision - b.revision))
    return found.map(({ hash, bytes }) => ({ hash, bytes }))
  }
}
