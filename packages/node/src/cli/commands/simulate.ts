import {
  cellOf,
  comparisonPlot,
  comparisonTable,
  defaultSimulation,
  errorPlot,
  matrixTable,
  POLICIES,
  type PolicyName,
  percent,
  type SimulationInit,
  type SimulationResult,
  simulate,
  strategies,
  strategyNamed
} from '@ailee/simulator'
import { type Command, InvalidArgumentError } from 'commander'
import { type CommonOptions, describe, runCommand } from '../command.js'
import { exitCodes } from '../exit-code.js'
import { writeFileOf } from '../program-output.js'
import { numberBetween, wholeBetween } from '../task-options.js'

interface SimulateOptions extends CommonOptions {
  policy: PolicyName[]
  strategy: string[]
  saboteurs: number[]
  workers: number
  tasks: number
  seed: number
  runs: number
  targetError: number
  lotSize: number
  lost: number
  faults: number
  auditLag: number
  plot?: string
}

const standard = defaultSimulation

export function simulateCommand(program: Command): void {
  const command = program
    .command('simulate')
    .description('try saboteurs on the verification policy, or on others, and count what passes')
    .option('--strategy <names>', 'what saboteurs do; several by commas, or all', strategiesOf, [
      standard.strategy
    ])
    .option('--saboteurs <f>', 'part of the workers, 0 to 0.99; several by commas', sharesOf, [
      standard.saboteurs
    ])
    .option('--workers <n>', 'workers', wholeBetween(3, 65_000), standard.workers)
    .option('--tasks <n>', 'tasks of a run', wholeBetween(1, 100_000_000), 100_000)
    .option('--seed <n>', 'seed of the first run', wholeBetween(0, 2 ** 31), 1)
    .option('--runs <n>', 'runs, each with the next seed', wholeBetween(1, 1000), 1)
    .option('--policy <names>', `who is believed: ${POLICIES.join(', ')}; several by commas`, policiesOf, [
      standard.policy
    ])
    .option(
      '--target-error <e>',
      'part of accepted results that may be wrong',
      numberBetween(1e-5, 0.5),
      standard.targetError
    )
    .option('--lot-size <n>', 'tasks of a lot', wholeBetween(10, 50_000), standard.lotSize)
    .option('--lost <f>', 'part of executions that fail without fault', numberBetween(0, 0.99), 0)
    .option(
      '--faults <f>',
      'part of honest results that are spoilt',
      numberBetween(0, 0.5),
      standard.hardwareFaults
    )
    .option('--audit-lag <n>', 'tasks given out while the referee works on one', wholeBetween(0, 100_000), 0)
    .option('--plot <file>', 'write a plot, as SVG')
    .action((options: SimulateOptions) =>
      runCommand(options, async ({ terminal }) => {
        const results: SimulationResult[] = []
        for (const init of initsOf(options)) {
          terminal.progress(`${init.policy}, ${init.strategy}, ${init.saboteurs}`)
          results.push(simulate(init))
        }
        terminal.clearProgress()
        const { plot } = options
        if (plot !== undefined) await writeFileOf(plot, plotOf(results, options))
        const [first, ...others] = results
        if (terminal.isJson) for (const result of results) terminal.json(summaryOf(result))
        else if (first !== undefined && others.length === 0) {
          for (const line of linesOf(first)) terminal.text(line)
        } else terminal.text(tableOf(results, options))
        return exitCodes.success
      })
    )
  describe(command, [
    'ailee-node simulate --strategy sleeper --saboteurs 0.35',
    'ailee-node simulate --strategy whitewash-aware --saboteurs 0.35 --workers 200 --tasks 1000000 --seed 7 --json',
    'ailee-node simulate --strategy all --saboteurs 0.05,0.35 --plot errors.svg',
    'ailee-node simulate --strategy colluding,lazy --policy lot,replicas,boinc,poco,sarmenta'
  ]).addHelpText('after', `\nStrategies:\n${strategies.map(strategyLine).join('\n')}`)
}

function strategyLine({ name, alias, description }: (typeof strategies)[number]): string {
  return `  ${name.padEnd(18)} ${description}${alias === undefined ? '' : `; also called ${alias}`}`
}

function strategiesOf(text: string): string[] {
  if (text === 'all') return strategies.map(({ name }) => name)
  return text.split(',').map((name) => {
    const strategy = strategyNamed(name)
    if (strategy === undefined)
      throw new InvalidArgumentError(`use all, or of ${strategies.map((one) => one.name).join(', ')}.`)
    return strategy.name
  })
}

function sharesOf(text: string): number[] {
  const share = numberBetween(0, 0.99)
  // An empty text would be 0.
  return text.split(',').map((one) => share(one.trim() === '' ? 'nothing' : one))
}

function policiesOf(text: string): PolicyName[] {
  return text.split(',').map((name) => {
    const policy = POLICIES.find((known) => known === name)
    if (policy === undefined) throw new InvalidArgumentError(`use some of ${POLICIES.join(', ')}.`)
    return policy
  })
}

function initsOf(options: SimulateOptions): SimulationInit[] {
  const { workers, tasks, targetError, lotSize } = options
  const common = {
    workers,
    tasks,
    seeds: Array.from({ length: options.runs }, (_, run) => options.seed + run),
    targetError,
    lotSize,
    infrastructureFailures: options.lost,
    hardwareFaults: options.faults,
    auditLagTasks: options.auditLag
  }
  return options.strategy.flatMap((strategy) =>
    options.saboteurs.flatMap((saboteurs) =>
      options.policy.map((policy) => ({ ...common, policy, strategy, saboteurs }))
    )
  )
}

function tableOf(results: readonly SimulationResult[], { policy }: SimulateOptions): string {
  const cells = results.map((result) => cellOf(result, 0))
  return policy.length === 1
    ? `accepted errors in % (upper bound) / executions per task\n\n${matrixTable(cells)}`
    : `accepted errors in % / executions per task\n\n${comparisonTable(cells)}`
}

function plotOf(results: readonly SimulationResult[], { policy, targetError }: SimulateOptions): string {
  const cells = results.map((result) => cellOf(result, 0))
  return policy.length === 1 ? errorPlot(cells, targetError) : comparisonPlot(cells, targetError)
}

function summaryOf(result: SimulationResult): Record<string, unknown> {
  const { init, tally, acceptedErrorRate, acceptedErrorInterval, executionsPerTask, falseBans } = result
  return {
    acceptedErrorRate,
    acceptedErrorInterval,
    executionsPerTask,
    // Whoever is banned is slashed, too.
    falseSlashes: falseBans,
    tally,
    parameters: init
  }
}

function linesOf(result: SimulationResult): string[] {
  const { init, tally, acceptedErrorRate, acceptedErrorInterval, executionsPerTask } = result
  const { low, high } = acceptedErrorInterval
  const { accepted, acceptedErrors, failed, bans, falseBans } = tally
  return [
    `accepted      ${accepted} results, ${acceptedErrors} of them wrong${failed > 0 ? `; ${failed} tasks without one` : ''}`,
    `error         ${percent(acceptedErrorRate)} %, with 95 % between ${percent(low)} and ${percent(high)} %; promised ${percent(init.targetError)} %`,
    `executions    ${executionsPerTask.toFixed(3)} per task, audits by the referee counted`,
    `slashes       ${bans}, of honest workers ${falseBans}`
  ]
}
