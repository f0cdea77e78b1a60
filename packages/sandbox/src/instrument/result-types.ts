import type { FunctionType, ValueType } from '../module/module-info.js'

/** Finds types `() -> results` among a module's own, and collects those that must be appended. */
export class ResultTypes {
  /** Results of the types to append, in order. */
  readonly added: (readonly ValueType[])[] = []
  readonly #indices = new Map<string, number>()
  #next: number

  constructor(types: readonly FunctionType[]) {
    this.#next = types.length
    for (const [index, { params, results }] of types.entries()) {
      if (params.length === 0) this.#indices.set(results.join(), index)
    }
  }

  index(results: readonly ValueType[]): number {
    const key = results.join()
    const known = this.#indices.get(key)
    if (known !== undefined) return known
    this.added.push(results)
    this.#indices.set(key, this.#next)
    return this.#next++
  }
}
