import type { ValueType } from '../module/module-info.js'
import { u32 } from './leb.js'
import { typeBytes } from './type-bytes.js'

/** The locals of an instrumented function: its own, further parameters among them, and those that are appended. */
export class FrameLocals {
  readonly #params: number
  readonly #inserted: number
  readonly #first: number
  readonly #indices = new Map<string, number>()
  readonly #types: ValueType[] = []

  /** `inserted`: how many parameters are put behind its own `params`; all further locals move up by them. */
  constructor(params: number, locals: number, inserted: number) {
    this.#params = params
    this.#inserted = inserted
    this.#first = locals + inserted
  }

  /** A local that is made when it is first asked for. */
  get(purpose: string, type: ValueType): number {
    const known = this.#indices.get(purpose)
    if (known !== undefined) return known
    const index = this.#first + this.#types.length
    this.#types.push(type)
    this.#indices.set(purpose, index)
    return index
  }

  /** Where a local of the function itself is now. */
  own(local: number): number {
    return local < this.#params ? local : local + this.#inserted
  }

  get count(): number {
    return this.#types.length
  }

  /** One group for each, as they stand behind the function's own groups. */
  groups(): number[] {
    return this.#types.flatMap((type) => [...u32(1), typeBytes[type]])
  }
}
