import type { ValueType } from '../module/module-info.js'
import { u32 } from './leb.js'
import { typeBytes } from './type-bytes.js'

/** Locals that are appended to a function's own, made when they are first asked for. */
export class FrameLocals {
  readonly #first: number
  readonly #indices = new Map<string, number>()
  readonly #types: ValueType[] = []

  constructor(first: number) {
    this.#first = first
  }

  get(purpose: string, type: ValueType): number {
    const known = this.#indices.get(purpose)
    if (known !== undefined) return known
    const index = this.#first + this.#types.length
    this.#types.push(type)
    this.#indices.set(purpose, index)
    return index
  }

  get count(): number {
    return this.#types.length
  }

  /** One group for each, as they stand behind the function's own groups. */
  groups(): number[] {
    return this.#types.flatMap((type) => [...u32(1), typeBytes[type]])
  }
}
