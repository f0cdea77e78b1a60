/**
 * Frames between parent and child: three u32 (big-endian) lengths, then a JSON header and two blobs of bytes.
 * Bytes never go through JSON, and a frame's size is known, and refused, before any of it is kept.
 */
export interface Frame {
  header: unknown
  first: Uint8Array
  second: Uint8Array
}

/** Most bytes of each part of a frame that its reader accepts. */
export interface FrameLimits {
  header: number
  first: number
  second: number
}

/** Bytes that are no acceptable frame: whoever sent them is not to be trusted any more. */
export class FrameError extends Error {}

const PREFIX_BYTES = 12
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })
const nothing: Uint8Array = new Uint8Array(0)

/** The pieces of a frame, to be written one after the other. */
export function encodeFrame(header: object, first = nothing, second = nothing): Uint8Array[] {
  const text = encoder.encode(JSON.stringify(header))
  const head = new Uint8Array(PREFIX_BYTES + text.length)
  const view = new DataView(head.buffer)
  view.setUint32(0, text.length)
  view.setUint32(4, first.length)
  view.setUint32(8, second.length)
  head.set(text, PREFIX_BYTES)
  return [head, first, second].filter((piece) => piece.length > 0)
}

/** Cuts a stream of bytes into frames. What it keeps is bounded by `limits`, which may change between frames. */
export class FrameReader {
  limits: FrameLimits
  #chunks: Uint8Array[] = []
  #buffered = 0
  #lengths: [header: number, first: number, second: number] | undefined

  constructor(limits: FrameLimits) {
    this.limits = limits
  }

  /** Takes the next bytes and calls `deliver` for each frame they complete. Throws {@link FrameError}. */
  push(chunk: Uint8Array, deliver: (frame: Frame) => void): void {
    this.#chunks.push(chunk)
    this.#buffered += chunk.length
    for (;;) {
      if (this.#lengths === undefined) {
        if (this.#buffered < PREFIX_BYTES) return
        this.#lengths = this.#readLengths()
      }
      const [header, first, second] = this.#lengths
      if (this.#buffered < header + first + second) return
      this.#lengths = undefined
      const headerBytes = this.#take(header)
      deliver({ header: parseHeader(headerBytes), first: this.#take(first), second: this.#take(second) })
    }
  }

  #readLengths(): [number, number, number] {
    const prefix = this.#take(PREFIX_BYTES)
    const view = new DataView(prefix.buffer, prefix.byteOffset, PREFIX_BYTES)
    const [header, first, second] = [view.getUint32(0), view.getUint32(4), view.getUint32(8)]
    if (header > this.limits.header || first > this.limits.first || second > this.limits.second) {
      throw new FrameError(`a frame of ${header} + ${first} + ${second} bytes is too large`)
    }
    return [header, first, second]
  }

  /** The next `length` bytes, which are there: a view where one chunk holds them all, else a copy. */
  #take(length: number): Uint8Array {
    this.#buffered -= length
    const head = this.#chunks[0]
    if (head !== undefined && head.length > length) {
      this.#chunks[0] = head.subarray(length)
      return head.subarray(0, length)
    }
    const taken: Uint8Array[] = []
    let missing = length
    while (missing > 0) {
      const chunk = this.#chunks.shift() ?? nothing
      if (chunk.length > missing) this.#chunks.unshift(chunk.subarray(missing))
      taken.push(chunk.subarray(0, missing))
      missing -= Math.min(missing, chunk.length)
    }
    const [only] = taken
    if (taken.length === 1 && only !== undefined) return only
    const joined = new Uint8Array(length)
    let offset = 0
    for (const part of taken) {
      joined.set(part, offset)
      offset += part.length
    }
    return joined
  }
}

function parseHeader(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch (error) {
    throw new FrameError('a frame header is no JSON', { cause: error })
  }
}
