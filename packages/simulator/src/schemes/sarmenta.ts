import type { SimulatedWorker } from '../population.js'
import { RIGHT_ANSWER } from '../world.js'
import { groupsOf, type Vote, type VotingDecision, type VotingRules } from './voting-scheme.js'

/** The part of executions that are spot-checks on tasks whose answer is known. */
const SPOT_CHECKS = 0.1
/** The part of workers that are thought to be saboteurs. */
const ASSUMED_SABOTEURS = 0.35

/**
 * Credibility-based voting with spot-checks and blacklisting (L. Sarmenta, "Sabotage-tolerance mechanisms for
 * volunteer computing systems", 2002): a worker that passed k spot-checks is right with `1 − f/((1 − f)·k·e)`; equal
 * votes are weighed by Bayes' rule, and an answer stands at a credibility of 1 − ε. Whoever fails a check is banned.
 */
export class SarmentaRules implements VotingRules {
  readonly #passed = new Map<string, number>()
  readonly #random: () => number
  readonly #threshold: number

  constructor(components: { random: () => number }, init: { targetError: number }) {
    this.#random = components.random
    this.#threshold = 1 - init.targetError
  }

  begin(): { replicas: number; quorum: number } {
    return { replicas: 1, quorum: 1 }
  }

  check(worker: SimulatedWorker, ask: () => number): boolean {
    if (this.#random() >= SPOT_CHECKS) return false
    if (ask() !== RIGHT_ANSWER) return true
    this.#passed.set(worker.name, (this.#passed.get(worker.name) ?? 0) + 1)
    return false
  }

  decide(votes: readonly Vote[]): VotingDecision {
    const groups = [...groupsOf(votes)].map(([answer, workers]) => {
      const right = workers.reduce((product, { name }) => product * this.#credibility(name), 1)
      const wrong = workers.reduce((product, { name }) => product * (1 - this.#credibility(name)), 1)
      return { answer, right, wrong }
    })
    const allWrong = groups.reduce((product, { wrong }) => product * wrong, 1)
    const chances = groups.map(({ right, wrong }) => (wrong === 0 ? right : (right * allWrong) / wrong))
    const sum = chances.reduce((total, chance) => total + chance, allWrong)
    for (const [index, { answer }] of groups.entries()) {
      if ((chances[index] ?? 0) >= this.#threshold * sum) return { kind: 'accepted', answer }
    }
    return { kind: 'execute', count: 1 }
  }

  #credibility(name: string): number {
    const passed = this.#passed.get(name) ?? 0
    if (passed === 0) return 1 - ASSUMED_SABOTEURS
    return Math.max(0, 1 - ASSUMED_SABOTEURS / (1 - ASSUMED_SABOTEURS) / (passed * Math.E))
  }
}
