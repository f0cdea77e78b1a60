/** Thrown out of a module that wrote more than its limit; what it wrote is discarded. */
export class OutputOverflow extends Error {}

/** What the module reads, once, from front to back. */
export class InputStream {
  #rest: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#rest = bytes
  }

  /** Copies the next bytes into `target` and returns their number; 0 = end of input. */
  read(target: Uint8Array): number {
    const taken = this.#rest.subarray(0, target.length)
    target.set(taken)
    this.#rest = this.#rest.subarray(taken.length)
    return taken.length
  }
}

/** What the module wrote, in one buffer that never grows past `limit`. */
export class OutputStream {
  readonly limit: number
  #buffer = new Uint8Array(0)
  #length = 0

  constructor(limit: number) {
    this.limit = limit
  }

  get room(): number {
    return this.limit - this.#length
  }

  /** Appends a copy of `bytes`, as far as there is room. */
  append(bytes: Uint8Array): void {
    const taken = bytes.subarray(0, this.room)
    const needed = this.#length + taken.length
    if (needed > this.#buffer.length) {
      const grown = new Uint8Array(Math.min(this.limit, Math.max(needed, 2 * this.#buffer.length, 1024)))
      grown.set(this.#buffer.subarray(0, this.#length))
      this.#buffer = grown
    }
    this.#buffer.set(taken, this.#length)
    this.#length = needed
  }

  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length)
  }
}
