/**
 * Runs the matrix of the simulator and writes docs/simulation.md and its plots. Each run, one seed of one cell, is
 * appended to a file of JSON lines as it finishes, and those that are there already are not run again, so it can be
 * stopped at any time. All cells get their first seed before any gets its second, the hard ones first.
 *
 *     node scripts/simulate-matrix.mjs [--tasks 1000000] [--seeds 10] [--only lot|comparison|<strategy>]
 *         [--processes 1] [--seconds 86400] [--runs <file>]... [--report-only]
 *
 * New runs go to the first file of --runs, docs/simulation.jsonl unless given; the report is of all of them, and leaves
 * them in docs/simulation.jsonl, one line a cell.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  cellKey,
  cellOf,
  comparisonMatrix,
  defaultSimulation,
  mergeCells,
  percent,
  policyMatrix,
  simulate,
  strategies,
  tasksPerRun
} from '../packages/simulator/dist/src/index.js'
import { CELLS, COMPARED_TERMS, OWN_TERMS, report } from './simulation-report.mjs'

/**
 * Results live as long as their lot, so a young generation that holds a lot saves copying each of them twice: a third
 * of the time. There is one process for each core already, so collecting needs no threads of its own.
 */
const NODE_FLAGS = ['--max-semi-space-size=32', '--single-threaded-gc']

if (process.send === undefined) await main()
else {
  process.on('disconnect', () => process.exit())
  process.on('message', (init) => {
    const started = performance.now()
    const result = simulate(init)
    process.send(cellOf(result, Math.round((performance.now() - started) / 100) / 10))
  })
}

async function main() {
  const { values } = parseArgs({
    options: {
      tasks: { type: 'string', default: '1000000' },
      seeds: { type: 'string', default: '10' },
      only: { type: 'string' },
      processes: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '86400' },
      runs: { type: 'string', multiple: true, default: [CELLS] },
      'report-only': { type: 'boolean', default: false }
    }
  })
  checkOnly(values.only)
  const [tasks, seeds, processes] = ['tasks', 'seeds', 'processes'].map((name) => wholeOf(name, values[name]))
  const { only, runs } = values
  const endsAtMs = Date.now() + 1000 * wholeOf('seconds', values.seconds)
  if (!values['report-only']) await run(planOf({ tasks, seeds, only }), { runs, processes, endsAtMs })
  await report(await cellsOf(runs))
}

function checkOnly(only) {
  const known = ['lot', 'comparison', ...strategies.map(({ name }) => name)]
  if (only !== undefined && !known.includes(only)) exit(`--only ${only}: one of ${known.join(', ')}`)
}

function wholeOf(name, text) {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) exit(`--${name} ${text} is not a whole number from 1`)
  return value
}

function exit(problem) {
  console.error(problem)
  process.exit(2)
}

async function cellsOf(paths) {
  const texts = await Promise.all(paths.map(linesOf))
  return mergeCells(texts.flat().map((line) => JSON.parse(line)))
}

/** A file that is not there yet has none. */
async function linesOf(path) {
  const text = await readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').filter((line) => line !== '')
}

/** One seed of one cell each. */
function planOf({ tasks, seeds, only }) {
  const own =
    only === 'comparison'
      ? []
      : policyMatrix()
          .filter(({ strategy }) => only === undefined || only === 'lot' || only === strategy)
          .sort((one, other) => hardness(other) - hardness(one))
          .map((cell) => ({ ...OWN_TERMS, ...cell }))
  const others =
    only === undefined || only === 'comparison'
      ? comparisonMatrix().map((cell) => ({ ...COMPARED_TERMS, ...cell }))
      : []
  return Array.from({ length: seeds }, (_, index) =>
    [...own, ...others].map((cell) => ({ ...defaultSimulation, ...cell, tasks, seeds: [index + 1] }))
  ).flat()
}

/** Honest workers, for they are what the network is for; then those that come back, then many saboteurs. */
function hardness({ strategy, saboteurs }) {
  return saboteurs + (strategy === 'honest' ? 2 : 0) + (strategy.startsWith('whitewash') ? saboteurs : 0)
}

async function run(plan, { runs, processes, endsAtMs }) {
  const done = new Map((await cellsOf(runs)).map((cell) => [cellKey(cell, tasksPerRun(cell)), cell.seeds]))
  const left = plan.filter((init) => done.get(cellKey(init, init.tasks))?.includes(init.seeds[0]) !== true)
  console.log(`${left.length} runs of ${plan.length} to be made`)
  const lane = async () => {
    const child = fork(fileURLToPath(import.meta.url), { execArgv: NODE_FLAGS })
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`a process that simulates ended with ${code}`)
    })
    ended.catch(() => {})
    try {
      while (Date.now() < endsAtMs) {
        const init = left.shift()
        if (init === undefined) break
        const answer = once(child, 'message')
        child.send(init)
        const [cell] = await Promise.race([answer, ended])
        await appendFile(runs[0], `${JSON.stringify(cell)}\n`)
        console.log(lineOf(cell))
      }
    } finally {
      child.kill()
    }
  }
  await Promise.all(Array.from({ length: processes }, lane))
}

function lineOf({ policy, strategy, saboteurs, workers, seeds, ...cell }) {
  const { acceptedErrorInterval, executionsPerTask, seconds } = cell
  return `${policy} ${strategy} f=${saboteurs} ${workers} seed ${seeds}: up to ${percent(acceptedErrorInterval.high)} %, ${executionsPerTask.toFixed(3)} executions, ${seconds} s`
}
