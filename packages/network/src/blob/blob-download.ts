import { createHash, type Hash } from 'node:crypto'
import { type AileeError, type Clock, type ContentHash, isAileeError, type Timer } from '@ailee/core'
import {
  decodeBlobChunk,
  decodeBlobHeader,
  encodeBlobRequest,
  FrameDecoder,
  frame,
  MAX_BLOB_MESSAGE_BYTES
} from '@ailee/protocol'
import type { Stream, StreamMessageEvent } from '@libp2p/interface'
import { BLOB_IDLE_TIMEOUT_MS } from '../constants.js'
import { NetworkError } from '../errors.js'
import type { NetworkMetrics } from '../metrics.js'
import { chunkOf, resetStream } from '../streams/chunk.js'

export interface BlobDownloadInit {
  network: string
  hash: ContentHash
  maxBytes: number
}

/** Receives one blob on one stream: asks, checks the announced size, hashes while it comes in, compares. */
export class BlobDownload {
  readonly content: Promise<Uint8Array>
  readonly #stream: Stream
  readonly #clock: Clock
  readonly #metrics: NetworkMetrics
  readonly #init: BlobDownloadInit
  readonly #decoder = new FrameDecoder(MAX_BLOB_MESSAGE_BYTES)
  readonly #hash: Hash = createHash('sha256')
  readonly #settle: (content: Uint8Array) => void
  readonly #fail: (error: unknown) => void
  #buffer: Uint8Array | undefined
  #received = 0
  #idle: Timer | undefined

  constructor(components: { stream: Stream; clock: Clock; metrics: NetworkMetrics }, init: BlobDownloadInit) {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
    this.content = promise
    this.#settle = resolve
    this.#fail = reject
    this.#stream = components.stream
    this.#clock = components.clock
    this.#metrics = components.metrics
    this.#init = init
    this.#stream.addEventListener('message', this.#onMessage)
    this.#stream.addEventListener('end', this.#onClose)
    this.#stream.addEventListener('close', this.#onClose)
    this.#waitOn()
    // The peer may have ended the stream before anybody listened.
    if (this.#stream.readableEnded || this.#stream.status !== 'open') this.#onClose()
    try {
      this.#stream.send(frame(encodeBlobRequest(init)))
    } catch (cause) {
      this.abort(new NetworkError('BLOB_TRANSFER_FAILED', 'the stream closed', { cause }))
    }
  }

  abort(reason: unknown): void {
    this.#end()
    this.#fail(reason)
    resetStream(this.#stream, reason instanceof Error ? reason : new Error('aborted'))
  }

  readonly #onMessage = (event: StreamMessageEvent): void => {
    const chunk = chunkOf(event)
    this.#metrics.bytes.inc({ direction: 'in' }, chunk.length)
    this.#waitOn()
    try {
      for (const bytes of this.#decoder.push(chunk)) {
        if (this.#buffer === undefined) this.#begin(bytes)
        else this.#append(this.#buffer, bytes)
      }
      if (this.#buffer !== undefined && this.#received === this.#buffer.length) this.#finish(this.#buffer)
    } catch (cause) {
      const error: AileeError =
        cause instanceof NetworkError
          ? cause
          : new NetworkError('BLOB_TRANSFER_FAILED', 'the peer sent something malformed', { cause })
      if (isAileeError(cause)) this.#metrics.rejected.inc({ code: cause.code })
      this.abort(error)
    }
  }

  #begin(bytes: Uint8Array): void {
    const { hash, maxBytes } = this.#init
    const header = decodeBlobHeader(bytes)
    if (!header.found) throw new NetworkError('BLOB_NOT_FOUND', `the peer does not have ${hash}`)
    if (header.bytes > maxBytes) {
      throw new NetworkError(
        'BLOB_TOO_LARGE',
        `${hash} has ${header.bytes} bytes, at most ${maxBytes} are wanted`
      )
    }
    this.#buffer = new Uint8Array(header.bytes)
  }

  #append(buffer: Uint8Array, bytes: Uint8Array): void {
    const data = decodeBlobChunk(bytes)
    if (data.length === 0 || this.#received + data.length > buffer.length) {
      throw new NetworkError('BLOB_TRANSFER_FAILED', 'not the bytes that were announced')
    }
    buffer.set(data, this.#received)
    this.#hash.update(data)
    this.#received += data.length
  }

  #finish(buffer: Uint8Array): void {
    const digest = this.#hash.digest('hex')
    if (digest !== this.#init.hash) {
      throw new NetworkError('BLOB_HASH_MISMATCH', `the content of ${this.#init.hash} hashes to ${digest}`)
    }
    this.#end()
    this.#settle(buffer)
    this.#stream.close().catch((error: unknown) => resetStream(this.#stream, error as Error))
  }

  readonly #onClose = (): void => {
    // Frames that came before the end have been read: what is missing will not come.
    this.abort(
      new NetworkError('BLOB_TRANSFER_FAILED', 'the peer closed the stream before the blob was complete')
    )
  }

  #waitOn(): void {
    this.#idle?.cancel()
    this.#idle = this.#clock.setTimer(BLOB_IDLE_TIMEOUT_MS, () =>
      this.abort(new NetworkError('BLOB_TIMEOUT', `nothing came for ${BLOB_IDLE_TIMEOUT_MS} ms`))
    )
  }

  #end(): void {
    this.#idle?.cancel()
    this.#stream.removeEventListener('message', this.#onMessage)
    this.#stream.removeEventListener('end', this.#onClose)
    this.#stream.removeEventListener('close', this.#onClose)
  }
}
