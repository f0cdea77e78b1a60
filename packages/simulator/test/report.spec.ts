import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Cell,
  cellOf,
  comparisonMatrix,
  comparisonTable,
  errorPlot,
  matrixTable,
  policyMatrix,
  simulate,
  strategies,
  summaryOf
} from '../src/index.js'

const small = { tasks: 2000, lotSize: 1000, seeds: [1], workers: 20 }

function cells(): Cell[] {
  return ['honest', 'naive-10', 'whitewash-naive'].flatMap((strategy) =>
    [0.05, 0.35].map((saboteurs) => cellOf(simulate({ ...small, strategy, saboteurs }), 0.1))
  )
}

test('the matrix has every strategy with every share and number of workers', () => {
  const matrix = policyMatrix()
  assert.is(matrix.length, 3 + (strategies.length - 1) * 4 * 3)
  assert.is(new Set(matrix.map((init) => JSON.stringify(init))).size, matrix.length)
  assert.ok(comparisonMatrix().length > 0)
})

test('a table has one row for each strategy and number of workers, and every figure of its cells', () => {
  const all = cells()
  const lines = matrixTable(all).split('\n')
  assert.is(lines.length, 2 + 3)
  assert.match(lines[0] ?? '', /strategy .*workers .*f = 0\.05 .*f = 0\.35/)
  for (const cell of all) {
    const row = lines.find((line) => line.startsWith(`| ${cell.strategy} `)) ?? ''
    assert.ok(row.includes(`/ ${cell.executionsPerTask.toFixed(3)}`), cell.strategy)
  }
  assert.is(comparisonTable(all).split('\n').length, 2 + 6)
})

test('the summary finds the worst cells', () => {
  const all = cells()
  const summary = summaryOf(all)
  assert.ok(summary)
  assert.is(summary?.tasks, 6 * 2000)
  for (const cell of all) {
    assert.ok(cell.executionsPerTask <= (summary?.worstExecutions.executionsPerTask ?? 0))
    assert.ok(cell.acceptedErrorInterval.high <= (summary?.worstError.acceptedErrorInterval.high ?? 0))
  }
  assert.is(summaryOf([]), undefined)
})

test('a plot is one well-formed picture with a dot for each cell and the line that was promised', () => {
  const all = cells()
  const svg = errorPlot(all, 0.001)
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  assert.is(svg.match(/r="2\.5"/g)?.length, all.length)
  assert.match(svg, /promised/)
  assert.not.match(svg, /NaN|undefined|Infinity/)
  // Every element is closed, in order.
  const open: string[] = []
  for (const [, closing, name, rest] of svg.matchAll(/<(\/?)([a-z]+)([^>]*)>/g)) {
    if (closing === '/') assert.is(open.pop(), name)
    else if (!rest?.endsWith('/')) open.push(name ?? '')
  }
  assert.equal(open, [])
})

test.run()
