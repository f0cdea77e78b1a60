import { strategyNamed } from '../strategies/strategies.js'
import type { Cell } from './cell.js'

/** A matrix in a few figures. */
export interface Summary {
  cells: number
  tasks: number
  /** The cell whose interval reaches highest. */
  worstError: Cell
  /** Mean executions per task of honest cells, of those that do not come back under new names, and the worst of all. */
  honestExecutions: number
  lastingExecutions: number
  worstExecutions: Cell
  falseBans: number
}

/** Undefined without cells. */
export function summaryOf(cells: readonly Cell[]): Summary | undefined {
  const [first] = cells
  if (first === undefined) return undefined
  const worst = (measure: (cell: Cell) => number): Cell =>
    cells.reduce((most, cell) => (measure(cell) > measure(most) ? cell : most), first)
  const lasting = cells.filter(({ strategy }) => strategyNamed(strategy)?.returns !== true)
  return {
    cells: cells.length,
    tasks: cells.reduce((sum, { tasks }) => sum + tasks, 0),
    worstError: worst(({ acceptedErrorInterval }) => acceptedErrorInterval.high),
    honestExecutions: meanExecutions(cells.filter(({ strategy }) => strategy === 'honest')),
    lastingExecutions: meanExecutions(lasting),
    worstExecutions: worst(({ executionsPerTask }) => executionsPerTask),
    falseBans: cells.reduce((sum, { falseBans }) => sum + falseBans, 0)
  }
}

function meanExecutions(cells: readonly Cell[]): number {
  return cells.reduce((sum, { executionsPerTask }) => sum + executionsPerTask, 0) / cells.length
}
