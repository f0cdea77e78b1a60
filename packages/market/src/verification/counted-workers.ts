import type { NodeId } from '@ailee/core'
import { whomToForget } from './forgetting.js'

/** What a mode without lots knows of a worker. Plain data. */
export interface CountedWorker {
  worker: NodeId
  /** Results it gave that were accepted, or are being audited. */
  results: number
  isBanned: boolean
}

/** Workers by name, at most so many. */
export class CountedWorkers {
  readonly #workers = new Map<NodeId, CountedWorker>()
  readonly #maxWorkers: number

  constructor(init: { maxWorkers: number }, workers: readonly CountedWorker[] = []) {
    this.#maxWorkers = init.maxWorkers
    for (const worker of workers) this.#workers.set(worker.worker, { ...worker })
  }

  get size(): number {
    return this.#workers.size
  }

  get(worker: NodeId): Readonly<CountedWorker> | undefined {
    return this.#workers.get(worker)
  }

  /** The record itself, to be changed in place. */
  of(worker: NodeId): CountedWorker {
    const known = this.#workers.get(worker)
    if (known !== undefined) return known
    if (this.#workers.size >= this.#maxWorkers) this.#forget()
    const fresh = { worker, results: 0, isBanned: false }
    this.#workers.set(worker, fresh)
    return fresh
  }

  /** A banned worker stays banned. */
  beginAnew(worker: NodeId): void {
    const known = this.#workers.get(worker)
    if (known !== undefined) known.results = 0
  }

  all(): CountedWorker[] {
    return Array.from(this.#workers.values(), (worker) => ({ ...worker }))
  }

  #forget(): void {
    const terms = { known: this.#workers.size, maxWorkers: this.#maxWorkers }
    for (const worker of whomToForget([...this.#workers.values()], terms)) this.#workers.delete(worker)
  }
}
