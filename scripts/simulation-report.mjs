/** Writes what the simulator's matrix has shown: tables, plots, and one line of JSON for each cell. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  cellKey,
  comparisonMatrix,
  comparisonPlot,
  comparisonTable,
  defaultSimulation,
  errorPlot,
  matrixTable,
  percent,
  policyMatrix,
  summaryOf,
  tasksPerRun
} from '../packages/simulator/dist/src/index.js'
import { root } from './workspace.mjs'

/** Where cells are kept. */
export const CELLS = join(root, 'docs/simulation.jsonl')

/** What all runs of lots have in common. Faults of honest machines are another matter, counted apart in verification.md. */
export const OWN_TERMS = { infrastructureFailures: 0.05, hardwareFaults: 0 }
/** Others' schemes take a lost execution for an error, each in its way; beside each other they are compared without. */
export const COMPARED_TERMS = { infrastructureFailures: 0, hardwareFaults: 0 }

const TITLE = `# Simulation

Written by \`scripts/simulate-matrix.mjs\` from [simulation.jsonl](simulation.jsonl). [verification.md](verification.md) says what is simulated and what it means.

![Accepted errors of every cell](simulation.svg)`

const COMPARED_TITLE = `## Beside others

200 workers, no infrastructure failures. \`replicas\` is majority of three; the others are as [verification.md](verification.md#beside-other-schemes) says.

![Accepted errors and executions of every scheme](simulation-schemes.svg)`

/** `cells`: of each cell one, with all its seeds. */
export async function report(cells) {
  const lengths = [...new Set(cells.map(tasksPerRun))].sort((one, other) => one - other)
  const byKey = new Map(cells.map((cell) => [cellKey(cell, tasksPerRun(cell)), cell]))
  const groupsOf = (matrix, terms) =>
    lengths
      .map((length) =>
        matrix.flatMap(
          (cell) => byKey.get(cellKey({ ...defaultSimulation, ...terms, ...cell }, length)) ?? []
        )
      )
      .filter((group) => group.length > 0)
  const own = groupsOf(policyMatrix(), OWN_TERMS)
  const compared = groupsOf(comparisonMatrix(), COMPARED_TERMS)
  const { targetError } = defaultSimulation
  const [longest = [], longestCompared = []] = [own.at(-1), compared.at(-1)]
  await writeFile(join(root, 'docs/simulation.svg'), errorPlot(longest, targetError))
  await writeFile(join(root, 'docs/simulation-schemes.svg'), comparisonPlot(longestCompared, targetError))
  const text = [TITLE, ...own.map(section), COMPARED_TITLE, ...compared.map(comparison)].join('\n\n')
  await writeFile(join(root, 'docs/simulation.md'), `${text}\n`)
  const lines = [...own.flat(), ...compared.flat()].map((cell) => `${JSON.stringify(cell)}\n`)
  await writeFile(CELLS, lines.join(''))
  console.log(`docs/simulation.md: ${own.flat().length} cells of lots, ${compared.flat().length} compared`)
}

function section(cells) {
  const { worstError, worstExecutions, tasks, honestExecutions, lastingExecutions, falseBans } =
    summaryOf(cells)
  const { lotSize, targetError } = defaultSimulation
  const placeOf = ({ strategy, saboteurs, workers }) => `${strategy}, f = ${saboteurs}, ${workers} workers`
  const figure = (executions) => (Number.isNaN(executions) ? '–' : executions.toFixed(3))
  return `## Lots, runs of ${tasksPerRun(cells[0]).toLocaleString('en')} tasks

- ${cells.length} of the ${policyMatrix().length} cells, ${seedsOf(cells)}, ${tasks.toLocaleString('en')} tasks in all; lots of ${lotSize} tasks, ε = ${targetError}, 5 % of executions lost to infrastructure, no faults of honest machines
- Accepted errors: at worst ${percent(worstError.acceptedErrorRate)} %, upper bound of the 95 % interval ${percent(worstError.acceptedErrorInterval.high)} % (${placeOf(worstError)})
- Executions per task, those of the referee counted: honest ${figure(honestExecutions)}; mean over cells whose saboteurs do not return under new names ${figure(lastingExecutions)}; worst ${worstExecutions.executionsPerTask.toFixed(3)} (${placeOf(worstExecutions)})
- Honest workers banned: ${falseBans}

Each cell: accepted errors in % (upper bound) / executions per task.

${matrixTable(cells)}`
}

function comparison(cells) {
  return `### Runs of ${tasksPerRun(cells[0]).toLocaleString('en')} tasks

${seedsOf(cells)}. Accepted errors in % / executions per task.

${comparisonTable(cells)}`
}

/** How many seeds how many of the cells have. */
function seedsOf(cells) {
  const counts = new Map()
  for (const { seeds } of cells) counts.set(seeds.length, (counts.get(seeds.length) ?? 0) + 1)
  const seedsText = (count) => `${count} ${count === 1 ? 'seed' : 'seeds'}`
  if (counts.size === 1) return `${seedsText([...counts.keys()][0])} each`
  return [...counts]
    .sort(([one], [other]) => other - one)
    .map(([count, cellCount]) => `${seedsText(count)} of ${cellCount} cells`)
    .join(', ')
}
