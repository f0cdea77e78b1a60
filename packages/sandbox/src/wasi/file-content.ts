/** Files are held in blocks of this many bytes. */
export const BLOCK_BYTES = 4_096

/** Where blocks come from. */
export interface BlockBudget {
  /** Pays for blocks, or fails with `ENOSPC`. */
  take(blocks: number): void
  give(blocks: number): void
}

const blocksFor = (bytes: number): number => Math.ceil(bytes / BLOCK_BYTES)

/**
 * The bytes of one file. What the task brought is not copied: a block is, when it is first written. There are no
 * holes, so what a file takes is never more than its size and what it was paid for.
 */
export class FileContent {
  readonly #budget: BlockBudget
  #source: Uint8Array
  /** undefined: as in the source. */
  readonly #blocks: (Uint8Array | undefined)[]
  #size: number
  #owned = 0

  constructor(budget: BlockBudget, source: Uint8Array) {
    this.#budget = budget
    this.#source = source
    this.#size = source.length
    this.#blocks = new Array(blocksFor(source.length)).fill(undefined)
  }

  get size(): number {
    return this.#size
  }

  /** Copies bytes from `at` on into `target` and returns their number; 0 = end of file. */
  read(at: number, target: Uint8Array): number {
    const count = Math.max(0, Math.min(target.length, this.#size - at))
    for (let done = 0; done < count; ) {
      const offset = (at + done) % BLOCK_BYTES
      const part = this.#block((at + done - offset) / BLOCK_BYTES).subarray(offset, offset + count - done)
      target.set(part, done)
      done += part.length
    }
    return count
  }

  /** Writes all of `parts` from `at` on; nothing at all if there is no room. */
  write(at: number, parts: readonly Uint8Array[], length: number): void {
    if (length === 0) return
    this.#reserve(at, at + length)
    let position = at
    for (const bytes of parts) {
      for (let done = 0; done < bytes.length; ) {
        const offset = position % BLOCK_BYTES
        const part = bytes.subarray(done, done + BLOCK_BYTES - offset)
        this.#blocks[(position - offset) / BLOCK_BYTES]?.set(part, offset)
        done += part.length
        position += part.length
      }
    }
  }

  /** Cuts the file off, or fills it up with zeros. */
  resize(size: number): void {
    if (size > this.#size) this.#reserve(size, size)
    else this.#shrink(size)
  }

  /** Gives every block back. */
  release(): void {
    this.#shrink(0)
  }

  #block(index: number): Uint8Array {
    return this.#blocks[index] ?? this.#source.subarray(index * BLOCK_BYTES, (index + 1) * BLOCK_BYTES)
  }

  /** Makes the file reach to `end`, and every block from `from` to there its own. */
  #reserve(from: number, end: number): void {
    const fresh = Math.max(0, blocksFor(end) - this.#blocks.length)
    const shared: number[] = []
    const last = this.#blocks.length - 1
    // A last block that is not full is about to get zeros behind it.
    const partial = end > this.#size && this.#size % BLOCK_BYTES !== 0 ? last : last + 1
    for (
      let index = Math.min(partial, Math.floor(from / BLOCK_BYTES));
      index < Math.min(blocksFor(end), last + 1);
      index++
    ) {
      if (this.#blocks[index] === undefined) shared.push(index)
    }
    this.#budget.take(fresh + shared.length)
    this.#owned += fresh + shared.length
    for (const index of shared) {
      const block = new Uint8Array(BLOCK_BYTES)
      block.set(this.#block(index))
      this.#blocks[index] = block
    }
    for (let count = 0; count < fresh; count++) this.#blocks.push(new Uint8Array(BLOCK_BYTES))
    this.#size = Math.max(this.#size, end)
  }

  #shrink(size: number): void {
    let given = 0
    while (this.#blocks.length > blocksFor(size)) if (this.#blocks.pop() !== undefined) given++
    this.#owned -= given
    this.#budget.give(given)
    // What lies behind the end must be zero when the file grows again.
    this.#blocks.at(-1)?.fill(0, size % BLOCK_BYTES || BLOCK_BYTES)
    this.#source = this.#source.subarray(0, size)
    this.#size = size
  }
}
