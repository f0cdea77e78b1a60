import type { CompiledModule } from '../execution/load.js'

/** Keeps the modules used last. */
export class ModuleCache {
  readonly #capacity: number
  readonly #entries = new Map<string, CompiledModule>()

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get(key: string): CompiledModule | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    // A map keeps insertion order: what was used last goes to the end.
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry
  }

  set(key: string, entry: CompiledModule): void {
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#capacity) break
      this.#entries.delete(oldest)
    }
  }
}
