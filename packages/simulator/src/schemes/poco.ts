import { groupsOf, type Vote, type VotingDecision, type VotingRules } from './voting-scheme.js'

/** A score counts from three times the weight on, and the least weight is that of a score below nine. */
const SCORE_PER_WEIGHT = 3
const LEAST_WEIGHT = 3

/**
 * iExec's proof of contribution, as its contracts weigh votes: a worker weighs `max(score/3, 3) − 1`; the weights of
 * those who agree multiply; an answer stands when its share of all groups, with one for the unknown, passes the
 * trust. Those who agreed score one more, the others lose a third of their score.
 */
export class PocoRules implements VotingRules {
  readonly #scores = new Map<string, number>()
  readonly #trust: number

  constructor(init: { targetError: number }) {
    this.#trust = 1 - init.targetError
  }

  begin(): { replicas: number; quorum: number } {
    return { replicas: 1, quorum: 1 }
  }

  decide(votes: readonly Vote[]): VotingDecision {
    let total = 1
    let best = { answer: 0, weight: 0 }
    for (const [answer, group] of groupsOf(votes)) {
      const weight = group.reduce((product, worker) => product * this.#weightOf(worker.name), 1)
      total += weight
      if (weight > best.weight) best = { answer, weight }
    }
    return best.weight > this.#trust * total
      ? { kind: 'accepted', answer: best.answer }
      : { kind: 'execute', count: 1 }
  }

  settle(votes: readonly Vote[], accepted: number | undefined): void {
    for (const { worker, answer } of votes) {
      const score = this.#scores.get(worker.name) ?? 0
      if (answer === accepted) this.#scores.set(worker.name, score + 1)
      else if (accepted !== undefined) this.#scores.set(worker.name, score - Math.floor(score / 3))
    }
  }

  #weightOf(name: string): number {
    const score = this.#scores.get(name) ?? 0
    return Math.max(Math.floor(score / SCORE_PER_WEIGHT), LEAST_WEIGHT) - 1
  }
}
