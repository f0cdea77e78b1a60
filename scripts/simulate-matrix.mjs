/**
 * Runs the matrix of the simulator and writes docs/simulation.md and its plot. Cells are appended to a file of JSON
 * lines as they finish, and those that are there already are not run again, so it can be stopped at any time.
 *
 *     node scripts/simulate-matrix.mjs [--tasks 1000000] [--seeds 10] [--only lot|comparison|<strategy>] [--lanes 1]
 *         [--seconds 3600] [--cells docs/simulation.jsonl] [--report-only]
 */
import { once } from 'node:events'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import {
  cellKey,
  cellOf,
  comparisonMatrix,
  comparisonTable,
  defaultSimulation,
  errorPlot,
  matrixTable,
  percent,
  policyMatrix,
  simulate,
  summaryOf
} from '../packages/simulator/dist/src/index.js'
import { root } from './workspace.mjs'

const TITLE = `# Simulation

Written by \`scripts/simulate-matrix.mjs\` from [simulation.jsonl](simulation.jsonl). [verification.md](verification.md) says what is simulated and what it means.

![Accepted errors of every cell](simulation.svg)`

if (isMainThread) await main()
else
  parentPort.on('message', (init) => {
    const started = performance.now()
    const result = simulate(init)
    parentPort.postMessage(cellOf(result, Math.round((performance.now() - started) / 100) / 10))
  })

async function main() {
  const { values } = parseArgs({
    options: {
      tasks: { type: 'string', default: '1000000' },
      seeds: { type: 'string', default: '10' },
      only: { type: 'string' },
      lanes: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '86400' },
      cells: { type: 'string', default: join(root, 'docs/simulation.jsonl') },
      'report-only': { type: 'boolean', default: false }
    }
  })
  if (!values['report-only']) await run(values)
  await report(await cellsOf(values.cells))
}

