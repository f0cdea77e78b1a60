import type { TaskReport } from '@ailee/client'
import { remoteText } from '@ailee/core'
import { bytesToHex, defaultAuctionTerms, MAX_LISTED_TASKS, type TaskStatus } from '@ailee/protocol'
import type { Command } from 'commander'
import { type ClientSession, openClientSession } from '../client-session.js'
import {
  addSettings,
  type CommandContext,
  type CommonOptions,
  describe,
  loadConfig,
  runCommand
} from '../command.js'
import { finalText } from '../progress-text.js'
import { taskIdArgument, wholeBetween } from '../task-options.js'
import { ago, counted, shortId, type Terminal, table } from '../terminal.js'
import { clientSettings } from './submit.js'

type TaskOptions = CommonOptions & { coordinator?: string; limit: number } & Record<string, unknown>

/** `tasks`, `task` and `cancel`: a submitter and its tasks. */
export function taskCommands(program: Command): void {
  const coordinatorOption = (command: Command): Command =>
    addSettings(command.option('--coordinator <multiaddr>', 'coordinator to ask'), clientSettings)

  describe(
    coordinatorOption(
      program
        .command('tasks')
        .description('list the tasks submitted from this data directory, newest first')
        .option('--limit <n>', 'how many', wholeBetween(1, MAX_LISTED_TASKS), 20)
    ).action((options: TaskOptions) =>
      inSession(options, async (session, { terminal, signal }) => {
        const tasks = await session.client.list(options.limit, { signal })
        if (terminal.isJson) terminal.json(tasks)
        else terminal.text(tasks.length === 0 ? 'no tasks yet' : taskTable(tasks))
      })
    ),
    ['ailee-node tasks', 'ailee-node tasks --limit 100 --json']
  )

  describe(
    coordinatorOption(
      program
        .command('task')
        .argument('<id>', 'task id', taskIdArgument)
        .description('show where one task stands')
    ).action((id: string, options: TaskOptions) =>
      inSession(options, async (session, { terminal, signal }) => {
        showTask(terminal, await session.client.get(id, { signal }))
      })
    ),
    ['ailee-node task 3f2a…', 'ailee-node task 3f2a… --json']
  )

  describe(
    coordinatorOption(
      program
        .command('cancel')
        .argument('<id>', 'task id', taskIdArgument)
        .description('end a task and stop its runs')
    ).action((id: string, options: TaskOptions) =>
      inSession(options, async (session, { terminal, signal }) => {
        showTask(terminal, await session.client.cancel(id, { signal }))
      })
    ),
    ['ailee-node cancel 3f2a…']
  )
}

function inSession(
  options: TaskOptions,
  work: (session: ClientSession, context: CommandContext) => Promise<void>
): Promise<never> {
  return runCommand(options, async (context) => {
    const { limit: _limit, ...settings } = options
    const config = await loadConfig(settings)
    const progress = (line: string): void => context.terminal.progress(line)
    const session = await openClientSession(config, {
      coordinator: options.coordinator,
      signal: context.signal,
      progress
    })
    try {
      context.terminal.clearProgress()
      await work(session, context)
    } finally {
      await session.close()
    }
    return undefined
  })
}

function taskTable(tasks: readonly TaskStatus[]): string {
  const rows = tasks.map(({ taskId: id, state, bids, attempts, submittedAtMs, code }) => [
    id,
    state,
    String(attempts),
    String(bids),
    ago(submittedAtMs),
    code
  ])
  return table(['TASK', 'STATE', 'AUCTIONS', 'BIDS', 'SUBMITTED', 'CODE'], rows)
}

function showTask(terminal: Terminal, report: TaskReport): void {
  const status = report.ended ? report.complete.status : report.status
  const provisional = report.ended ? undefined : report.provisional
  if (terminal.isJson) {
    const receipts = report.ended ? report.complete.receipts : []
    terminal.json({
      ...status,
      workers: receipts.length > 0 ? receipts.map(({ worker }) => worker) : status.workers,
      ...(provisional && { lot: bytesToHex(provisional.lotId), finalByMs: provisional.finalByMs })
    })
    return
  }
  const { state, attempts, bids, submittedAtMs, updatedAtMs, workers, code, message, rejections } = status
  terminal.text(`task       ${status.taskId}`)
  terminal.text(`state      ${state}${code === '' ? '' : ` (${code}: ${remoteText(message, 500)})`}`)
  terminal.text(`submitted  ${new Date(submittedAtMs).toISOString()}, changed ${ago(updatedAtMs)}`)
  terminal.text(`auctions   ${attempts}, ${counted(bids, 'bid')}, ${auctionText(status)}`)
  for (const worker of workers) terminal.text(`running on ${worker}`)
  if (provisional !== undefined) {
    terminal.text(`run by     ${provisional.receipt.worker}, ${finalText(provisional)}`)
    terminal.text(`lot        ${bytesToHex(provisional.lotId)}`)
  }
  if (report.ended) {
    for (const { worker, verdict } of report.complete.receipts) {
      terminal.text(`run by     ${worker}, verdict ${verdict?.method ?? 'none'}`)
    }
  }
  for (const rejection of rejections) {
    terminal.text(
      `left out   ${shortId(rejection.worker)}: ${rejection.code}: ${remoteText(rejection.message)}`
    )
  }
}

/** How its worker is chosen. */
function auctionText({ auction = defaultAuctionTerms }: TaskStatus): string {
  const strategy = auction.strategy.toLowerCase().replace('_', '-')
  return `by ${strategy}${auction.sealed ? ', sealed' : ''}`
}
