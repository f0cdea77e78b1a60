import { concatBytes } from '../bytes.js'
import { ProtocolError } from '../errors.js'

/** Longest length prefix: 4 bytes of 7 bits reach 256 MiB, more than any limit. */
const MAX_PREFIX_BYTES = 4

/** One message with its varint length (unsigned LEB128) before it. */
export function frame(message: Uint8Array): Uint8Array {
  const prefix: number[] = []
  let rest = message.length
  while (rest >= 0x80) {
    prefix.push((rest & 0x7f) | 0x80)
    rest >>>= 7
  }
  prefix.push(rest)
  return concatBytes(Uint8Array.from(prefix), message)
}

/** Cuts a byte stream into messages. Holds at most one message of `maxBytes`; a longer one is refused on its prefix, before anything is kept. */
export class FrameDecoder {
  readonly #maxBytes: number
  /** Its first `#buffered` bytes are the unfinished message; the rest is room to grow. */
  #buffer: Uint8Array = new Uint8Array()
  #buffered = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** Bytes of an unfinished message. */
  get buffered(): number {
    return this.#buffered
  }

  /** Adds bytes and returns the messages they complete. Throws WIRE_TOO_LARGE or WIRE_MALFORMED; the stream is then of no more use. */
  push(chunk: Uint8Array): Uint8Array[] {
    let bytes = this.#append(chunk)
    const messages: Uint8Array[] = []
    for (;;) {
      const head = this.#readPrefix(bytes)
      if (head === undefined || bytes.length < head.prefixBytes + head.length) break
      const end = head.prefixBytes + head.length
      messages.push(bytes.subarray(head.prefixBytes, end))
      bytes = bytes.subarray(end)
    }
    if (messages.length > 0) this.#buffer = bytes
    this.#buffered = bytes.length
    return messages
  }

  /** All bytes there are. Room grows by doubling, so that a message in many small chunks costs no more than a few copies. */
  #append(chunk: Uint8Array): Uint8Array {
    if (this.#buffered === 0) {
      this.#buffer = chunk
      return chunk
    }
    const length = this.#buffered + chunk.length
    if (length > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(length, this.#buffered * 2))
      grown.set(this.#buffer.subarray(0, this.#buffered))
      this.#buffer = grown
    }
    this.#buffer.set(chunk, this.#buffered)
    return this.#buffer.subarray(0, length)
  }

  #readPrefix(bytes: Uint8Array): { prefixBytes: number; length: number } | undefined {
    let length = 0
    let prefixBytes = 0
    for (const byte of bytes) {
      length += (byte & 0x7f) * 2 ** (7 * prefixBytes)
      prefixBytes += 1
      if (byte < 0x80) {
        if (length > this.#maxBytes) {
          throw new ProtocolError(
            'WIRE_TOO_LARGE',
            `a message of ${length} bytes, at most ${this.#maxBytes} are allowed`
          )
        }
        return { prefixBytes, length }
      }
      if (prefixBytes === MAX_PREFIX_BYTES)
        throw new ProtocolError('WIRE_MALFORMED', 'length prefix too long')
    }
    return undefined
  }
}
