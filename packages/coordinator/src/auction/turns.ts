import type { NodeId } from '@ailee/core'
import { FULL_SCORE } from '@ailee/market'
import { MAX_REMEMBERED_TURNS } from '../constants.js'

/** Whose turn it is: how many leases were given since each worker was last given one. Kept for as long as this process runs. */
export class Turns {
  /** The least recent first. */
  readonly #servedAt = new Map<NodeId, number>()
  #given = 0

  served(worker: NodeId): void {
    this.#given += 1
    this.#servedAt.delete(worker)
    this.#servedAt.set(worker, this.#given)
    if (this.#servedAt.size <= MAX_REMEMBERED_TURNS) return
    // Who is forgotten has waited so long that it comes first anyhow.
    const [oldest] = this.#servedAt.keys()
    if (oldest !== undefined) this.#servedAt.delete(oldest)
  }

  /** 0 to 10⁹; 10⁹ for one that has had none. */
  waited(worker: NodeId): number {
    const servedAt = this.#servedAt.get(worker)
    return servedAt === undefined ? FULL_SCORE : Math.min(FULL_SCORE, this.#given - servedAt)
  }
}
