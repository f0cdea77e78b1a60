/** Reads and writes the bytes of a module. Nothing in this folder imports anything of the project's own code. */
export class Reader {
  readonly bytes: Uint8Array
  position: number
  readonly end: number

  constructor(bytes: Uint8Array, position = 0, end = bytes.length) {
    this.bytes = bytes
    this.position = position
    this.end = end
  }

  byte(): number {
    return item(this.bytes, this.position++)
  }

  /** An unsigned or signed number of any length, as the wanted kind of number. */
  u32(): number {
    return Number(this.#leb(false))
  }

  i32(): number {
    return Number(BigInt.asIntN(32, this.#leb(true)))
  }

  s64(): bigint {
    return this.#leb(true)
  }

  part(length: number): Reader {
    const start = this.position
    this.position += length
    return new Reader(this.bytes, start, start + length)
  }

  text(): string {
    const { position, end } = this.part(this.u32())
    return new TextDecoder().decode(this.bytes.subarray(position, end))
  }

  list<T>(read: (reader: Reader) => T): T[] {
    return Array.from({ length: this.u32() }, () => read(this))
  }

  #leb(signed: boolean): bigint {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.byte()
      value |= BigInt(byte & 0x7f) << shift
      if (byte >= 0x80) continue
      return signed && (byte & 0x40) !== 0 ? value - (1n << (shift + 7n)) : value
    }
  }
}

/** What stands at a place of a list; there must be something. */
export function item<T>(list: ArrayLike<T>, index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError(`nothing at ${index} of ${list.length}`)
  return found
}

/** The signed form, which reads the same as unsigned where the number is not negative and has a bit to spare. */
export function signed(value: number | bigint): number[] {
  const bytes: number[] = []
  for (let rest = BigInt(value); ; rest >>= 7n) {
    const low = Number(rest & 0x7fn)
    if ((rest >> 6n === 0n || rest >> 6n === -1n) && rest >> 6n === rest >> 7n) return [...bytes, low]
    bytes.push(low | 0x80)
  }
}

export function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...unsigned(Math.floor(value / 0x80))]
}
