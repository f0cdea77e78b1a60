import type { Strategy } from './strategies/strategy.js'

/** One worker. A saboteur that comes back after a ban is the same worker under another name. */
export interface SimulatedWorker {
  readonly slot: number
  readonly isSaboteur: boolean
  name: string
  /** Results given under this name. */
  results: number
  /** Its wrong results that are provisional. */
  survivors: number
  hasStrike: boolean
  renamed: number
}

/** One at least, where there is to be any. */
export function saboteurCount({ saboteurs, workers }: { saboteurs: number; workers: number }): number {
  return saboteurs === 0 ? 0 : Math.max(1, Math.round(saboteurs * workers))
}

/** All workers that still take part. Who gets a task is drawn evenly: the policies' bounds do not depend on it. */
export class Population {
  readonly #workers: SimulatedWorker[]
  readonly #places = new Map<SimulatedWorker, number>()
  readonly #byName = new Map<string, SimulatedWorker>()
  readonly #returns: boolean
  readonly #random: () => number

  constructor(
    components: { random: () => number },
    init: { workers: number; saboteurs: number; strategy: Strategy }
  ) {
    this.#random = components.random
    this.#returns = init.strategy.returns ?? false
    const hidden = saboteurCount(init)
    this.#workers = Array.from({ length: init.workers }, (_, slot) => ({
      slot,
      isSaboteur: slot < hidden,
      name: `w${slot}`,
      results: 0,
      survivors: 0,
      hasStrike: false,
      renamed: 0
    }))
    for (const [place, worker] of this.#workers.entries()) {
      this.#places.set(worker, place)
      this.#byName.set(worker.name, worker)
    }
  }

  get size(): number {
    return this.#workers.length
  }

  /** Somebody, evenly drawn. */
  pick(): SimulatedWorker {
    const worker = this.#workers[Math.floor(this.#random() * this.#workers.length)]
    if (worker === undefined) throw new RangeError('nobody is left to work')
    return worker
  }

  named(name: string): SimulatedWorker | undefined {
    return this.#byName.get(name)
  }

  /**
   * Bans a name. Saboteurs that return, and honest workers, whom somebody tells what happened, go on under a new one;
   * other saboteurs are gone.
   */
  ban(worker: SimulatedWorker): void {
    this.#byName.delete(worker.name)
    worker.survivors = 0
    if (this.#returns || !worker.isSaboteur) {
      worker.renamed += 1
      worker.name = `w${worker.slot}.${worker.renamed}`
      worker.results = 0
      worker.hasStrike = false
      this.#byName.set(worker.name, worker)
    } else this.#remove(worker)
  }

  #remove(worker: SimulatedWorker): void {
    const place = this.#places.get(worker)
    const last = this.#workers.pop()
    if (place === undefined || last === undefined) return
    if (last !== worker) {
      this.#workers[place] = last
      this.#places.set(last, place)
    }
    this.#places.delete(worker)
  }
}
