import type { ContentHash } from '@ailee/core'
import {
  BLOB_CHUNK_BYTES,
  contentHash,
  decodeBlobRequest,
  encodeBlobChunk,
  encodeBlobHeader,
  FrameDecoder,
  frame
} from '@ailee/protocol'
import type { Stream } from '@libp2p/interface'
import { listen } from './bytes-of.js'
import { Mailbox } from './mailbox.js'

/** What is sent for a blob that is asked for: the truth, or not. */
export interface ServedBlob {
  announced: number
  bytes: Uint8Array
}

/** The blobs of a probe, and what it was asked for. */
export class BlobShelf {
  readonly requests = new Mailbox<ContentHash>()
  /** Hashes for which the target ended the stream before it had everything. */
  readonly refused = new Mailbox<ContentHash>()
  readonly #blobs = new Map<ContentHash, ServedBlob>()
  #gate: Promise<void> = Promise.resolve()

  put(bytes: Uint8Array): ContentHash {
    const hash = contentHash(bytes)
    this.#blobs.set(hash, { announced: bytes.length, bytes })
    return hash
  }

  /** Serves something else than what the hash names. */
  pretend(hash: ContentHash, blob: ServedBlob): void {
    this.#blobs.set(hash, blob)
  }

  /** From now on answers nothing until the function given back is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#gate = promise
    return resolve
  }

  readonly serve = (stream: Stream): void => {
    const decoder = new FrameDecoder(512)
    listen(
      stream,
      (chunk) => {
        for (const bytes of decoder.push(chunk)) {
          const { hash } = decodeBlobRequest(bytes)
          this.requests.push(hash)
          void this.#gate.then(() => this.#answer(stream, hash)).catch(() => this.refused.push(hash))
        }
      },
      () => {}
    )
  }

  async #answer(stream: Stream, hash: ContentHash): Promise<void> {
    const blob = this.#blobs.get(hash)
    stream.send(frame(encodeBlobHeader({ found: blob !== undefined, bytes: blob?.announced ?? 0 })))
    for (let offset = 0; blob !== undefined && offset < blob.bytes.length; offset += BLOB_CHUNK_BYTES) {
      stream.send(frame(encodeBlobChunk(blob.bytes.subarray(offset, offset + BLOB_CHUNK_BYTES))))
    }
    await stream.close()
  }
}
