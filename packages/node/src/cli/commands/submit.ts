import type { Client, PreparedTask, TaskReport, TaskResult } from '@ailee/client'
import { formatDuration, raceSignal } from '@ailee/core'
import {
  type AuctionStrategy,
  auctionStrategyNumbers,
  bytesToHex,
  MAX_REPLICAS,
  NO_ERROR_ESTIMATE_PPM,
  PPM,
  type Priority,
  type Receipt,
  type TaskComplete,
  type TaskProvisional,
  type VerificationMode,
  type VerificationTerms,
  verificationModeNumbers,
  verificationTermsProblem,
  writeReceiptFile
} from '@ailee/protocol'
import { type Command, Option } from 'commander'
import { loadAdmissionToken } from '../../config/admission-token.js'
import type { SettingKey } from '../../config/settings.js'
import { NodeError } from '../../errors.js'
import { type ClientSession, openClientSession } from '../client-session.js'
import { addSettings, type CommonOptions, collect, describe, loadConfig, runCommand } from '../command.js'
import { exitCodes } from '../exit-code.js'
import { startSandbox } from '../local-run.js'
import { deliverOutput, explainFailure, writeFileOf } from '../program-output.js'
import { progressText } from '../progress-text.js'
import { reportProvisional } from '../provisional-report.js'
import {
  addModuleOptions,
  amount,
  inputOf,
  limitsOf,
  type ModuleOptions,
  numberBetween,
  readModule,
  wholeBetween
} from '../task-options.js'
import { counted, shortId, type Terminal } from '../terminal.js'

export const clientSettings: readonly SettingKey[] = [
  'network',
  'networkKey',
  'dataDir',
  'bootstrap',
  'mdns',
  'logLevel'
]

/** As on the wire, in the writing of flags. */
const verificationModes = Object.keys(verificationModeNumbers).map((mode) =>
  mode.toLowerCase().replace('_', '-')
)

const auctionStrategies = Object.keys(auctionStrategyNumbers).map((name) =>
  name.toLowerCase().replace('_', '-')
)

interface SubmitOptions extends CommonOptions, ModuleOptions {
  coordinator?: string
  reward?: bigint
  replicas: number
  quorum: number
  referee: 'coordinator' | 'self'
  verification: string
  targetError: number
  maxDelay: number
  provisional?: boolean
  deadline: number
  priority: Priority
  requireRegion?: string[]
  requireIsolation?: 'full' | 'reduced'
  minReputation: number
  strategy: string
  sealed?: boolean
  receipt?: string
}

