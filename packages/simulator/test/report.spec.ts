import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Cell,
  cellOf,
  comparisonMatrix,
  comparisonPlot,
  comparisonTable,
  errorPlot,
  matrixTable,
  mergeCells,
  POLICIES,
  policyMatrix,
  simulate,
  strategies,
  strategyNamed,
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
  // Four shares for each number of workers, but among 20 workers 1 % and 5 % are one saboteur each.
  assert.is(matrix.length, 3 + (strategies.length - 1) * (4 * 3 - 1))
  assert.is(new Set(matrix.map((init) => JSON.stringify(init))).size, matrix.length)
  const ofTwenty = matrix.filter(({ strategy, workers }) => strategy === 'lazy' && workers === 20)
  assert.equal(
    ofTwenty.map(({ saboteurs }) => saboteurs),
    [0.05, 0.2, 0.35]
  )
})

test('schemes are compared on the same strategies, each of which exists, by every policy but the trivial one', () => {
  const byPolicy = new Map<string, string[]>()
  for (const { policy, strategy, saboteurs, workers } of comparisonMatrix()) {
    assert.ok(strategyNamed(strategy), strategy)
    byPolicy.set(policy, [...(byPolicy.get(policy) ?? []), `${strategy} ${saboteurs} ${workers}`])
  }
  assert.equal([...byPolicy.keys()].sort(), POLICIES.filter((policy) => policy !== 'final-now').sort())
  const [first = []] = byPolicy.values()
  assert.is(new Set(first).size, first.length)
  for (const [policy, rows] of byPolicy) assert.equal(rows, first, policy)
})

test('runs of one cell add up to what one run over all their seeds gives', () => {
  const run = (seeds: number[], tasks = 3000): Cell =>
    cellOf(simulate({ ...small, tasks, seeds, strategy: 'naive-1', saboteurs: 0.35 }), 1)
  const whole = run([1, 2, 3])
  assert.ok(whole.acceptedErrors > 0)
  const longer = run([1], 4000)
  const [merged, other, ...rest] = mergeCells([run([3]), run([1]), longer, run([2]), run([1])])
  assert.equal(rest, [])
  assert.equal(other, longer)
  assert.equal(merged?.seeds, [1, 2, 3])
  const { executionsPerTask, seconds: _, ...counted } = merged ?? longer
  const { executionsPerTask: expected, seconds: __, ...countedWhole } = whole
  assert.equal(counted, countedWhole)
  assert.ok(Math.abs(executionsPerTask - expected) < 1e-12)
})

test('a table says where another share is the same number of saboteurs', () => {
  const cell = (workers: number, saboteurs: number): Cell =>
    cellOf(simulate({ ...small, strategy: 'slow', workers, saboteurs }), 0.1)
  const rows = matrixTable([cell(20, 0.05), cell(200, 0.05), cell(200, 0.01)]).split('\n')
  assert.match(rows[2] ?? '', /^\| slow +\| 20 +\| as f = 0\.05 +\| \d/)
  assert.match(rows[3] ?? '', /^\| slow +\| 200 +\| \d[^|]*\| \d/)
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

test('plots are well-formed pictures with a dot for each figure and the line that was promised', () => {
  const all = cells()
  const errors = errorPlot(all, 0.001)
  assertWellFormed(errors)
  assert.is(errors.match(/r="2\.5"/g)?.length, all.length)
  const schemes = comparisonPlot(all, 0.001)
  assertWellFormed(schemes)
  assert.is(schemes.match(/r="3"/g)?.length, 2 * all.length)
})

function assertWellFormed(svg: string): void {
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  assert.match(svg, /promised/)
  assert.not.match(svg, /NaN|undefined|Infinity/)
  // Every element is closed, in order.
  const open: string[] = []
  for (const [, closing, name, rest] of svg.matchAll(/<(\/?)([a-z]+)([^>]*)>/g)) {
    if (closing === '/') assert.is(open.pop(), name)
    else if (!rest?.endsWith('/')) open.push(name ?? '')
  }
  assert.equal(open, [])
}

test.run()
