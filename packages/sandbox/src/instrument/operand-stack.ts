import { KNOWN, type Value } from './nan-flow.js'

/** The operands of a function as its code is read once, top to bottom; below a block's floor nothing is popped. */
export class OperandStack {
  readonly #values: Value[] = []
  readonly #floors: number[] = [0]
  /** Most values that were on the stack at once. */
  highest = 0

  push(value: Value): void {
    this.#values.push(value)
    if (this.#values.length > this.highest) this.highest = this.#values.length
  }

  /** The top; behind an unconditional branch there may be nothing, and anything is right. */
  pop(): Value {
    if (this.#values.length <= this.#floor) return KNOWN
    return this.#values.pop() ?? KNOWN
  }

  /** The top `count` values, which stay. */
  top(count: number): readonly Value[] {
    return count === 0 ? [] : this.#values.slice(Math.max(this.#floor, this.#values.length - count))
  }

  /** A block begins: what is there now is out of its reach. */
  open(): void {
    this.#floors.push(this.#values.length)
  }

  /** Everything the innermost block has pushed is gone. */
  clear(): void {
    this.#values.length = this.#floor
  }

  close(): void {
    this.clear()
    if (this.#floors.length > 1) this.#floors.pop()
  }

  get #floor(): number {
    return this.#floors.at(-1) ?? 0
  }
}