export function submitCommand(program: Command): void {
  const command = addModuleOptions(
    program
      .command('submit')
      .argument('<module.wasm>')
      .description('have a module run by the network, wait, and print exactly what it printed')
  )
    .option(
      '--coordinator <multiaddr>',
      'coordinator to submit to; default: bootstrap addresses, this machine, mDNS'
    )
    .option('--reward <units>', 'most the task may cost; default: 1000 for each 10⁹ of fuel', amount)
    .addOption(
      new Option('--verification <mode>', 'how the result is made sure of')
        .choices(verificationModes)
        .default('auto')
    )
    .option(
      '--target-error <p>',
      'chance that an accepted result is wrong, at most',
      numberBetween(0.000001, 1),
      0.001
    )
    .option(
      '--max-delay <s>',
      'how long a result may stay provisional: verification costs less, the longer; 0: none may',
      numberBetween(0, 604_800),
      0
    )
    .option('--provisional', 'do not wait longer than for a provisional result, which may still change')
    .option('--replicas <n>', 'workers that run it, to be compared', wholeBetween(1, MAX_REPLICAS), 1)
    .option(
      '--quorum <n>',
      'of these, how many must agree; 0: more than half',
      wholeBetween(0, MAX_REPLICAS),
      0
    )
    .addOption(
      new Option('--referee <who>', 'who executes it again: the coordinator, or this command, here')
        .choices(['coordinator', 'self'])
        .default('coordinator')
    )
    .option('--deadline <s>', 'give up on the task after this long', numberBetween(1, 604_800), 600)
    .addOption(
      new Option('--priority <priority>', 'before or behind other tasks')
        .choices(['LOW', 'NORMAL', 'HIGH', 'CRITICAL'])
        .default('NORMAL')
    )
    .addOption(
      new Option('--strategy <name>', 'how the worker is chosen among those that bid')
        .choices(auctionStrategies)
        .default('weighted')
    )
    .option('--sealed', 'have workers commit to their bids before any of them is shown')
    .option('--require-region <name>', 'accept only workers there; may be repeated', collect)
    .addOption(
      new Option('--require-isolation <level>', 'least isolation of the sandbox').choices(['full', 'reduced'])
    )
    .option('--min-reputation <score>', 'least reputation of the worker, 0 to 1', numberBetween(0, 1), 0)
    .option('--receipt <file>', 'write the receipt here')
    .option('--quiet', 'no progress')
    .action((path: string, options: SubmitOptions & Record<string, unknown>) =>
      runCommand(options, async ({ terminal, signal }) => {
        const module = await readModule(path)
        // What contradicts itself is told before anybody is asked.
        const request = requestOf(module, await inputOf(options), options)
        const config = await loadConfig(options)
        const admissionToken = await loadAdmissionToken(config.admissionToken)
        const progress = (line: string): void => terminal.progress(line)
        const sandbox =
          options.referee === 'self' ? await startSandbox(request.limits.memoryBytes) : undefined
        let session: ClientSession | undefined
        try {
          session = await openClientSession(config, {
            coordinator: options.coordinator,
            executor: sandbox,
            signal,
            progress
          })
          const prepared = session.client.prepare({ ...request, admissionToken })
          session.referee?.watch(session.client.taskId(prepared), prepared)
          const startedAtMs = Date.now()
          const answer = await awaitAnswer(session.client, prepared, terminal, { signal, options })
          terminal.progress('verifying')
          if (!('receipts' in answer)) {
            const output = await session.client.provisionalOutput(prepared, answer, { signal })
            return await reportProvisional(terminal, answer, output, options)
          }
          const complete = answer
          const result = await session.client.result(prepared, complete, { signal })
          return await report(terminal, result, Date.now() - startedAtMs, options)
        } finally {
          await session?.close()
          await sandbox?.stop()
        }
      })
    )
  describe(addSettings(command, [...clientSettings, 'admissionToken']), [
    'ailee-node submit examples/modules/hello.wasm --arg Alice --coordinator /ip4/127.0.0.1/tcp/4001/p2p/12D3KooW…',
    'ailee-node submit examples/modules/primes.wasm --function countPrimes --arg 100000 --replicas 2',
    'ailee-node submit examples/modules/hello.wasm --verification final-now',
    'ailee-node submit examples/modules/hello.wasm --verification final-now --referee self',
    'ailee-node submit examples/modules/hello.wasm --verification lot --max-delay 60 --provisional',
    'ailee-node submit examples/modules/hello.wasm --strategy lowest-cost',
    'ailee-node submit examples/modules/wordcount.wasm --stdin README.md --receipt receipt.json',
    'cat README.md | ailee-node submit examples/modules/wordcount.wasm --stdin - --json'
  ]).addHelpText(
    'after',
    '\nExit codes: 0 success, 1 this machine, 2 usage, 3 the task failed, 4 the network failed, 5 not verified'
  )
}

function requestOf(module: Uint8Array, input: Awaited<ReturnType<typeof inputOf>>, options: SubmitOptions) {
  return {
    module,
    function: options.function ?? '',
    input,
    limits: limitsOf(options),
    hashMemory: options.hashMemory === true,
    reward: options.reward ?? defaultReward(options.fuel),
    requirements: {
      regions: options.requireRegion ?? [],
      minReputationPermille: Math.round(options.minReputation * 1000),
      isolation: options.requireIsolation
    },
    replicas: options.replicas,
    verification: verificationOf(options),
    auction: {
      strategy: options.strategy.toUpperCase().replace('-', '_') as AuctionStrategy,
      sealed: options.sealed === true
    },
    deadlineMs: Math.round(options.deadline * 1000),
    priority: options.priority
  }
}

/** Throws USAGE_INVALID for terms that contradict each other. */
function verificationOf(options: SubmitOptions): VerificationTerms {
  const terms = {
    mode: options.verification.toUpperCase().replace('-', '_') as VerificationMode,
    targetErrorPpm: Math.round(options.targetError * PPM),
    maxDelayMs: Math.round(options.maxDelay * 1000),
    quorum: options.quorum,
    referee: options.referee === 'self' ? ('CLIENT' as const) : ('COORDINATOR' as const)
  }
  const problem = verificationTermsProblem(terms, options.replicas)
  if (problem === undefined) return terms
  throw new NodeError('USAGE_INVALID', problem, {
    hint: '--referee self goes with one replica that is verified; --replicas 2 and more go with --verification auto or replicas, and a quorum is more than half of them'
  })
}

