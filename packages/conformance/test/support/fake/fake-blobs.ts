import type { ContentHash } from '@ailee/core'
import {
  BLOB_PROTOCOL,
  concatBytes,
  contentHash,
  decodeBlobChunk,
  decodeBlobHeader,
  decodeBlobRequest,
  encodeBlobChunk,
  encodeBlobHeader,
  encodeBlobRequest,
  FrameDecoder,
  frame
} from '@ailee/protocol'
import type { Connection, Stream } from '@libp2p/interface'
import { BlobStream } from '../../../src/raw/blob-stream.js'
import { listen } from '../../../src/raw/bytes-of.js'
import { Refusal } from './refusal.js'
import type { Broken } from './rules.js'
import { REQUEST_TIMEOUT_MS } from './times.js'

const CHUNK_BYTES = 65_536

/** Section 8 of the specification, on both sides. */
export class FakeBlobs {
  readonly #network: string
  readonly #broken: Broken
  readonly #blobs = new Map<ContentHash, Uint8Array>()

  constructor(network: string, broken: Broken) {
    this.#network = network
    this.#broken = broken
  }

  readonly serve = (stream: Stream): void => {
    const timer = setTimeout(() => stream.abort(new Error('no request in time')), REQUEST_TIMEOUT_MS)
    if (this.#broken.waitsForBlobRequests) clearTimeout(timer)
    const decoder = new FrameDecoder(512)
    listen(
      stream,
      (chunk) => {
        for (const bytes of decoder.push(chunk)) {
          clearTimeout(timer)
          const { network, hash } = decodeBlobRequest(bytes)
          if (network !== this.#network && !this.#broken.servesOtherNetworks) {
            stream.abort(new Error('another network'))
            return
          }
          const found = this.#broken.findsEveryBlob ? Uint8Array.of(0) : this.#blobs.get(hash)
          stream.send(frame(encodeBlobHeader({ found: found !== undefined, bytes: found?.length ?? 0 })))
          for (let at = 0; found !== undefined && at < found.length; at += CHUNK_BYTES)
            stream.send(frame(encodeBlobChunk(found.subarray(at, at + CHUNK_BYTES))))
          void stream.close().catch(() => {})
        }
      },
      () => clearTimeout(timer)
    )
  }

  /** Gets a blob, keeps it, and gives it. Throws a Refusal if it cannot be had. */
  async fetch(connection: Connection, hash: ContentHash, maxBytes: number): Promise<Uint8Array> {
    const known = this.#blobs.get(hash)
    if (known !== undefined) return known
    const stream = await connection.newStream(BLOB_PROTOCOL)
    const answer = new BlobStream(stream)
    answer.send(frame(encodeBlobRequest({ network: this.#network, hash })))
    await answer.messages.finished('the blob')
    const [first = new Uint8Array(), ...chunks] = answer.messages.items
    const { found, bytes } = decodeBlobHeader(first)
    if (!found || (bytes > maxBytes && !this.#broken.takesLargeBlobs)) throw new Refusal('BLOB_UNAVAILABLE')
    const content = concatBytes(...chunks.map(decodeBlobChunk))
    if (contentHash(content) !== hash && !this.#broken.takesOtherBlobs) throw new Refusal('BLOB_UNAVAILABLE')
    this.#blobs.set(hash, content)
    return content
  }
}
