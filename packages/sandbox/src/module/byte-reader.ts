import { MAX_NAME_BYTES } from './caps.js'
import { malformed } from './refusal.js'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads a module's bytes in order. Never reads past `end`; malformed bytes throw a `MODULE_INVALID` refusal. */
export class ByteReader {
  readonly bytes: Uint8Array
  readonly end: number
  offset: number

  constructor(bytes: Uint8Array, offset = 0, end = bytes.length) {
    this.bytes = bytes
    this.offset = offset
    this.end = end
  }

  get done(): boolean {
    return this.offset >= this.end
  }

  get left(): number {
    return this.end - this.offset
  }

  byte(what: string): number {
    const value = this.offset < this.end ? this.bytes[this.offset] : undefined
    if (value === undefined) throw malformed(`it ends inside ${what}`, this.offset)
    this.offset++
    return value
  }

  /** An unsigned LEB128 number of at most 32 bits in at most 5 bytes (WebAssembly core specification, 5.2.2). */
  u32(what: string): number {
    const start = this.offset
    const first = start < this.end ? (this.bytes[start] ?? 0x80) : 0x80
    // Most numbers are one byte long.
    if (first < 0x80) {
      this.offset = start + 1
      return first
    }
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte(what)
      if (shift === 28 && byte > 0x0f) throw malformed(`${what} is no 32-bit number`, start)
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    throw malformed(`${what} is no 32-bit number`, start)
  }

  skip(length: number, what: string): void {
    if (length > this.left) throw malformed(`it ends inside ${what}`, this.offset)
    this.offset += length
  }

  name(what: string): string {
    const length = this.u32(`the length of ${what}`)
    if (length > MAX_NAME_BYTES && length <= this.left) {
      throw malformed(`${what} is ${length} bytes long`, this.offset)
    }
    return this.text(length, what)
  }

  /** The next `length` bytes as UTF-8. */
  text(length: number, what: string): string {
    const start = this.offset
    this.skip(length, what)
    try {
      return utf8.decode(this.bytes.subarray(start, this.offset))
    } catch {
      throw malformed(`${what} is no UTF-8`, start)
    }
  }

  /** A reader of the next `length` bytes; this one continues behind them. */
  part(length: number, what: string): ByteReader {
    const start = this.offset
    this.skip(length, what)
    return new ByteReader(this.bytes, start, this.offset)
  }

  /** Fails unless everything has been read. */
  finish(what: string): void {
    if (!this.done) throw malformed(`${what} has ${this.left} bytes too many`, this.offset)
  }
}
