import type { NodeId } from '@ailee/core'

/** What a mode without lots knows of a worker. Plain data. */
export interface CountedWorker {
  worker: NodeId
  /** Results it gave that were accepted, or are being audited. */
  results: number
  isBanned: boolean
}

/** Forgotten at once when there are too many. */
const FORGET_SHARE = 0.1

/** Workers by name, at most so many; forgotten are the banned, then those with the fewest results. */
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
    const rank = ({ isBanned, results }: CountedWorker): number => (isBanned ? -1 : results)
    const least = [...this.#workers.values()].sort((one, other) => rank(one) - rank(other))
    const excess = Math.max(1, Math.ceil(this.#maxWorkers * FORGET_SHARE))
    for (const { worker } of least.slice(0, excess)) this.#workers.delete(worker)
  }
}
