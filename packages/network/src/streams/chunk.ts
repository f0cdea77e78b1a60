import type { Stream, StreamMessageEvent } from '@libp2p/interface'

/**
 * The bytes of a stream's message event as one plain array. Sockets hand out Buffers, whose `slice()` does not
 * copy: decoders that copy what they keep would hold on to the whole chunk instead.
 */
export function chunkOf(event: StreamMessageEvent): Uint8Array {
  const bytes = event.data.subarray()
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Joins frames into the one array that is handed to a stream. */
export function joinFrames(frames: readonly Uint8Array[], totalBytes: number): Uint8Array {
  const [only] = frames
  if (frames.length === 1 && only !== undefined) return only
  const joined = new Uint8Array(totalBytes)
  let offset = 0
  for (const bytes of frames) {
    joined.set(bytes, offset)
    offset += bytes.length
  }
  return joined
}

/** Resets a stream; does nothing if it has ended. */
export function resetStream(stream: Stream, reason: Error): void {
  try {
    stream.abort(reason)
  } catch {
    // The connection below went away meanwhile: there is nothing left to reset.
  }
}
