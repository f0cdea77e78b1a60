import { createHash } from 'node:crypto'
import { errorMessage, type Logger } from '@ailee/core'
import type { ExecutionRequest } from '@ailee/protocol'
import { CACHED_MODULE_BYTES } from '../constants.js'
import type { SandboxMetrics } from '../metrics.js'
import { WASM_PAGE_BYTES } from '../module/caps.js'
import type { Instrumenter } from './instrumenter.js'

/**
 * Where instrumented modules outlive the processes that run them. `get` gives exactly what was put under a key
 * (64 hex digits), or undefined: after damage too. It may forget anything.
 */
export interface InstrumentedModuleCache {
  get(key: string): Promise<Uint8Array | undefined>
  put(key: string, bytes: Uint8Array): Promise<void>
}

/** A module on its way to a child: as submitted, or prepared already. */
export interface ModuleParcel {
  isPrepared: boolean
  bytes: Uint8Array
  /** What preparing it took just now. */
  instrumentMs: number
}

export interface ModuleLibraryComponents {
  cache: InstrumentedModuleCache
  instrumenter: Instrumenter
  metrics: SandboxMetrics
  log: Logger
}

/**
 * Finds the prepared form of a module: in the cache, or by having it made by the instrumenter, which then goes into
 * the cache. Where neither is to be had at once the child that runs the task gets the module as it is and prepares it
 * for itself: what such a child has made is never kept, since an earlier task may have taken it over.
 */
export class ModuleLibrary {
  readonly #components: ModuleLibraryComponents
  /** What names the rules and the code that prepared a module: a change of any of it makes other keys. */
  readonly #maker: string
  readonly #puts = new Set<Promise<void>>()

  constructor(components: ModuleLibraryComponents, init: { maker: string }) {
    this.#components = components
    this.#maker = init.maker
  }

  /** Never rejects. */
  async find(request: ExecutionRequest): Promise<ModuleParcel> {
    const { module, moduleHash, limits } = request
    const asItIs = { isPrepared: false, bytes: module, instrumentMs: 0 }
    if (module.length < CACHED_MODULE_BYTES || request.measureDepth === true) return asItIs
    const { instrumenter, metrics } = this.#components
    const key = this.#key(request)
    const cached = await this.#read(key)
    if (cached !== undefined) {
      metrics.cacheHits.inc()
      return { isPrepared: true, bytes: cached, instrumentMs: 0 }
    }
    metrics.cacheMisses.inc()
    const made = await instrumenter.prepare(module, moduleHash, limits.memoryBytes)
    if (made === undefined) return asItIs
    this.#keep(key, made.bytes)
    return { isPrepared: true, ...made }
  }

  /** Resolves when everything is written. */
  async stop(): Promise<void> {
    await Promise.all(this.#puts)
  }

  #key({ moduleHash, limits }: ExecutionRequest): string {
    const pages = Math.floor(limits.memoryBytes / WASM_PAGE_BYTES)
    return createHash('sha256').update(`${this.#maker}/${moduleHash}/${pages}`).digest('hex')
  }

  async #read(key: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#components.cache.get(key)
    } catch (error) {
      this.#components.log.warn('the module cache cannot be read', { error: errorMessage(error) })
      return undefined
    }
  }

  #keep(key: string, bytes: Uint8Array): void {
    const put = this.#components.cache.put(key, bytes).catch((error: unknown) => {
      this.#components.log.warn('the module cache cannot be written', { error: errorMessage(error) })
    })
    this.#puts.add(put)
    void put.finally(() => this.#puts.delete(put))
  }
}
