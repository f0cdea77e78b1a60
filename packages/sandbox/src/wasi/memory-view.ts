/** A pointer of the module that leaves its memory; the call answers `EFAULT`. */
export class MemoryFault extends Error {}

/** One for all: making an error takes far longer than a host call costs. */
const fault = new MemoryFault('a pointer leaves the memory')

/**
 * A module's memory as its host calls see it: every pointer and length is taken as unsigned and checked.
 * Every access is charged for before it is made. Without a memory (none attached yet, or the module has none) every access faults.
 */
export class MemoryView {
  readonly #charge: (bytes: number) => void
  #memory: WebAssembly.Memory | undefined
  #buffer: ArrayBuffer = new ArrayBuffer(0)
  #view = new DataView(this.#buffer)

  /** `charge` is told the bytes of each access, and throws where they cannot be paid for. */
  constructor(charge: (bytes: number) => void = () => {}) {
    this.#charge = charge
  }

  attach(memory: WebAssembly.Memory): void {
    this.#memory = memory
  }

  get byteLength(): number {
    return this.#memory?.buffer.byteLength ?? 0
  }

  u32(pointer: number): number {
    return this.#at(pointer, 4).getUint32(pointer >>> 0, true)
  }

  u64(pointer: number): bigint {
    return this.#at(pointer, 8).getBigUint64(pointer >>> 0, true)
  }

  u16(pointer: number): number {
    return this.#at(pointer, 2).getUint16(pointer >>> 0, true)
  }

  u8(pointer: number): number {
    return this.#at(pointer, 1).getUint8(pointer >>> 0)
  }

  setU32(pointer: number, value: number): void {
    this.#at(pointer, 4).setUint32(pointer >>> 0, value, true)
  }

  setU64(pointer: number, value: bigint): void {
    this.#at(pointer, 8).setBigUint64(pointer >>> 0, value, true)
  }

  /** The memory itself, not a copy: valid until the module runs on. */
  bytes(pointer: number, length: number): Uint8Array {
    this.#at(pointer, length >>> 0)
    return new Uint8Array(this.#buffer, pointer >>> 0, length >>> 0)
  }

  #at(pointer: number, length: number): DataView {
    // Growing a memory replaces its buffer.
    const buffer = this.#memory?.buffer
    if (buffer === undefined) throw fault
    if (buffer !== this.#buffer) {
      this.#buffer = buffer as ArrayBuffer
      this.#view = new DataView(this.#buffer)
    }
    if ((pointer >>> 0) + length > this.#buffer.byteLength) throw fault
    this.#charge(length)
    return this.#view
  }
}
