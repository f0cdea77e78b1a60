import type { FunctionType } from '../module/module-info.js'

/** Finds function types among a module's own, and collects those that must be appended. */
export class FunctionTypes {
  /** The types to append, in order. */
  readonly added: FunctionType[] = []
  readonly #indices = new Map<string, number>()
  #next: number

  constructor(types: readonly FunctionType[]) {
    this.#next = types.length
    for (const [index, type] of types.entries()) this.#indices.set(keyOf(type), index)
  }

  index(type: FunctionType): number {
    const key = keyOf(type)
    const known = this.#indices.get(key)
    if (known !== undefined) return known
    this.added.push(type)
    this.#indices.set(key, this.#next)
    return this.#next++
  }
}

function keyOf({ params, results }: FunctionType): string {
  return `${params.join()}>${results.join()}`
}
