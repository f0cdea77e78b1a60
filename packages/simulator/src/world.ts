import { seededRandom } from '@ailee/core'
import { Population, type SimulatedWorker } from './population.js'
import type { Strategy, Turn } from './strategies/strategy.js'
import { newTally } from './tally.js'

/** The right answer of every task; any other number is a wrong one. */
export const RIGHT_ANSWER = 0
const SHARED_WRONG_ANSWER = 1
const FIRST_OWN_WRONG_ANSWER = 2

export interface WorldInit {
  workers: number
  saboteurs: number
  strategy: Strategy
  /** The part of executions that time out, run out of memory, or are cut off, of anybody. */
  infrastructureFailures: number
  /** The part of an honest worker's results that a fault of its machine spoils. */
  hardwareFaults: number
  seed: number
}

/** Workers, what they answer, and what is counted. Schemes ask it; it knows nothing of them. */
export class World {
  readonly tally = newTally()
  readonly population: Population
  readonly random: () => number
  /** Filled in by schemes before they ask for an answer. */
  readonly turn: Turn
  readonly #init: WorldInit

  constructor(init: WorldInit) {
    this.#init = init
    this.random = seededRandom(init.seed).float
    this.population = new Population({ random: this.random }, init)
    this.turn = {
      task: 0,
      results: 0,
      replicas: 1,
      groupReplicas: 0,
      quorum: 1,
      level: 0,
      paysOff: true,
      isSeasoned: true,
      survivors: 0,
      hasStrike: false,
      random: this.random
    }
  }

  /** Whether this execution fails for reasons that have nothing to do with its result. */
  isLost(worker: SimulatedWorker): boolean {
    const { strategy, infrastructureFailures } = this.#init
    const timeouts = worker.isSaboteur ? (strategy.timeouts ?? 0) : 0
    const chance = timeouts + (1 - timeouts) * infrastructureFailures
    const isLost = chance > 0 && this.random() < chance
    if (isLost) this.tally.lost += 1
    return isLost
  }

  /** What a worker answers to `turn.task`. */
  answer(worker: SimulatedWorker): number {
    this.tally.executions += 1
    const { strategy, hardwareFaults } = this.#init
    const { turn } = this
    turn.results = worker.results
    turn.survivors = worker.survivors
    turn.hasStrike = worker.hasStrike
    worker.results += 1
    if (!worker.isSaboteur) {
      const isSpoilt = hardwareFaults > 0 && this.random() < hardwareFaults
      return isSpoilt ? FIRST_OWN_WRONG_ANSWER + worker.slot : RIGHT_ANSWER
    }
    if (!strategy.isWrong(turn)) return RIGHT_ANSWER
    return strategy.colludes ? SHARED_WRONG_ANSWER : FIRST_OWN_WRONG_ANSWER + worker.slot
  }

  ban(worker: SimulatedWorker): void {
    this.tally.bans += 1
    if (!worker.isSaboteur) this.tally.falseBans += 1
    this.population.ban(worker)
  }
}
