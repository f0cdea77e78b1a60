import { noMetrics, silentLogger, systemClock, systemRandom } from '@ailee/core'
import { contentHash, type ResultCode, SEED_BYTES } from '@ailee/protocol'
import { type ExecutionOutcome, Sandbox } from '@ailee/sandbox'
import type { Command } from 'commander'
import { type CommonOptions, describe, runCommand } from '../command.js'
import { exitCodes } from '../exit-code.js'
import { deliverOutput, explainFailure } from '../program-output.js'
import { addModuleOptions, inputOf, limitsOf, type ModuleOptions, readModule } from '../task-options.js'

export function runModuleCommand(program: Command): void {
  const command = program
    .command('run')
    .argument('<module.wasm>')
    .description('run a module here, in the sandbox the workers use, without any network')
    .action((path: string, options: CommonOptions & ModuleOptions) =>
      runCommand(options, async ({ terminal, signal }) => {
        const module = await readModule(path)
        const input = await inputOf(options)
        const sandbox = new Sandbox(
          { log: silentLogger, metrics: noMetrics, clock: systemClock },
          { processes: 1, maxMemoryBytes: limitsOf(options).memoryBytes }
        )
        await sandbox.start()
        try {
          const ran = await sandbox.run(
            {
              module,
              moduleHash: contentHash(module),
              function: options.function ?? '',
              input,
              limits: limitsOf(options),
              seed: systemRandom.bytes(SEED_BYTES),
              clockMs: systemClock.now()
            },
            { signal }
          )
          if (terminal.isJson) terminal.json(summaryOf(ran, sandbox.isolation))
          await deliverOutput(terminal, { output: ran.output, stderr: ran.stderr, file: options.output })
          return exitFor(terminal, ran)
        } finally {
          await sandbox.stop()
        }
      })
    )
  describe(addModuleOptions(command), [
    'ailee-node run examples/modules/hello.wasm --arg Alice',
    'ailee-node run examples/modules/primes.wasm --function countPrimes --arg 100000',
    'ailee-node run examples/modules/wordcount.wasm --stdin README.md --json'
  ])
}

function summaryOf(ran: ExecutionOutcome, isolation: string): Record<string, unknown> {
  return {
    code: ran.code,
    trap: ran.trap,
    detail: ran.detail,
    exitCode: ran.exitCode,
    stdout: Buffer.from(ran.output).toString('base64'),
    fuelUsed: Number(ran.fuelUsed),
    memoryPeakBytes: ran.memoryPeakBytes,
    isolation,
    durationMs: Math.round(ran.wallTimeMs)
  }
}

function exitFor(
  terminal: Parameters<typeof explainFailure>[0],
  ran: { code: ResultCode; detail: string; trap: string; exitCode: number }
): number {
  if (ran.code === 'SUCCESS' && ran.exitCode === 0) return exitCodes.success
  explainFailure(terminal, { code: ran.code, message: ran.detail || ran.trap, exitCode: ran.exitCode })
  return exitCodes.taskFailed
}
