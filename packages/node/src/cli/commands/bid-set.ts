import { writeBidSetFile } from '@ailee/protocol'
import type { Command } from 'commander'
import { openClientSession } from '../client-session.js'
import { addSettings, type CommonOptions, describe, loadConfig, runCommand } from '../command.js'
import { taskIdArgument, wholeBetween } from '../task-options.js'
import { clientSettings } from './submit.js'

type BidSetOptions = CommonOptions & { coordinator?: string; attempt: number } & Record<string, unknown>

/** `bid-set <task>`: the file of everything that an auction of one's own task was decided by. */
export function bidSetCommand(program: Command): void {
  const command = program
    .command('bid-set')
    .argument('<task>', 'task id', taskIdArgument)
    .description('print what an auction of a task of yours was decided by, for `verify`')
    .option('--coordinator <multiaddr>', 'coordinator to ask')
    .option(
      '--attempt <n>',
      'which auction of the task; 0: the last one that had a winner',
      wholeBetween(0, 2 ** 32 - 1),
      0
    )
  describe(
    addSettings(command, clientSettings).action((taskId: string, options: BidSetOptions) =>
      runCommand(options, async ({ terminal, signal }) => {
        const { attempt, coordinator, ...settings } = options
        const config = await loadConfig(settings)
        const progress = (line: string): void => terminal.progress(line)
        const session = await openClientSession(config, { coordinator, signal, progress })
        try {
          terminal.clearProgress()
          const signed = await session.client.bidSet(taskId, attempt, { signal })
          await terminal.bytes(new TextEncoder().encode(writeBidSetFile(signed)))
        } finally {
          await session.close()
        }
        return undefined
      })
    ),
    ['ailee-node bid-set 3f2a… > bids.json', 'ailee-node verify bids.json --receipt receipt.json']
  )
}
