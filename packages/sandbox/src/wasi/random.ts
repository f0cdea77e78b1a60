/** sha3-256 of `bytes`: 32 bytes. A parameter, so that this code runs in a browser as well. */
export type Sha3 = (bytes: Uint8Array) => Uint8Array

const BLOCK_BYTES = 32

/**
 * The random numbers a module sees: an endless stream decided by its seed. Byte n of it is byte n mod 32 of
 * block ⌊n/32⌋, and block i is sha3-256(seed ‖ i), i as 8 bytes, big-endian.
 */
export class RandomStream {
  readonly #sha3: Sha3
  readonly #message: Uint8Array
  #counter = 0n
  #block = new Uint8Array(0)

  /** `seed` is 32 bytes. */
  constructor(seed: Uint8Array, sha3: Sha3) {
    this.#sha3 = sha3
    this.#message = new Uint8Array(seed.length + 8)
    this.#message.set(seed)
  }

  /** Fills `target` with the next bytes of the stream. */
  fill(target: Uint8Array): void {
    let offset = 0
    while (offset < target.length) {
      if (this.#block.length === 0) this.#block = this.#nextBlock()
      const taken = this.#block.subarray(0, target.length - offset)
      target.set(taken, offset)
      offset += taken.length
      this.#block = this.#block.subarray(taken.length)
    }
  }

  #nextBlock(): Uint8Array<ArrayBuffer> {
    const counterAt = this.#message.length - 8
    new DataView(this.#message.buffer).setBigUint64(counterAt, this.#counter++)
    return new Uint8Array(this.#sha3(this.#message).subarray(0, BLOCK_BYTES))
  }
}
