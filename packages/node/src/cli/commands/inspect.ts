import { formatBytes, MIB, remoteText } from '@ailee/core'
import { contentHash } from '@ailee/protocol'
import { inspectModule, type ModuleReport } from '@ailee/sandbox'
import type { Command } from 'commander'
import { type CommonOptions, describe, runCommand } from '../command.js'
import { exitCodes } from '../exit-code.js'
import { numberBetween, readFileOf } from '../task-options.js'

/** Names in a module may be long, and may hold anything. */
const MAX_LINE_CHARS = 400

export function inspectCommand(program: Command): void {
  const command = program
    .command('inspect')
    .argument('<module.wasm>')
    .description('show what a module needs, how it can be called, and all that workers would refuse it for')
    .option('--memory <MiB>', 'memory limit to judge it by', numberBetween(1, 4096), 128)
    .action((path: string, options: CommonOptions & { memory: number }) =>
      runCommand(options, async ({ terminal }) => {
        const module = await readFileOf(path)
        const report = inspectModule(module, { memoryBytes: Math.round(options.memory * MIB) })
        if (terminal.isJson) terminal.json({ moduleHash: contentHash(module), ...summaryOf(report) })
        else {
          terminal.text(`module        ${contentHash(module)}, ${formatBytes(module.length)}`)
          for (const line of linesOf(report)) terminal.text(remoteText(line, MAX_LINE_CHARS))
        }
        return report.refusal === undefined ? exitCodes.success : exitCodes.taskFailed
      })
    )
  describe(command, [
    'ailee-node inspect examples/modules/hello.wasm',
    'ailee-node inspect examples/modules/matmul.wasm --memory 16 --json'
  ]).addHelpText('after', '\nExit codes: 0 workers would run it, 3 they would refuse it')
}

/** The report with null for what is undefined, so that every field is there. */
function summaryOf(report: ModuleReport): Record<string, unknown> {
  const {
    instrumentedBytes = null,
    growth = null,
    staticDepth = null,
    memory = null,
    refusal = null
  } = report
  const problems = report.problems.map(({ cap = null, where = null, hint = null, ...problem }) => {
    return { ...problem, cap, where, hint }
  })
  return { ...report, instrumentedBytes, growth, staticDepth, memory, problems, refusal }
}

function linesOf(report: ModuleReport): string[] {
  const { imports, exports, problems } = report
  const seen = report.functions > 0 || exports.length > 0 || imports.length > 0
  return [
    ...(seen ? shapeOf(report) : []),
    ...meteringOf(report),
    ...(problems.length === 0 ? ['accepted      workers of these rules would run it'] : []),
    ...problems.flatMap(({ code, message, where, hint }) => [
      `refused       ${code}: ${message}${where === undefined ? '' : `; most in ${where}`}`,
      ...(hint === undefined ? [] : [`              ${hint}`])
    ])
  ]
}

function shapeOf(report: ModuleReport): string[] {
  const { imports, exports, calls, memory, functions, tables, hasStart, features } = report
  const most = memory?.maxPages === undefined ? 'as much as allowed' : `${memory.maxPages} pages`
  const ways = [
    ...(calls.command ? ['as a command'] : []),
    ...(calls.bytes.length > 0 ? [`as a function of bytes: ${calls.bytes.join(', ')}`] : []),
    ...(calls.functions.length > 0 ? [`as a function: ${calls.functions.join(', ')}`] : [])
  ]
  return [
    `functions     ${functions}${hasStart ? ', and a start function' : ''}; tables ${tables}`,
    `memory        ${memory === undefined ? 'none' : `${memory.minPages} pages at first, at most ${most}`}`,
    `features      ${features.length === 0 ? 'none beyond WebAssembly 1.0' : features.join(', ')}`,
    ...imports.map((line) => `imports       ${line}`),
    ...exports.map((line) => `exports       ${line}`),
    ...ways.map((way) => `called        ${way}`),
    ...(ways.length === 0 ? ['called        in no way: it exports no function that a task can name'] : [])
  ]
}

function meteringOf(report: ModuleReport): string[] {
  const { instrumentedBytes, growth, staticDepth, staticDepthAllowed, metering } = report
  return [
    ...(instrumentedBytes === undefined
      ? []
      : [
          `instrumented  ${formatBytes(instrumentedBytes)}, ${growth} times the module without its custom sections`
        ]),
    ...(staticDepth === undefined
      ? []
      : [`depth         ${staticDepth} of ${staticDepthAllowed} units in the longest chain of calls`]),
    `metering      version ${metering.version}, rules ${metering.hash}`
  ]
}
