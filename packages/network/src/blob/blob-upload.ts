import { type Clock, type NodeId, raceSignal } from '@ailee/core'
import {
  BLOB_CHUNK_BYTES,
  type BlobRequest,
  type BlobSource,
  decodeBlobRequest,
  encodeBlobChunk,
  encodeBlobHeader,
  FrameDecoder,
  frame,
  ProtocolError
} from '@ailee/protocol'
import type { Stream, StreamMessageEvent } from '@libp2p/interface'
import {
  BLOB_FLUSH_BYTES,
  BLOB_IDLE_TIMEOUT_MS,
  BLOB_REQUEST_TIMEOUT_MS,
  MAX_BLOB_REQUEST_BYTES
} from '../constants.js'
import { NetworkError } from '../errors.js'
import type { NetworkMetrics } from '../metrics.js'
import { chunkOf, joinFrames } from '../streams/chunk.js'
import { drained } from '../streams/drained.js'

export interface BlobUploadComponents {
  clock: Clock
  metrics: NetworkMetrics
  blobs: BlobSource
}

/** Serves one blob on a stream that a peer opened. Throws what went wrong; the caller resets the stream. */
export async function uploadBlob(
  components: BlobUploadComponents,
  stream: Stream,
  init: { network: string; peer: NodeId; signal: AbortSignal }
): Promise<void> {
  const request = await readRequest(components.clock, stream, init.signal)
  if (request.network !== init.network) {
    throw new ProtocolError('WIRE_NETWORK_MISMATCH', 'this node belongs to another network')
  }
  const blob = await raceSignal(components.blobs.get(request.hash), init.signal)
  await write(
    components,
    stream,
    frame(encodeBlobHeader({ found: blob !== undefined, bytes: blob?.length ?? 0 })),
    init
  )
  if (blob !== undefined) await writeChunks(components, stream, blob, init)
  await stream.close({ signal: init.signal })
}

/** The one message a peer sends on a blob stream. */
async function readRequest(clock: Clock, stream: Stream, signal: AbortSignal): Promise<BlobRequest> {
  const { promise, resolve, reject } = Promise.withResolvers<BlobRequest>()
  const decoder = new FrameDecoder(MAX_BLOB_REQUEST_BYTES)
  const onMessage = (event: StreamMessageEvent): void => {
    try {
      const [bytes] = decoder.push(chunkOf(event))
      if (bytes !== undefined) resolve(decodeBlobRequest(bytes))
    } catch (error) {
      reject(error)
    }
  }
  const onClose = (): void => reject(new NetworkError('BLOB_TRANSFER_FAILED', 'the stream closed'))
  const timer = clock.setTimer(BLOB_REQUEST_TIMEOUT_MS, () =>
    reject(new NetworkError('BLOB_TIMEOUT', 'no request in time'))
  )
  stream.addEventListener('message', onMessage)
  stream.addEventListener('close', onClose)
  try {
    return await raceSignal(promise, signal)
  } finally {
    timer.cancel()
    stream.removeEventListener('close', onClose)
    // The message listener stays: whatever else the peer sends is decoded no further than its length and dropped.
  }
}

async function writeChunks(
  components: BlobUploadComponents,
  stream: Stream,
  blob: Uint8Array,
  init: { signal: AbortSignal }
): Promise<void> {
  let frames: Uint8Array[] = []
  let waiting = 0
  for (let offset = 0; offset < blob.length; offset += BLOB_CHUNK_BYTES) {
    const chunk = frame(encodeBlobChunk(blob.subarray(offset, offset + BLOB_CHUNK_BYTES)))
    frames.push(chunk)
    waiting += chunk.length
    if (waiting < BLOB_FLUSH_BYTES && offset + BLOB_CHUNK_BYTES < blob.length) continue
    await write(components, stream, joinFrames(frames, waiting), init)
    frames = []
    waiting = 0
  }
}

async function write(
  { clock, metrics }: BlobUploadComponents,
  stream: Stream,
  bytes: Uint8Array,
  { signal }: { signal: AbortSignal }
): Promise<void> {
  signal.throwIfAborted()
  metrics.bytes.inc({ direction: 'out' }, bytes.length)
  if (!stream.send(bytes)) await drained(stream, { clock, timeoutMs: BLOB_IDLE_TIMEOUT_MS, signal })
}
