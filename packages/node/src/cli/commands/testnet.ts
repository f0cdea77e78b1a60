import { type Command, Option } from 'commander'
import { Testnet } from '../../testnet/testnet.js'
import { aborted, type CommonOptions, describe, runCommand } from '../command.js'
import { wholeBetween } from '../task-options.js'
import { table } from '../terminal.js'

interface TestnetCommandOptions extends CommonOptions {
  nodes: number
  coordinators: number
  basePort: number
  slots: number
  network: string
  folder?: string
  keep?: boolean
  logLevel: string
}

export function testnetCommand(program: Command): void {
  const command = program
    .command('testnet')
    .description('run a local network of real processes until Ctrl-C')
    .option('--nodes <n>', 'processes in all', wholeBetween(1, 500), 3)
    .option('--coordinators <n>', 'how many of them coordinate', wholeBetween(1, 16), 1)
    .option(
      '--base-port <port>',
      'first of the ports, two for each node; 0 = any free ports',
      wholeBetween(0, 65_000),
      0
    )
    .option('--slots <n>', 'executions at once on each worker', wholeBetween(1, 1024), 1)
    .option('--network <name>', 'name of the network', 'local')
    .option('--folder <folder>', 'where data directories go; default: a temporary folder')
    .option('--keep', 'leave the data directories in place')
    .addOption(
      new Option('--log-level <level>', 'what the nodes log')
        .choices(['debug', 'info', 'warn', 'error', 'silent'])
        .default('info')
    )
    .action((options: TestnetCommandOptions) =>
      runCommand(options, async ({ terminal, signal }) => {
        const testnet = await Testnet.start(
          {
            ...options,
            keep: options.keep ?? options.folder !== undefined,
            onLog: (name, line) => terminal.note(`${name.padEnd(14)} ${line}`),
            onProgress: (line) => terminal.progress(line)
          },
          signal
        )
        try {
          const nodes = testnet.nodes.map(({ name, pid, ready }) => ({
            name,
            pid,
            ...ready,
            event: undefined
          }))
          if (terminal.isJson) terminal.json({ event: 'ready', folder: testnet.folder, nodes })
          else {
            terminal.clearProgress()
            const rows = nodes.map(({ name, pid, peerId, multiaddrs, http }) => [
              name,
              String(pid),
              peerId,
              http,
              multiaddrs[0] ?? ''
            ])
            terminal.text(table(['NODE', 'PID', 'PEER', 'HTTP', 'ADDRESS'], rows))
            terminal.text(
              `\nsubmit with: ailee-node submit <module.wasm> --network ${options.network} --coordinator ${nodes[0]?.multiaddrs[0]}`
            )
          }
          await aborted(signal)
          terminal.note('stopping all nodes')
        } finally {
          await testnet.stop()
        }
        return undefined
      })
    )
  describe(command, [
    'ailee-node testnet',
    'ailee-node testnet --nodes 10 --coordinators 2 --base-port 4100',
    'ailee-node testnet --nodes 5 --folder ./testnet-data --json'
  ])
}
