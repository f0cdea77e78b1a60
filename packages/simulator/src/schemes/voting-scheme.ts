import type { SimulatedWorker } from '../population.js'
import { RIGHT_ANSWER, type World } from '../world.js'
import type { Scheme } from './scheme.js'

/** One worker's answer to one task. */
export interface Vote {
  worker: SimulatedWorker
  answer: number
}

export type VotingDecision =
  /** This answer stands. */
  | { kind: 'accepted'; answer: number }
  /** So many more executions. */
  | { kind: 'execute'; count: number }
  | { kind: 'failed' }

/** Rules by which workers check each other. */
export interface VotingRules {
  /** Executions at first, and how many must agree as far as the workers can tell. */
  begin(first: SimulatedWorker): { replicas: number; quorum: number }
  decide(votes: readonly Vote[]): VotingDecision
  /** The task has ended; `accepted` undefined: without a result. */
  settle?(votes: readonly Vote[], accepted: number | undefined): void
  /** An execution of this worker was lost. */
  lost?(worker: SimulatedWorker): void
  /** Called before each vote; true: the worker answered a task whose answer is known, and failed. */
  check?(worker: SimulatedWorker, ask: () => number): boolean
}

/** A task that nobody can settle is given up after so many votes. */
const MAX_VOTES = 30

/** Gives each task to several workers at once, more where they disagree. No referee. */
export class VotingScheme implements Scheme {
  readonly #rules: VotingRules

  constructor(rules: VotingRules) {
    this.#rules = rules
  }

  run(world: World, tasks: number): void {
    for (let task = 0; task < tasks; task += 1) this.#runTask(world, task)
  }

  #runTask(world: World, task: number): void {
    const rules = this.#rules
    const votes: Vote[] = []
    const first = this.#next(world, votes)
    if (first === undefined) {
      // All are banned. The task ends all the same, without a result.
      world.tally.failed += 1
      return
    }
    const { replicas, quorum } = rules.begin(first)
    let batch = this.#batch(world, votes, replicas, first)
    for (;;) {
      this.#vote(world, task, votes, batch, Math.max(quorum, 1))
      const decision = rules.decide(votes)
      if (decision.kind === 'accepted') {
        world.tally.accepted += 1
        if (decision.answer !== RIGHT_ANSWER) world.tally.acceptedErrors += 1
        rules.settle?.(votes, decision.answer)
        return
      }
      const wanted = decision.kind === 'execute' ? decision.count : 0
      batch = votes.length < MAX_VOTES ? this.#batch(world, votes, wanted) : []
      if (batch.length === 0) {
        world.tally.failed += 1
        rules.settle?.(votes, undefined)
        return
      }
    }
  }

  /** The group knows which replicas of this batch, and which votes before, are its own. */
  #vote(world: World, task: number, votes: Vote[], batch: readonly SimulatedWorker[], quorum: number): void {
    const { turn } = world
    const everybody = [...votes.map(({ worker }) => worker), ...batch]
    for (const worker of batch) {
      turn.task = task
      turn.replicas = everybody.length
      turn.groupReplicas = everybody.filter(({ isSaboteur }) => isSaboteur).length
      turn.quorum = quorum
      turn.level = 0
      turn.paysOff = true
      turn.isSeasoned = true
      const failed = this.#rules.check?.(worker, () => {
        world.tally.audits += 1
        world.tally.executions -= 1
        return world.answer(worker)
      })
      if (failed === true) world.ban(worker)
      else votes.push({ worker, answer: world.answer(worker) })
    }
  }

  /** So many different workers that have no vote yet, fewer where there are no more. */
  #batch(world: World, votes: readonly Vote[], count: number, first?: SimulatedWorker): SimulatedWorker[] {
    const batch = first === undefined ? [] : [first]
    while (batch.length < count) {
      const worker = this.#next(world, votes, batch)
      if (worker === undefined) break
      batch.push(worker)
    }
    return batch
  }

  #next(
    world: World,
    votes: readonly Vote[],
    batch: readonly SimulatedWorker[] = []
  ): SimulatedWorker | undefined {
    if (votes.length + batch.length >= world.population.size) return undefined
    for (;;) {
      const worker = world.population.pick()
      const isTaken = batch.includes(worker) || votes.some((vote) => vote.worker === worker)
      if (isTaken) continue
      if (!world.isLost(worker)) return worker
      this.#rules.lost?.(worker)
    }
  }
}

/** The answers with their voters. */
export function groupsOf(votes: readonly Vote[]): Map<number, SimulatedWorker[]> {
  const groups = new Map<number, SimulatedWorker[]>()
  for (const { worker, answer } of votes) {
    const group = groups.get(answer)
    if (group === undefined) groups.set(answer, [worker])
    else group.push(worker)
  }
  return groups
}
