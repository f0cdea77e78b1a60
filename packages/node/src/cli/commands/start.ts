import type { Command } from 'commander'
import type { Config } from '../../config/settings.js'
import { createNode } from '../../node.js'
import { createLogger } from '../../observability/pino-logger.js'
import { PrometheusMetrics } from '../../observability/prometheus-metrics.js'
import { aborted, addSettings, type CommonOptions, describe, loadConfig, runCommand } from '../command.js'
import { nodeSettings } from '../node-settings.js'

export function startCommand(program: Command): void {
  const command = program
    .command('start')
    .description(
      'run a node until SIGTERM or Ctrl-C: a worker that lends this machine, a coordinator, or both'
    )
    .action((options: CommonOptions & Record<string, unknown>) =>
      runCommand(options, async ({ terminal, signal }) => {
        const config = await loadConfig(options)
        const log = createLogger(config.logLevel)
        const node = await createNode({ log, metrics: new PrometheusMetrics() }, config)
        await node.start()
        announce(terminal, node, config)
        await aborted(signal)
        terminal.note('stopping: running work is finished or handed back (again to stop at once)')
        await node.stop()
        return undefined
      })
    )
  describe(addSettings(command, nodeSettings), [
    'ailee-node start --role coordinator',
    'ailee-node start --bootstrap /ip4/192.0.2.1/tcp/4001/p2p/12D3KooW…',
    'ailee-node start --role all --listen /ip4/127.0.0.1/tcp/0 --http 127.0.0.1:0 --data-dir ./node-1',
    'AILEE_REGION=eu-north ailee-node start --json'
  ])
}

function announce(
  terminal: { isJson: boolean; json(value: unknown): void; text(line: string): void },
  node: { nodeId: string; multiaddrs(): string[]; http(): string | undefined },
  { role }: Config
): void {
  const multiaddrs = node.multiaddrs()
  const http = node.http() ?? null
  if (terminal.isJson) {
    terminal.json({ event: 'ready', role, peerId: node.nodeId, multiaddrs, http })
    return
  }
  terminal.text(`${role} ${node.nodeId} is ready`)
  for (const multiaddr of multiaddrs) terminal.text(`  listening on ${multiaddr}`)
  if (http !== null) terminal.text(`  health and metrics on ${http}`)
}
