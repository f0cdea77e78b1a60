import { formatBytes, MIB } from '@ailee/core'
import { contentHash } from '@ailee/protocol'
import { inspectModule, type ModuleReport } from '@ailee/sandbox'
import type { Command } from 'commander'
import { type CommonOptions, describe, runCommand } from '../command.js'
import { exitCodes } from '../exit-code.js'
import { numberBetween, readFileOf } from '../task-options.js'

export function inspectCommand(program: Command): void {
  const command = program
    .command('inspect')
    .argument('<module.wasm>')
    .description('show what a module needs, and whether workers would run it')
    .option('--memory <MiB>', 'memory limit to judge it by', numberBetween(1, 4096), 128)
    .action((path: string, options: CommonOptions & { memory: number }) =>
      runCommand(options, async ({ terminal }) => {
        const module = await readFileOf(path)
        const report = inspectModule(module, { memoryBytes: Math.round(options.memory * MIB) })
        if (terminal.isJson) {
          const { instrumentedBytes = null, memory = null, refusal = null } = report
          terminal.json({ moduleHash: contentHash(module), ...report, instrumentedBytes, memory, refusal })
        } else {
          terminal.text(`module        ${contentHash(module)}, ${formatBytes(module.length)}`)
          for (const line of linesOf(report)) terminal.text(line)
        }
        return report.refusal === undefined ? exitCodes.success : exitCodes.taskFailed
      })
    )
  describe(command, [
    'ailee-node inspect examples/modules/hello.wasm',
    'ailee-node inspect examples/modules/matmul.wasm --memory 16 --json'
  ]).addHelpText('after', '\nExit codes: 0 workers would run it, 3 they would refuse it')
}

function linesOf(report: ModuleReport): string[] {
  const { imports, exports, memory, functions, tables, hasStart, features, instrumentedBytes, refusal } =
    report
  if (refusal !== undefined && functions === 0 && exports.length === 0) {
    return [`refused       ${refusal.code}: ${refusal.message}`]
  }
  const most = memory?.maxPages === undefined ? 'as much as allowed' : `${memory.maxPages} pages`
  return [
    `functions     ${functions}${hasStart ? ', and a start function' : ''}; tables ${tables}`,
    `memory        ${memory === undefined ? 'none' : `${memory.minPages} pages at first, at most ${most}`}`,
    `features      ${features.length === 0 ? 'none beyond WebAssembly 1.0' : features.join(', ')}`,
    ...imports.map((line) => `imports       ${line}`),
    ...exports.map((line) => `exports       ${line}`),
    refusal === undefined
      ? `accepted      ${formatBytes(instrumentedBytes ?? 0)} once instrumented`
      : `refused       ${refusal.code}: ${refusal.message}`
  ]
}
