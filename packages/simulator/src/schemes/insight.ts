import { type CatchGame, type LotPolicy, solveCatchGame } from '@ailee/market'
import type { SimulatedWorker } from '../population.js'
import type { World } from '../world.js'

/** What the most knowing saboteur knows beside what is public. */
export interface Insight {
  /** Sets level, paysOff and isSeasoned of the world's turn for this worker. */
  inform(world: World, worker: SimulatedWorker): void
  /** A wrong result became provisional, or stopped being so. */
  survivors(lotId: number, change: number): void
}

/** Where there is no level, there is nothing to know. */
export const noInsight: Insight = {
  inform(world) {
    world.turn.level = 0
    world.turn.paysOff = true
    world.turn.isSeasoned = true
  },
  survivors() {}
}

/** Everything about a lot but its secret: level, catches, the group's own survivors, and the best play from there. */
export class LotInsight implements Insight {
  readonly #policy: LotPolicy
  readonly #games = new Map<number, CatchGame>()
  readonly #survivors = new Map<number, number>()

  constructor(policy: LotPolicy) {
    this.#policy = policy
  }

  inform({ turn }: World, worker: SimulatedWorker): void {
    const policy = this.#policy
    // Between two lots it waits: the next one's level is low again.
    const { baseRate, catches, fillingLotId, level = 1 } = policy
    turn.level = level
    const survivors = fillingLotId === undefined ? 0 : (this.#survivors.get(fillingLotId) ?? 0)
    turn.paysOff = baseRate > 0 && this.#game(baseRate).goesOn(survivors, catches)
    const trust = policy.trustOf(worker.name)
    turn.isSeasoned = trust !== undefined && (trust.results - trust.probationResults + 1) * baseRate >= 1
  }

  survivors(lotId: number, change: number): void {
    const left = (this.#survivors.get(lotId) ?? 0) + change
    if (left > 0) this.#survivors.set(lotId, left)
    else this.#survivors.delete(lotId)
  }

  #game(baseRate: number): CatchGame {
    const known = this.#games.get(baseRate)
    if (known !== undefined) return known
    const game = solveCatchGame(baseRate)
    this.#games.set(baseRate, game)
    return game
  }
}
