import { coverageOf, type Must, type MustReport, musts, probe } from '@ailee/conformance'
import { loadNetworkKey } from '@ailee/network'
import type { Command } from 'commander'
import { NodeError } from '../../errors.js'
import { addSettings, type CommonOptions, collect, describe, loadConfig, runCommand } from '../command.js'
import { exitCodes } from '../exit-code.js'

type ConformanceOptions = CommonOptions & { only?: string[] } & Record<string, unknown>

export function conformanceCommand(program: Command): void {
  const command = program
    .command('conformance')
    .argument('<multiaddr>')
    .description(
      'hold a running node, of any implementation, against the numbered requirements of the protocol'
    )
    .option('--only <MUST-nnn>', 'only this requirement; may be repeated', collect)
  addSettings(command, ['network', 'networkKey']).action((target: string, options: ConformanceOptions) =>
    runCommand(options, async ({ terminal, signal }) => {
      const { only, ...rest } = options
      const { network, networkKey } = await loadConfig(rest)
      const reports = await probe({
        target,
        network,
        signal,
        ...(only ? { only: only.map(mustOf) } : {}),
        ...(networkKey === '' ? {} : { networkKey: await loadNetworkKey(networkKey) })
      })
      if (terminal.isJson) terminal.json(reports)
      else for (const line of linesOf(reports)) terminal.text(line)
      return coverageOf(reports).failed === 0 ? exitCodes.success : exitCodes.failure
    })
  )
  describe(command, [
    'ailee-node conformance /ip4/127.0.0.1/tcp/4501/p2p/12D3KooW…',
    'ailee-node conformance /ip4/127.0.0.1/tcp/4501/p2p/12D3KooW… --only MUST-011 --json'
  ]).addHelpText(
    'after',
    '\nIt submits tasks and takes the part of workers: not for a node that others use.\nExit codes: 0 none fails, 1 one fails, 4 nobody answers'
  )
}

function mustOf(text: string): Must {
  if (text in musts) return text as Must
  throw new NodeError('CONFIG_INVALID', `there is no requirement ${text}`, {
    hint: 'they are numbered MUST-001 and up in proto/SPEC.md'
  })
}

function linesOf(reports: readonly MustReport[]): string[] {
  const { passed, failed, notApplicable, withoutCase } = coverageOf(reports)
  const covered = reports.length - withoutCase
  const share = Math.round((100 * covered) / Math.max(1, reports.length))
  return [
    ...reports.map(({ must, title, status, detail }) => `${must} ${status.padEnd(4)} ${title}: ${detail}`),
    `\n${passed} pass, ${failed} fail, ${notApplicable} do not apply to this node, ${withoutCase} have no case`,
    `covered: ${covered} of ${reports.length} requirements (${share} %)`
  ]
}
