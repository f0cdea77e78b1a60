import { formatBytes, systemClock, systemRandom } from '@ailee/core'
import { contentHash, type Limits, type Receipt, readReceiptFile, SEED_BYTES } from '@ailee/protocol'
import type { ExecutionRequest } from '@ailee/sandbox'
import { type Command, Option } from 'commander'
import { type CommonOptions, describe, runCommand } from '../command.js'
import { exitCodes } from '../exit-code.js'
import { type LocalRun, runHere, summaryOf } from '../local-run.js'
import { deliverOutput, explainFailure } from '../program-output.js'
import { compareRun } from '../run-comparison.js'
import {
  addModuleOptions,
  inputOf,
  limitsOf,
  type ModuleOptions,
  readFileOf,
  readModule,
  seedBytes,
  wholeBetween
} from '../task-options.js'
import type { Terminal } from '../terminal.js'

interface RunOptions extends CommonOptions, ModuleOptions {
  seed?: Uint8Array
  clock?: number
  receipt?: string
}

export function runModuleCommand(program: Command): void {
  const command = addModuleOptions(
    program
      .command('run')
      .argument('<module.wasm>')
      .description('run a module here, in the sandbox the workers use, without any network')
  )
    .option(
      '--seed <hex>',
      'what its random numbers follow from, 32 bytes; default: chosen at random',
      seedBytes
    )
    .option(
      '--clock <ms>',
      'what its clock shows at the start, Unix milliseconds; default: now',
      wholeBetween(0, Number.MAX_SAFE_INTEGER)
    )
    .addOption(
      new Option(
        '--receipt <file>',
        'run again what this receipt is of, with its function, limits, seed and clock, and compare'
      ).conflicts(['function', 'fuel', 'memory', 'hashMemory', 'seed', 'clock'])
    )
    .action((path: string, options: RunOptions) =>
      runCommand(options, async ({ terminal, signal }) => {
        const receipt = options.receipt && readReceiptFile(await readFileOf(options.receipt))
        const local = await runHere(await requestOf(path, options, receipt || undefined), signal)
        return receipt ? compare(terminal, receipt, local, options) : report(terminal, local, options)
      })
    )
  describe(command, [
    'ailee-node run examples/modules/hello.wasm --arg Alice',
    'ailee-node run examples/modules/primes.wasm --function countPrimes --arg 100000',
    'ailee-node run examples/modules/wordcount.wasm --stdin README.md --json',
    'ailee-node run examples/modules/hello.wasm --arg Alice --receipt receipt.json'
  ]).addHelpText(
    'after',
    '\nExit codes: 0 success, 3 the task failed, 5 the receipt is of another run, or its result is not this one'
  )
}

async function requestOf(
  path: string,
  options: RunOptions,
  receipt: Receipt | undefined
): Promise<ExecutionRequest> {
  const module = await readModule(path)
  return {
    module,
    moduleHash: contentHash(module),
    input: await inputOf(options),
    function: receipt?.function ?? options.function ?? '',
    limits: receipt === undefined ? limitsOf(options) : patientLimits(receipt, options),
    seed: receipt?.seed ?? options.seed ?? systemRandom.bytes(SEED_BYTES),
    clockMs: receipt?.clockMs ?? options.clock ?? systemClock.now(),
    measureDepth: true,
    hashMemory: receipt === undefined ? options.hashMemory === true : receipt.memoryHash !== undefined
  }
}

/** A slower machine may take longer: the wall time decides no result. */
function patientLimits({ limits }: Receipt, options: RunOptions): Limits {
  return { ...limits, wallTimeMs: Math.max(limits.wallTimeMs, limitsOf(options).wallTimeMs) }
}

async function report(terminal: Terminal, local: LocalRun, options: RunOptions): Promise<number> {
  const { ran, isolation } = local
  if (terminal.isJson) terminal.json(summaryOf(local))
  await deliverOutput(terminal, { output: ran.output, stderr: ran.stderr, file: options.output })
  if (ran.code !== 'SUCCESS' || ran.exitCode !== 0) {
    explainFailure(terminal, { code: ran.code, message: ran.detail || ran.trap, exitCode: ran.exitCode })
    return exitCodes.taskFailed
  }
  const memory = formatBytes(ran.memoryPeakBytes)
  terminal.note(
    `${ran.fuelUsed} fuel, ${memory} of memory, ${Math.round(ran.wallTimeMs)} ms, isolation ${isolation}`
  )
  return exitCodes.success
}

async function compare(
  terminal: Terminal,
  receipt: Receipt,
  local: LocalRun,
  options: RunOptions
): Promise<number> {
  const { ran } = local
  const checks = compareRun(receipt, local)
  const matches = checks.every(({ ok }) => ok)
  if (terminal.isJson) terminal.json({ matches, checks, ...summaryOf(local) })
  for (const { name, ok, detail } of checks) terminal.text(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${detail}`)
  terminal.text(matches ? '\nmatch: this machine comes to the same result' : '\nmismatch')
  if (options.output !== undefined) {
    await deliverOutput(terminal, { output: ran.output, stderr: new Uint8Array(), file: options.output })
  }
  return matches ? exitCodes.success : exitCodes.notVerified
}
