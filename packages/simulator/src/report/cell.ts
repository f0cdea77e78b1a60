import type { SimulationResult } from '../simulate.js'
import { wilsonInterval } from '../wilson.js'

/** One line of a matrix: plain data that JSON keeps. */
export interface Cell {
  policy: string
  strategy: string
  saboteurs: number
  workers: number
  lotSize: number
  /** Over all seeds. */
  tasks: number
  /** One run for each. */
  seeds: readonly number[]
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

/** What makes runs comparable: those that differ in nothing else than their seeds are one cell. */
export type CellTerms = Pick<
  Cell,
  | 'policy'
  | 'strategy'
  | 'saboteurs'
  | 'workers'
  | 'lotSize'
  | 'infrastructureFailures'
  | 'hardwareFaults'
  | 'auditLagTasks'
>

/** The same cell, whoever ran it, and however often. Runs of other lengths are other cells: attacks that end cost a long run less. */
export function cellKey(terms: CellTerms, tasksPerRun: number): string {
  return JSON.stringify([...Object.values(settingsOf(terms)), tasksPerRun])
}

export function tasksPerRun({ tasks, seeds }: Pick<Cell, 'tasks' | 'seeds'>): number {
  return tasks / seeds.length
}

/** Puts runs of the same cell together, in the order in which the cells first come. A seed counts once. */
export function mergeCells(cells: readonly Cell[]): Cell[] {
  const merged = new Map<string, Cell>()
  for (const cell of cells) {
    const key = cellKey(cell, tasksPerRun(cell))
    const known = merged.get(key)
    if (known === undefined) merged.set(key, cell)
    else if (!cell.seeds.some((seed) => known.seeds.includes(seed))) merged.set(key, sumOf(known, cell))
  }
  return [...merged.values()]
}

function sumOf(one: Cell, other: Cell): Cell {
  const tasks = one.tasks + other.tasks
  const failed = one.failed + other.failed
  const acceptedErrors = one.acceptedErrors + other.acceptedErrors
  const executions = one.executionsPerTask * one.tasks + other.executionsPerTask * other.tasks
  return {
    ...settingsOf(one),
    tasks,
    seeds: [...one.seeds, ...other.seeds].sort((first, second) => first - second),
    acceptedErrors,
    acceptedErrorRate: tasks === failed ? 0 : acceptedErrors / (tasks - failed),
    acceptedErrorInterval: wilsonInterval(acceptedErrors, tasks - failed),
    executionsPerTask: executions / tasks,
    bans: one.bans + other.bans,
    falseBans: one.falseBans + other.falseBans,
    failed,
    seconds: one.seconds + other.seconds
  }
}

export function cellOf(result: SimulationResult, seconds: number): Cell {
  const { init, tally, acceptedErrorRate, acceptedErrorInterval, executionsPerTask, falseBans } = result
  return {
    ...settingsOf(init),
    tasks: tally.accepted + tally.failed,
    seeds: init.seeds,
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

function settingsOf(init: CellTerms) {
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
