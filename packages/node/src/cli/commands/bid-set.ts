import { writeBidSetFile } from '@ailee/protocol'
import { type Command, Option } from 'commander'
import { NodeError } from '../../errors.js'
import { fileOfNode, type NodeOptions, nodeAddress } from '../ask-node.js'
import { openClientSession } from '../client-session.js'
import { addSettings, type CommandContext, describe, loadConfig, runCommand } from '../command.js'
import { taskIdArgument, wholeBetween } from '../task-options.js'
import { clientSettings } from './submit.js'

type BidSetOptions = NodeOptions & { coordinator?: string; attempt: number; worker?: boolean }

const attemptOption = (): Option =>
  new Option('--attempt <n>', 'which auction of the task; 0: the last one that had a winner')
    .argParser(wholeBetween(0, 2 ** 32 - 1))
    .default(0)

/** `bid-set <task>`: the file of everything that an auction was decided by; `bid <task>`: that of a worker's own bid. */
export function bidSetCommands(program: Command): void {
  const set = program
    .command('bid-set')
    .argument('<task>', 'task id', taskIdArgument)
    .description('print what an auction of a task of yours was decided by, for `verify`')
    .option('--coordinator <multiaddr>', 'coordinator to ask')
    .addOption(attemptOption())
    .option('--worker', 'as the worker that runs from this data directory, or at --http, was asked in it')
  describe(
    addSettings(set, [...clientSettings, 'http']).action((taskId: string, options: BidSetOptions) =>
      runCommand(options, async (context) => {
        const file =
          options.worker === true
            ? await fileOf(options, `/v1/bid-sets/${taskId}/${options.attempt}`, 'AUCTION_NOT_FOUND')
            : await askedFor(context, taskId, options)
        await context.terminal.bytes(file)
        return undefined
      })
    ),
    [
      'ailee-node bid-set 3f2a… > bids.json',
      'ailee-node bid-set 3f2a… --worker --data-dir worker-1 > bids.json',
      'ailee-node verify bids.json --receipt receipt.json'
    ]
  )
  const own = program
    .command('bid')
    .argument('<task>', 'task id', taskIdArgument)
    .description('print the bid that the worker of this data directory made, for `verify --bid`')
    .addOption(attemptOption())
  describe(
    addSettings(own, nodeAddress).action((taskId: string, options: BidSetOptions) =>
      runCommand(options, async ({ terminal }) => {
        await terminal.bytes(await fileOf(options, `/v1/bids/${taskId}/${options.attempt}`, 'BID_NOT_FOUND'))
        return undefined
      })
    ),
    ['ailee-node bid 3f2a… > my-bid.json', 'ailee-node verify bids.json --bid my-bid.json']
  )
}

function fileOf(
  options: NodeOptions,
  path: string,
  code: 'AUCTION_NOT_FOUND' | 'BID_NOT_FOUND'
): Promise<Uint8Array> {
  const missing = new NodeError(code, 'this worker, or its coordinator, has nothing on such an auction', {
    hint: 'a worker keeps its latest bids as long as it runs, a coordinator the auctions of its latest tasks'
  })
  return fileOfNode(options, path, missing)
}

async function askedFor(
  { terminal, signal }: CommandContext,
  taskId: string,
  { attempt, coordinator, worker: _worker, ...settings }: BidSetOptions
): Promise<Uint8Array> {
  const config = await loadConfig(settings)
  const progress = (line: string): void => terminal.progress(line)
  const session = await openClientSession(config, { ...(coordinator && { coordinator }), signal, progress })
  try {
    terminal.clearProgress()
    const signed = await session.client.bidSet(taskId, attempt, { signal })
    return new TextEncoder().encode(writeBidSetFile(signed))
  } finally {
    await session.close()
  }
}