/** Ten times what a worker asks by default. */
const UNITS_PER_GIGAFUEL = 1000n
const GIGAFUEL = 1_000_000_000n

function defaultReward(fuel: bigint): bigint {
  return (fuel * UNITS_PER_GIGAFUEL + GIGAFUEL - 1n) / GIGAFUEL
}

/** Submits and follows a task to its end, or to a provisional result. Whoever stops waiting is told how to get at it later. */
async function awaitAnswer(
  client: Client,
  prepared: PreparedTask,
  terminal: Terminal,
  { signal, options }: { signal: AbortSignal; options: SubmitOptions }
): Promise<TaskComplete | TaskProvisional> {
  terminal.progress('submitting')
  const taskId = client.taskId(prepared)
  try {
    const accepted = await raceSignal(client.submit(prepared, { signal }), signal)
    if (accepted.ended) return accepted.complete
    show(terminal, accepted)
    for await (const report of client.follow(taskId, { signal })) {
      if (report.ended) return report.complete
      if (options.provisional === true && report.provisional !== undefined) return report.provisional
      show(terminal, report)
    }
    throw new Error('a task was followed to its end and had none')
  } catch (error) {
    if (!signal.aborted) throw error
    throw new NodeError('INTERRUPTED', `stopped waiting for task ${taskId}`, {
      hint: `it goes on: \`ailee-node task ${taskId}\` shows it, \`ailee-node cancel ${taskId}\` ends it`
    })
  }
}

function show(terminal: Terminal, report: TaskReport): void {
  if (!report.ended) terminal.progress(progressText(report.status, report.provisional))
}

async function report(
  terminal: Terminal,
  { complete, output }: TaskResult,
  durationMs: number,
  options: SubmitOptions
): Promise<number> {
  const { status, outcome } = complete
  const receipt = complete.receipts[0]
  if (receipt !== undefined && options.receipt !== undefined) {
    await writeFileOf(options.receipt, writeReceiptFile(receipt))
  }
  const code = receipt?.code ?? status.code
  const exitCode = receipt?.exitCode ?? 0
  if (terminal.isJson) {
    terminal.json({
      taskId: status.taskId,
      state: status.state,
      code,
      message: status.message,
      exitCode,
      stdout: Buffer.from(output).toString('base64'),
      fuelUsed: receipt === undefined ? null : fuelOf(receipt),
      memoryHash: receipt?.memoryHash === undefined ? null : bytesToHex(receipt.memoryHash),
      worker: receipt?.worker ?? null,
      bids: status.bids,
      verdict: receipt === undefined ? null : verdictOf(receipt),
      rejections: status.rejections,
      durationMs
    })
  }
  await deliverOutput(terminal, { output, stderr: outcome?.stderr ?? new Uint8Array(), file: options.output })
  if (status.state === 'COMPLETED' && exitCode === 0) {
    const worker = receipt?.worker ?? ''
    terminal.note(
      `completed by ${shortId(worker)} in ${formatDuration(durationMs)}, ${counted(status.bids, 'bid')}, ${fuelText(receipt)}receipt verified`
    )
    return exitCodes.success
  }
  explainFailure(terminal, { code, message: status.message, exitCode })
  for (const rejection of status.rejections) {
    terminal.note(`  ${shortId(rejection.worker)}: ${rejection.code}: ${rejection.message}`)
  }
  return exitCodes.taskFailed
}

function fuelText(receipt: Receipt | undefined): string {
  const fuel = receipt === undefined ? null : fuelOf(receipt)
  return fuel === null ? '' : `${fuel} fuel, `
}

/** Fuel as a JSON number; null where the execution was not metered. */
function fuelOf({ meteringHash, fuelUsed }: Receipt): number | null {
  return meteringHash.every((byte) => byte === 0) ? null : Number(fuelUsed)
}

function verdictOf({ verdict }: Receipt): Record<string, unknown> | null {
  if (verdict === undefined) return null
  const { coordinator, method, replicas, votes, estimatedErrorPpm, decidedAtMs, lotId } = verdict
  const estimate = estimatedErrorPpm === NO_ERROR_ESTIMATE_PPM ? null : estimatedErrorPpm
  const lot = lotId === undefined ? null : bytesToHex(lotId)
  return { coordinator, method, replicas, votes, estimatedErrorPpm: estimate, decidedAtMs, lot }
}
