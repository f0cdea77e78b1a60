import { formatDuration } from '@ailee/core'
import { type Command, InvalidArgumentError } from 'commander'
import { isPeerId, MAX_TELEMETRY_LIMIT } from '../../http/telemetry-query.js'
import type { LatestSampleStatus, SampleStatus } from '../../http/telemetry-view.js'
import { askNode, type NodeOptions, nodeAddress } from '../ask-node.js'
import { addSettings, describe, runCommand } from '../command.js'
import { wholeBetween } from '../task-options.js'
import { table } from '../terminal.js'

type TelemetryOptions = NodeOptions & { limit: number }

/** `telemetry [peer id]`: how the workers fare now, or how one fared. */
export function telemetryCommand(program: Command): void {
  describe(
    addSettings(
      program
        .command('telemetry')
        .description('show the latest health sample of each worker that node knows, or the past ones of one')
        .argument('[peer id]', 'the worker; its stored samples are shown, newest first', peerIdArgument)
        .option('--limit <n>', 'how many stored samples', wholeBetween(1, MAX_TELEMETRY_LIMIT), 20),
      nodeAddress
    ).action((node: string | undefined, options: TelemetryOptions) =>
      runCommand(options, async ({ terminal }) => {
        const path =
          node === undefined ? '' : `?${new URLSearchParams({ node, limit: String(options.limit) })}`
        const samples: SampleStatus[] = await askNode(options, `/v1/telemetry${path}`)
        if (terminal.isJson) terminal.json(samples)
        else if (samples.length === 0) terminal.text('there are no health samples')
        else if (node === undefined) terminal.text(latestTable(samples as LatestSampleStatus[]))
        else terminal.text(historyTable(samples))
        return undefined
      })
    ),
    ['ailee-node telemetry', 'ailee-node telemetry 12D3KooW… --limit 100 --json']
  )
}

export function peerIdArgument(text: string): string {
  if (!isPeerId(text)) throw new InvalidArgumentError('It must be a peer id, as in 12D3KooW…')
  return text
}

const columns = ['CPU', 'MEMORY', 'PING', 'MBIT/S', 'GFLOPS', '°C', 'WATTS', 'LAG', 'ERRORS', 'STATE']

function latestTable(samples: readonly LatestSampleStatus[]): string {
  const rows = samples.map((sample) => {
    const doubted = sample.doubts.map(({ quantity }) => quantity).join('+')
    return [sample.peerId, ...cells(sample), sample.health?.toFixed(2) ?? '-', doubted || '-']
  })
  return table(['PEER', ...columns, 'HEALTH', 'DOUBTED'], rows)
}

function historyTable(samples: readonly SampleStatus[]): string {
  const rows = samples.map((sample) => [new Date(sample.timestampMs).toISOString(), ...cells(sample)])
  return table(['TIME', ...columns], rows)
}

function cells(sample: SampleStatus): string[] {
  const { availableMemoryBytes: available, totalMemoryBytes: total } = sample
  const used = available === null || !total ? null : 1 - available / total
  return [
    percent(sample.cpuUtilization),
    percent(used),
    duration(sample.latencyMs),
    sample.bandwidthMbps?.toFixed(0) ?? '-',
    sample.gflops?.toFixed(1) ?? '-',
    sample.temperatureCelsius?.toFixed(0) ?? '-',
    sample.powerWatts?.toFixed(1) ?? '-',
    duration(sample.eventLoopLagMs),
    String(sample.errors),
    sample.safeMode ? 'safe mode' : 'ok'
  ]
}

function percent(share: number | null): string {
  return share === null ? '-' : `${Math.round(share * 100)}%`
}

function duration(ms: number | null): string {
  return ms === null ? '-' : formatDuration(ms)
}
