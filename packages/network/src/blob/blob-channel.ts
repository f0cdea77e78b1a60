import { type Clock, type ContentHash, errorCode, errorMessage, type Logger, type NodeId } from '@ailee/core'
import { BLOB_PROTOCOL, type BlobFetcher, type BlobSource, ProtocolError } from '@ailee/protocol'
import type { Stream } from '@libp2p/interface'
import { BLOB_FETCHES_PER_PEER, BLOB_STREAMS_PER_PEER } from '../constants.js'
import { NetworkError } from '../errors.js'
import type { Host } from '../host/host.js'
import type { NetworkMetrics } from '../metrics.js'
import { resetStream } from '../streams/chunk.js'
import { openStream } from '../task-channel/open-stream.js'
import { BandwidthMeter } from './bandwidth-meter.js'
import { BlobDownload } from './blob-download.js'
import { uploadBlob } from './blob-upload.js'
import { PeerSlots } from './peer-slots.js'

export interface BlobChannelComponents {
  clock: Clock
  log: Logger
  metrics: NetworkMetrics
  blobs: BlobSource
  /** A peer did something of this code. */
  offended(peer: NodeId, code: string): void
}

/** Content-addressed transfer, both ways, one stream a blob. */
export class BlobChannel implements BlobFetcher {
  readonly #components: BlobChannelComponents
  readonly #network: string
  readonly #meter: BandwidthMeter
  readonly #slots = new PeerSlots(BLOB_FETCHES_PER_PEER)
  readonly #serving = new Map<NodeId, number>()
  readonly #uploads = new Set<Promise<void>>()
  readonly #downloads = new Set<BlobDownload>()
  #stop = new AbortController()
  #host: Host | undefined

  constructor(components: BlobChannelComponents, init: { network: string }) {
    this.#components = components
    this.#meter = new BandwidthMeter(components)
    this.#network = init.network
  }

  async attach(host: Host): Promise<void> {
    this.#host = host
    this.#stop = new AbortController()
    await host.handle(
      BLOB_PROTOCOL,
      (stream, connection) => this.#serve(stream, connection.remotePeer.toString()),
      { maxInboundStreams: BLOB_STREAMS_PER_PEER, maxOutboundStreams: BLOB_FETCHES_PER_PEER }
    )
  }

  async detach(): Promise<void> {
    const host = this.#host
    if (host === undefined) return
    this.#host = undefined
    const error = new NetworkError('BLOB_TRANSFER_FAILED', 'the network is stopping')
    this.#stop.abort(error)
    await host.unhandle(BLOB_PROTOCOL)
    for (const download of [...this.#downloads]) download.abort(error)
    await Promise.allSettled([...this.#uploads])
  }

  /** How fast blobs came of late, in megabits a second; undefined where none did. */
  bandwidthMbps(): number | undefined {
    return this.#meter.mbps()
  }

  /** Throws BLOB_PEER_UNREACHABLE, BLOB_NOT_FOUND, BLOB_TOO_LARGE, BLOB_HASH_MISMATCH, BLOB_TIMEOUT or BLOB_TRANSFER_FAILED. */
  fetch(
    from: NodeId,
    hash: ContentHash,
    options: { maxBytes: number; signal?: AbortSignal }
  ): Promise<Uint8Array> {
    return this.#slots.run(from, () => this.#download(from, hash, options), options.signal)
  }

  async #download(
    from: NodeId,
    hash: ContentHash,
    { maxBytes, signal }: { maxBytes: number; signal?: AbortSignal }
  ): Promise<Uint8Array> {
    const host = this.#host
    if (host === undefined) throw new NetworkError('NETWORK_NOT_STARTED', 'the network is not running')
    signal?.throwIfAborted()
    const stop = this.#stop.signal
    const opening = signal === undefined ? stop : AbortSignal.any([stop, signal])
    const stream = await openStream(host, from, BLOB_PROTOCOL, {
      code: 'BLOB_PEER_UNREACHABLE',
      signal: opening
    })
    const startedMs = this.#components.clock.monotonic()
    const download = new BlobDownload(
      { ...this.#components, stream },
      { network: this.#network, hash, maxBytes }
    )
    const onAbort = (): void => download.abort(opening.reason)
    this.#downloads.add(download)
    opening.addEventListener('abort', onAbort, { once: true })
    try {
      const content = await download.content
      this.#meter.add(content.length, this.#components.clock.monotonic() - startedMs)
      this.#components.metrics.messages.inc({ direction: 'in', type: 'BLOB' })
      return content
    } catch (error) {
      this.#components.offended(from, offenceOf(error))
      throw error
    } finally {
      this.#downloads.delete(download)
      opening.removeEventListener('abort', onAbort)
    }
  }

  #serve(stream: Stream, peer: NodeId): void {
    const upload = this.#upload(stream, peer).catch((error: unknown) => {
      const { log, metrics, offended } = this.#components
      const code = errorCode(error)
      offended(peer, code)
      metrics.rejected.inc({ code })
      log.debug('a blob was not served', { peer, code, reason: errorMessage(error) })
      resetStream(stream, error instanceof Error ? error : new Error('failed'))
    })
    this.#uploads.add(upload)
    void upload.finally(() => this.#uploads.delete(upload))
  }

  async #upload(stream: Stream, peer: NodeId): Promise<void> {
    const busy = this.#serving.get(peer) ?? 0
    // libp2p counts streams a connection; a peer may have several.
    if (busy >= BLOB_STREAMS_PER_PEER) throw new NetworkError('BLOB_TRANSFER_FAILED', 'too many blob streams')
    this.#serving.set(peer, busy + 1)
    try {
      await uploadBlob(this.#components, stream, { network: this.#network, peer, signal: this.#stop.signal })
      this.#components.metrics.messages.inc({ direction: 'out', type: 'BLOB' })
    } finally {
      const left = (this.#serving.get(peer) ?? 1) - 1
      if (left === 0) this.#serving.delete(peer)
      else this.#serving.set(peer, left)
    }
  }
}

/** What is malformed is told as BLOB_TRANSFER_FAILED; its cause says how. */
function offenceOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return errorCode(cause instanceof ProtocolError ? cause : error)
}
