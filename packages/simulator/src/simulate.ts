import { seededRandom } from '@ailee/core'
import { LedgerPolicy, LotPolicy } from '@ailee/market'
import { SimulatorError } from './errors.js'
import { boincRules } from './schemes/boinc.js'
import { LotInsight, noInsight } from './schemes/insight.js'
import { majorityRules } from './schemes/majority.js'
import { PocoRules } from './schemes/poco.js'
import { PolicyScheme } from './schemes/policy-scheme.js'
import { SarmentaRules } from './schemes/sarmenta.js'
import type { Scheme } from './schemes/scheme.js'
import { VotingScheme } from './schemes/voting-scheme.js'
import { strategies, strategyNamed } from './strategies/strategies.js'
import type { Strategy } from './strategies/strategy.js'
import { addTally, newTally, type Tally } from './tally.js'
import { type Interval, wilsonInterval } from './wilson.js'
import { World } from './world.js'

/** Ways to believe results: the project's own, then others'. */
export const POLICIES = ['lot', 'ledger', 'final-now', 'replicas', 'boinc', 'poco', 'sarmenta'] as const

export type PolicyName = (typeof POLICIES)[number]

export interface SimulationInit {
  policy: PolicyName
  strategy: string
  /** The part of workers that are saboteurs, 0 to 1; at least one worker where it is not 0. */
  saboteurs: number
  workers: number
  /** Of each run. */
  tasks: number
  /** One run for each. */
  seeds: readonly number[]
  /** ε */
  targetError: number
  /** Tasks of a lot. */
  lotSize: number
  infrastructureFailures: number
  hardwareFaults: number
  /** Tasks that are given out while the referee works on one. */
  auditLagTasks: number
}

export const defaultSimulation: SimulationInit = {
  policy: 'lot',
  strategy: 'whitewash-aware',
  saboteurs: 0.2,
  workers: 200,
  tasks: 1_000_000,
  seeds: [1],
  targetError: 0.001,
  lotSize: 20_000,
  infrastructureFailures: 0,
  hardwareFaults: 1e-6,
  auditLagTasks: 0
}

/** What came out, over all seeds. */
export interface SimulationResult {
  init: SimulationInit
  tally: Tally
  /** Wrong ones among the accepted results. */
  acceptedErrorRate: number
  /** 95 %, by Wilson. */
  acceptedErrorInterval: Interval
  /** By workers and referee together. */
  executionsPerTask: number
  falseBans: number
}

const MAX_TASKS = 100_000_000
const MAX_WORKERS = 65_000

/** Runs one cell. The same init gives the same result, on every machine. Throws SIMULATION_INVALID. */
export function simulate(partial: Partial<SimulationInit> = {}): SimulationResult {
  const given = { ...defaultSimulation, ...partial }
  const strategy = check(given)
  const init = { ...given, strategy: strategy.name }
  const tally = newTally()
  for (const seed of init.seeds) {
    const world = new World({ ...init, strategy, seed })
    schemeOf(init, world, seed).run(world, init.tasks)
    addTally(tally, world.tally)
  }
  const { accepted, acceptedErrors, executions, audits, failed, falseBans } = tally
  return {
    init,
    tally,
    acceptedErrorRate: accepted === 0 ? 0 : acceptedErrors / accepted,
    acceptedErrorInterval: wilsonInterval(acceptedErrors, accepted),
    executionsPerTask: (executions + audits) / (accepted + failed),
    falseBans
  }
}

function schemeOf(init: SimulationInit, world: World, seed: number): Scheme {
  const { targetError: epsilon, lotSize, auditLagTasks } = init
  // The policies' own random numbers, apart from the workers': a saboteur cannot foresee them. Where a network hashes
  // a secret with the result, here the next number of a quick generator stands for that hash.
  const random = seededRandom(seed ^ 0x5bf03635)
  const components = { random, draw: random.float }
  switch (init.policy) {
    case 'lot': {
      const policy = new LotPolicy(components, { epsilon, lotSize, auditAllowanceMs: 0 })
      return new PolicyScheme({ policy, insight: new LotInsight(policy) }, { auditLagTasks })
    }
    case 'ledger':
      return new PolicyScheme(
        { policy: new LedgerPolicy(components, { epsilon }), insight: noInsight },
        { auditLagTasks }
      )
    case 'final-now':
      return new PolicyScheme(
        { policy: new LedgerPolicy(components, 'final-now'), insight: noInsight },
        { auditLagTasks }
      )
    case 'replicas':
      return new VotingScheme(majorityRules(3))
    case 'boinc':
      return new VotingScheme(boincRules(world.random))
    case 'poco':
      return new VotingScheme(new PocoRules(init))
    case 'sarmenta':
      return new VotingScheme(new SarmentaRules(world, init))
  }
}

function check(init: SimulationInit): Strategy {
  const invalid = (what: string): SimulatorError => new SimulatorError('SIMULATION_INVALID', what)
  if (!POLICIES.includes(init.policy)) throw invalid(`policy ${init.policy}: one of ${POLICIES.join(', ')}`)
  const strategy = strategyNamed(init.strategy)
  if (strategy === undefined) {
    throw invalid(`strategy ${init.strategy}: one of ${strategies.map(({ name }) => name).join(', ')}`)
  }
  const within = (name: keyof SimulationInit, least: number, most: number, isWhole = false): void => {
    const value = init[name]
    const fits = typeof value === 'number' && value >= least && value <= most
    if (!fits || (isWhole && !Number.isInteger(value))) {
      throw invalid(`${name} is ${value}, not ${isWhole ? 'a whole number ' : ''}from ${least} to ${most}`)
    }
  }
  within('workers', 3, MAX_WORKERS, true)
  within('tasks', 1, MAX_TASKS, true)
  within('lotSize', 10, 50_000, true)
  within('auditLagTasks', 0, 100_000, true)
  within('targetError', 1e-5, 0.5)
  within('saboteurs', 0, 0.99)
  within('infrastructureFailures', 0, 0.99)
  within('hardwareFaults', 0, 0.5)
  if (init.seeds.length === 0 || !init.seeds.every((seed) => Number.isInteger(seed))) {
    throw invalid('seeds are whole numbers, one at least')
  }
  return strategy
}
