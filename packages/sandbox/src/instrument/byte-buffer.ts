/** Bytes that grow at their end. */
export class ByteBuffer {
  #bytes: Uint8Array<ArrayBuffer>
  length = 0

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity)
  }

  push(bytes: ArrayLike<number>): this {
    const end = this.length + bytes.length
    if (end > this.#bytes.length) this.#grow(end)
    this.#bytes.set(bytes, this.length)
    this.length = end
    return this
  }

  /** The bytes so far, not a copy. */
  view(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length)
  }

  #grow(least: number): void {
    const bytes = new Uint8Array(Math.max(least, this.#bytes.length * 2))
    bytes.set(this.#bytes.subarray(0, this.length))
    this.#bytes = bytes
  }
}
