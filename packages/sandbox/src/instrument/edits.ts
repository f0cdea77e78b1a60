import type { ByteBuffer } from './byte-buffer.js'
import type { Code } from './code.js'

const BEFORE = 1
const AFTER = 2
const INSTEAD = 4

/** What is put into one body: bytes before, after or instead of its instructions. */
export class Edits {
  readonly #marks: Uint8Array
  readonly #before = new Map<number, number[]>()
  readonly #after = new Map<number, number[]>()
  readonly #instead = new Map<number, number[]>()
  readonly #rare = new Map<number, number[]>()
  #first: readonly number[] = []

  constructor(instructions: number) {
    this.#marks = new Uint8Array(instructions)
  }

  /** Once, before everything else. */
  beforeAll(bytes: readonly number[]): void {
    this.#first = bytes
  }

  before(index: number, bytes: readonly number[]): void {
    this.#add(this.#before, BEFORE, index, bytes)
  }

  after(index: number, bytes: readonly number[]): void {
    this.#add(this.#after, AFTER, index, bytes)
  }

  /** As `after`, with an `if` at the offset `rare` that is hardly ever entered. */
  afterWithHint(index: number, { bytes, rare }: { bytes: readonly number[]; rare: number }): void {
    const before = this.#after.get(index)?.length ?? 0
    this.after(index, bytes)
    const known = this.#rare.get(index)
    if (known === undefined) this.#rare.set(index, [before + rare])
    else known.push(before + rare)
  }

  instead(index: number, bytes: readonly number[]): void {
    this.#add(this.#instead, INSTEAD, index, bytes)
  }

  isReplaced(index: number): boolean {
    return ((this.#marks[index] ?? 0) & INSTEAD) !== 0
  }

  /**
   * Writes the body's instructions with the edits; what is not edited is copied as it is. Returns where in the output
   * the branches are that are hardly ever taken.
   */
  write(bytes: Uint8Array, code: Code, output: ByteBuffer): number[] {
    const rare: number[] = []
    let copied = code.at[0] ?? 0
    output.push(this.#first)
    const copyTo = (end: number): void => {
      if (end > copied) output.push(bytes.subarray(copied, end))
      copied = Math.max(copied, end)
    }
    for (let index = 0; index < code.length; index++) {
      const marks = this.#marks[index] ?? 0
      if (marks === 0) continue
      copyTo(code.at[index] ?? 0)
      if ((marks & BEFORE) !== 0) output.push(this.#before.get(index) ?? [])
      if ((marks & INSTEAD) !== 0) {
        output.push(this.#instead.get(index) ?? [])
        copied = code.at[index + 1] ?? 0
      }
      if ((marks & AFTER) !== 0) {
        copyTo(code.at[index + 1] ?? 0)
        for (const offset of this.#rare.get(index) ?? []) rare.push(output.length + offset)
        output.push(this.#after.get(index) ?? [])
      }
    }
    copyTo(code.at[code.length] ?? 0)
    return rare
  }

  #add(edits: Map<number, number[]>, mark: number, index: number, bytes: readonly number[]): void {
    if (bytes.length === 0) return
    this.#marks[index] = (this.#marks[index] ?? 0) | mark
    const known = edits.get(index)
    if (known === undefined) edits.set(index, [...bytes])
    else known.push(...bytes)
  }
}
