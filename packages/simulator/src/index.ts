/**
 * Monte Carlo of saboteurs: runs the real verification policy of `@ailee/market`, and others' schemes beside it,
 * against workers that cheat in every way that is known here, and counts wrong results that were accepted. It opens
 * no connection and executes nothing; a task is a number, a result right or wrong.
 *
 * ```ts
 * const { acceptedErrorRate, executionsPerTask } = simulate({ strategy: 'sleeper', saboteurs: 0.35, tasks: 1_000_000 })
 * ```
 * @packageDocumentation
 */
export { SimulatorError, type SimulatorErrorCode } from './errors.js'
export { type Cell, type CellTerms, cellKey, cellOf, mergeCells, tasksPerRun } from './report/cell.js'
export { comparisonPlot } from './report/comparison-plot.js'
export {
  comparisonMatrix,
  type MatrixCell,
  policyMatrix,
  SABOTEUR_SHARES,
  WORKER_COUNTS
} from './report/matrix.js'
export { errorPlot } from './report/plot.js'
export { type Summary, summaryOf } from './report/summary.js'
export { comparisonTable, matrixTable, percent } from './report/table.js'
export {
  defaultSimulation,
  POLICIES,
  type PolicyName,
  type SimulationInit,
  type SimulationResult,
  simulate
} from './simulate.js'
export { strategies, strategyNamed } from './strategies/strategies.js'
export type { Strategy, Turn } from './strategies/strategy.js'
export type { Tally } from './tally.js'
export { type Interval, wilsonInterval } from './wilson.js'
