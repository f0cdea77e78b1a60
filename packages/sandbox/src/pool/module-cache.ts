import type { CompiledModule } from '../execution/load.js'

interface Entry {
  module: CompiledModule
  bytes: number
}

/** Keeps the modules used last, within bounds of their number and their size; the last one always. */
export class ModuleCache {
  readonly #most: { modules: number; bytes: number }
  readonly #entries = new Map<string, Entry>()
  #bytes = 0

  constructor(most: { modules: number; bytes: number }) {
    this.#most = most
  }

  get(key: string): CompiledModule | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    // A map keeps insertion order: what was used last goes to the end.
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.module
  }

  /** Keeps a module without its bytes: what has been compiled keeps its own. */
  set(key: string, { prepared, compiled }: CompiledModule): CompiledModule {
    this.#remove(key)
    const module = { prepared: { ...prepared, bytes: new Uint8Array(0) }, compiled }
    this.#entries.set(key, { module, bytes: prepared.bytes.length })
    this.#bytes += prepared.bytes.length
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#most.modules && this.#bytes <= this.#most.bytes) break
      if (oldest !== key) this.#remove(oldest)
    }
    return module
  }

  #remove(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0
    this.#entries.delete(key)
  }
}
