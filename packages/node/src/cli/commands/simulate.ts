import {
  defaultSimulation,
  POLICIES,
  type PolicyName,
  percent,
  type SimulationResult,
  simulate,
  strategies
} from '@ailee/simulator'
import { type Command, Option } from 'commander'
import { type CommonOptions, describe, runCommand } from '../command.js'
import { exitCodes } from '../exit-code.js'
import { numberBetween, wholeBetween } from '../task-options.js'

interface SimulateOptions extends CommonOptions {
  policy: PolicyName
  strategy: string
  saboteurs: number
  workers: number
  tasks: number
  seed: number
  runs: number
  targetError: number
  lotSize: number
  lost: number
  faults: number
  auditLag: number
}

const standard = defaultSimulation

export function simulateCommand(program: Command): void {
  const command = program
    .command('simulate')
    .description('try saboteurs on the verification policy, or on others, and count what passes')
    .addOption(
      new Option('--strategy <name>', 'what saboteurs do')
        .choices(strategies.map(({ name }) => name))
        .default(standard.strategy)
    )
    .option('--saboteurs <f>', 'part of the workers, 0 to 0.99', numberBetween(0, 0.99), standard.saboteurs)
    .option('--workers <n>', 'workers', wholeBetween(3, 65_000), standard.workers)
    .option('--tasks <n>', 'tasks of a run', wholeBetween(1, 100_000_000), 100_000)
    .option('--seed <n>', 'seed of the first run', wholeBetween(0, 2 ** 31), 1)
    .option('--runs <n>', 'runs, each with the next seed', wholeBetween(1, 1000), 1)
    .addOption(new Option('--policy <name>', 'who is believed').choices(POLICIES).default(standard.policy))
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
    .action((options: SimulateOptions) =>
      runCommand(options, async ({ terminal }) => {
        const { policy, strategy, saboteurs, workers, tasks, targetError, lotSize } = options
        const result = simulate({
          policy,
          strategy,
          saboteurs,
          workers,
          tasks,
          seeds: Array.from({ length: options.runs }, (_, run) => options.seed + run),
          targetError,
          lotSize,
          infrastructureFailures: options.lost,
          hardwareFaults: options.faults,
          auditLagTasks: options.auditLag
        })
        if (terminal.isJson) terminal.json(summaryOf(result))
        else for (const line of linesOf(result)) terminal.text(line)
        return exitCodes.success
      })
    )
  describe(command, [
    'ailee-node simulate --strategy sleeper --saboteurs 0.35',
    'ailee-node simulate --strategy whitewash-aware --saboteurs 0.35 --workers 200 --tasks 1000000 --seed 7 --json',
    'ailee-node simulate --strategy colluding --saboteurs 0.35 --policy replicas'
  ]).addHelpText(
    'after',
    `\nStrategies:\n${strategies.map(({ name, description }) => `  ${name.padEnd(18)} ${description}`).join('\n')}`
  )
}

function summaryOf(result: SimulationResult): Record<string, unknown> {
  const { init, tally, acceptedErrorRate, acceptedErrorInterval, executionsPerTask, falseBans } = result
  return { acceptedErrorRate, acceptedErrorInterval, executionsPerTask, falseBans, tally, parameters: init }
}

function linesOf(result: SimulationResult): string[] {
  const { init, tally, acceptedErrorRate, acceptedErrorInterval, executionsPerTask } = result
  const { low, high } = acceptedErrorInterval
  const { accepted, acceptedErrors, failed, bans, falseBans } = tally
  return [
    `accepted      ${accepted} results, ${acceptedErrors} of them wrong${failed > 0 ? `; ${failed} tasks without one` : ''}`,
    `error         ${percent(acceptedErrorRate)} %, with 95 % between ${percent(low)} and ${percent(high)} %; promised ${percent(init.targetError)} %`,
    `executions    ${executionsPerTask.toFixed(3)} per task, audits by the referee counted`,
    `bans          ${bans}, of honest workers ${falseBans}`
  ]
}
