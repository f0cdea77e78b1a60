import type { SimulationInit, SimulationResult } from '../simulate.js'

/** One line of a matrix: plain data that JSON keeps, written as it is finished. */
export interface Cell {
  policy: string
  strategy: string
  saboteurs: number
  workers: number
  lotSize: number
  /** Over all seeds. */
  tasks: number
  seeds: number
  infrastructureFailures: number
  hardwareFaults: number
  auditLagTasks: number
  acceptedErrors: number
  acceptedErrorRate: number
  acceptedErrorInterval: { low: number; high: number }
  executionsPerTask: number
  bans: number
  falseBans: number
  failed: number
  seconds: number
}

/** The same cell, whoever ran it, and however often. */
export function cellKey(
  cell: Pick<Cell, 'policy' | 'strategy' | 'saboteurs' | 'workers' | 'lotSize' | 'infrastructureFailures'>,
  tasksPerRun: number
): string {
  const { policy, strategy, saboteurs, workers, lotSize, infrastructureFailures } = cell
  return [policy, strategy, saboteurs, workers, lotSize, infrastructureFailures, tasksPerRun].join(' ')
}

export function cellOf(result: SimulationResult, seconds: number): Cell {
  const { init, tally, acceptedErrorRate, acceptedErrorInterval, executionsPerTask, falseBans } = result
  return {
    ...settingsOf(init),
    tasks: tally.accepted + tally.failed,
    seeds: init.seeds.length,
    acceptedErrors: tally.acceptedErrors,
    acceptedErrorRate,
    acceptedErrorInterval,
    executionsPerTask,
    bans: tally.bans,
    falseBans,
    failed: tally.failed,
    seconds
  }
}

function settingsOf(init: SimulationInit) {
  const {
    policy,
    strategy,
    saboteurs,
    workers,
    lotSize,
    infrastructureFailures,
    hardwareFaults,
    auditLagTasks
  } = init
  return {
    policy,
    strategy,
    saboteurs,
    workers,
    lotSize,
    infrastructureFailures,
    hardwareFaults,
    auditLagTasks
  }
}