async function cellsOf(path) {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** What is to be run, in an order in which a run that is cut short has seen a bit of everything. */
function planOf({ tasks, seeds, only }) {
  const terms = {
    tasks: Number(tasks),
    seeds: Array.from({ length: Number(seeds) }, (_, index) => index + 1),
    infrastructureFailures: 0.05,
    // Faults of honest machines are another matter: they are counted apart, in verification.md.
    hardwareFaults: 0
  }
  const isWanted = ({ strategy }) =>
    strategy === undefined || only === undefined || only === 'lot' || only === strategy
  const own =
    only === 'comparison'
      ? []
      : policyMatrix()
          .filter(isWanted)
          .sort((one, other) => hardness(other) - hardness(one))
          .map((cell) => ({ ...terms, ...cell }))
  const others =
    only !== undefined && only !== 'comparison'
      ? []
      : comparisonMatrix().map((cell) => ({ ...terms, infrastructureFailures: 0, ...cell }))
  return [...own, ...others].map((cell) => ({ ...defaultSimulation, ...cell }))
}

/** Many saboteurs among 200 workers tell most, so they come first. */
function hardness({ saboteurs, workers }) {
  return saboteurs + (workers === 200 ? 0.1 : 0)
}

async function run(values) {
  const done = new Map()
  for (const cell of await cellsOf(values.cells)) {
    const key = keyOf(cell)
    done.set(key, Math.max(cell.seeds, done.get(key) ?? 0))
  }
  const plan = planOf(values).filter((init) => (done.get(cellKey(init, init.tasks)) ?? 0) < init.seeds.length)
  const endsAt = Date.now() + 1000 * Number(values.seconds)
  console.log(`${plan.length} cells to run, ${done.size} are there`)
  const lane = async () => {
    const worker = new Worker(fileURLToPath(import.meta.url))
    try {
      while (Date.now() < endsAt) {
        const init = plan.shift()
        if (init === undefined) break
        worker.postMessage(init)
        const [cell] = await once(worker, 'message')
        await appendFile(values.cells, `${JSON.stringify(cell)}\n`)
        const { policy, strategy, saboteurs, workers, acceptedErrorInterval, executionsPerTask, seconds } =
          cell
        console.log(
          `${policy} ${strategy} f=${saboteurs} ${workers}: up to ${percent(acceptedErrorInterval.high)} %, ${executionsPerTask.toFixed(3)} executions, ${seconds} s`
        )
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: Number(values.lanes) }, lane))
}

/** Runs of other lengths are other cells: an attack that ends costs a long run less. */
function keyOf(cell) {
  return cellKey(cell, cell.tasks / cell.seeds)
}

async function report(cells) {
  // The same cell may be there more than once: the one of most seeds counts.
  const best = new Map()
  for (const cell of cells) {
    const known = best.get(keyOf(cell))
    if (known === undefined || known.seeds <= cell.seeds) best.set(keyOf(cell), cell)
  }
  const lengths = [...new Set([...best.values()].map(({ tasks, seeds }) => tasks / seeds))].sort(
    (one, other) => one - other
  )
  const inPlan = (plan, tasksPerRun) =>
    plan.flatMap((init) => best.get(cellKey({ ...defaultSimulation, ...init }, tasksPerRun)) ?? [])
  const own = lengths
    .map((length) =>
      inPlan(
        policyMatrix().map((cell) => ({ ...cell, infrastructureFailures: 0.05 })),
        length
      )
    )
    .filter((group) => group.length > 0)
  const compared = lengths
    .map((length) => inPlan(comparisonMatrix(), length))
    .filter((group) => group.length > 0)
  const text = [TITLE, ...own.map(section), ...compared.map(comparison)].join('\n\n')
  await writeFile(join(root, 'docs/simulation.md'), `${text}\n`)
  await writeFile(join(root, 'docs/simulation.svg'), errorPlot(own.flat(), defaultSimulation.targetError))
  console.log(`docs/simulation.md: ${own.flat().length} cells of lots, ${compared.flat().length} compared`)
}

function section(cells) {
  const { worstError, worstExecutions, tasks, honestExecutions, lastingExecutions, falseBans } =
    summaryOf(cells)
  const [{ tasks: cellTasks, seeds }] = cells
  const placeOf = ({ strategy, saboteurs, workers }) => `${strategy}, f = ${saboteurs}, ${workers} workers`
  const figure = (executions) => (Number.isNaN(executions) ? '–' : executions.toFixed(3))
  const runs = [...new Set(cells.map((cell) => cell.seeds))].sort((one, other) => one - other).join(' or ')
  return `## Lots, runs of ${(cellTasks / seeds).toLocaleString('en')} tasks

- ${cells.length} of the ${policyMatrix().length} cells, ${runs} seeds each, ${tasks.toLocaleString('en')} tasks in all; lots of ${defaultSimulation.lotSize} tasks, ε = ${defaultSimulation.targetError}, 5 % of executions lost to infrastructure, no faults of honest machines
- Accepted errors: at worst ${percent(worstError.acceptedErrorRate)} %, upper bound of the 95 % interval ${percent(worstError.acceptedErrorInterval.high)} % (${placeOf(worstError)})
- Executions per task, those of the referee counted: honest ${figure(honestExecutions)}; mean over cells whose saboteurs do not return under new names ${figure(lastingExecutions)}; worst ${worstExecutions.executionsPerTask.toFixed(3)} (${placeOf(worstExecutions)})
- Honest workers banned: ${falseBans}

Each cell: accepted errors in % (upper bound) / executions per task.

${matrixTable(cells)}`
}

function comparison(cells) {
  const [{ tasks, seeds }] = cells
  return `## Beside others, runs of ${(tasks / seeds).toLocaleString('en')} tasks

200 workers, seeds: ${seeds}, no infrastructure failures. Accepted errors in % / executions per task. \`replicas\` is majority of three; the others are as [verification.md](verification.md#beside-other-schemes) says.

${comparisonTable(cells)}`
}
