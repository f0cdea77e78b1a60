/** Collects the parts of a rewritten module; parts are copied once, at the end. */
export class ByteWriter {
  readonly #parts: Uint8Array[] = []
  #length = 0

  raw(bytes: Uint8Array): this {
    this.#parts.push(bytes)
    this.#length += bytes.length
    return this
  }

  byte(value: number): this {
    return this.raw(Uint8Array.of(value))
  }

  /** Unsigned LEB128, shortest form. */
  u32(value: number): this {
    const bytes: number[] = []
    let rest = value
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) | 0x80)
      rest = Math.floor(rest / 0x80)
    }
    bytes.push(rest)
    return this.raw(Uint8Array.from(bytes))
  }

  name(text: string): this {
    const bytes = new TextEncoder().encode(text)
    return this.u32(bytes.length).raw(bytes)
  }

  /** A section: its id, its length, its content. */
  section(id: number, content: Uint8Array): this {
    return this.byte(id).u32(content.length).raw(content)
  }

  finish(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#length)
    let offset = 0
    for (const part of this.#parts) {
      bytes.set(part, offset)
      offset += part.length
    }
    return bytes
  }
}
