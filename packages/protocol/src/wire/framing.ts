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
  #chunks: Uint8Array[] = []
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
    this.#chunks.push(chunk)
    this.#buffered += chunk.length
    const messages: Uint8Array[] = []
    for (;;) {
      const head = this.#readPrefix()
      if (head === undefined || this.#buffered < head.prefixBytes + head.length) return messages
      const bytes =
        this.#chunks.length === 1 ? (this.#chunks[0] ?? new Uint8Array()) : concatBytes(...this.#chunks)
      const end = head.prefixBytes + head.length
      messages.push(bytes.subarray(head.prefixBytes, end))
      this.#chunks = end === bytes.length ? [] : [bytes.subarray(end)]
      this.#buffered = bytes.length - end
    }
  }

  #readPrefix(): { prefixBytes: number; length: number } | undefined {
    let length = 0
    let prefixBytes = 0
    for (const chunk of this.#chunks) {
      for (const byte of chunk) {
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
    }
    return undefined
  }
}
