import { saboteurCount } from '../population.js'
import type { Cell } from './cell.js'

/** A share as percent, with as many digits as 0.1 % deserves: `0.0123`. */
export function percent(share: number, digits = 4): string {
  return (share * 100).toFixed(digits)
}

/**
 * `error % (upper bound) / executions`, of all cells of one strategy, one line for each number of workers. Where shares
 * come to equally many saboteurs, one of them is enough.
 */
export function matrixTable(cells: readonly Cell[]): string {
  const shares = [...new Set(cells.map(({ saboteurs }) => saboteurs))].sort((one, other) => one - other)
  const strategies = [...new Set(cells.map(({ strategy }) => strategy))]
  const sizes = [...new Set(cells.map(({ workers }) => workers))].sort((one, other) => one - other)
  const rows = strategies.flatMap((strategy) =>
    sizes.map((workers) => {
      const figures = shares.map((share) => {
        const own = cells.filter((one) => one.strategy === strategy && one.workers === workers)
        const cell = own.find(({ saboteurs }) => saboteurs === share)
        if (cell !== undefined) return cellText(cell)
        const count = saboteurCount({ saboteurs: share, workers })
        const same = own.find((one) => saboteurCount(one) === count)
        return same === undefined ? '–' : `as f = ${same.saboteurs}`
      })
      return [strategy, String(workers), ...figures]
    })
  )
  return markdown(['strategy', 'workers', ...shares.map((share) => `f = ${share}`)], rows)
}

/** Cells of one table side by side: a row for each strategy and share, a column for each policy. */
export function comparisonTable(cells: readonly Cell[]): string {
  const policies = [...new Set(cells.map(({ policy }) => policy))]
  const names = [...new Set(cells.map(({ strategy, saboteurs }) => `${saboteurs} ${strategy}`))]
  const rows = names.map((name) => [
    name,
    ...policies.map((policy) => {
      const cell = cells.find((one) => one.policy === policy && `${one.saboteurs} ${one.strategy}` === name)
      return cell === undefined
        ? '–'
        : `${percent(cell.acceptedErrorRate, 3)} / ${cell.executionsPerTask.toFixed(2)}`
    })
  ])
  return markdown(['f, strategy', ...policies], rows)
}

function cellText(cell: Cell): string {
  const { acceptedErrorRate, acceptedErrorInterval, executionsPerTask } = cell
  return `${percent(acceptedErrorRate)} (${percent(acceptedErrorInterval.high)}) / ${executionsPerTask.toFixed(3)}`
}

function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => (row[column] ?? '').length))
  )
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
