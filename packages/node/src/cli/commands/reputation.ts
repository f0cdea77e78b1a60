import type { Command } from 'commander'
import { NodeError } from '../../errors.js'
import { MAX_REPUTATION_LIMIT } from '../../http/reputation-query.js'
import type {
  ReputationChangeStatus,
  ReputationDetails,
  ReputationStatus
} from '../../http/reputation-view.js'
import { askNode, fileOfNode, type NodeOptions, nodeAddress } from '../ask-node.js'
import { addSettings, describe, runCommand } from '../command.js'
import { wholeBetween } from '../task-options.js'
import { ago, table } from '../terminal.js'
import { peerIdArgument } from './telemetry.js'

type ReputationOptions = NodeOptions & { history?: boolean; limit: number; after?: string }

/** `reputation [peer id]`: what that coordinator thinks of nodes, and how it came to that. */
export function reputationCommand(program: Command): void {
  describe(
    addSettings(
      program
        .command('reputation')
        .description('show what that coordinator thinks of its workers, or of one, and how it came to that')
        .argument('[peer id]', 'the worker', peerIdArgument)
        .option('--history', 'also the last 200 changes of the one that is named')
        .option('--limit <n>', 'of how many workers', wholeBetween(1, MAX_REPUTATION_LIMIT), 100)
        .option('--after <peer id>', 'workers behind this one, in the order of peer ids', peerIdArgument),
      nodeAddress
    ).action((node: string | undefined, options: ReputationOptions) =>
      runCommand(options, async ({ terminal }) => {
        if (node === undefined) {
          const { limit, after } = options
          const query = new URLSearchParams({ limit: String(limit), ...(after !== undefined && { after }) })
          const all: ReputationStatus[] = await askNode(options, `/v1/reputation?${query}`)
          if (terminal.isJson) terminal.json(all)
          else terminal.text(all.length === 0 ? 'nothing is known of any worker' : reputationTable(all))
          return undefined
        }
        const { history, ...status } = await detailsOf(options, node)
        if (terminal.isJson) terminal.json(options.history === true ? { ...status, history } : status)
        else {
          terminal.text(reputationTable([status]))
          if (options.history === true) terminal.text(`\n${historyTable(history)}`)
        }
        return undefined
      })
    ),
    ['ailee-node reputation', 'ailee-node reputation 12D3KooW… --history --json']
  )
}

async function detailsOf(options: ReputationOptions, node: string): Promise<ReputationDetails> {
  const missing = new NodeError('REPUTATION_UNKNOWN', `nothing is known there of ${node}`, {
    hint: 'ask the coordinator that it works for'
  })
  const file = await fileOfNode(options, `/v1/reputation/${node}`, missing)
  return JSON.parse(new TextDecoder().decode(file)) as ReputationDetails
}

function reputationTable(statuses: readonly ReputationStatus[]): string {
  const header = [
    'PEER',
    'SCORE',
    'TASKS',
    'RIGHT',
    'FAILED',
    'DISPUTED',
    'WRONG',
    'STAKE',
    'SLASHED',
    'STATE'
  ]
  const rows = statuses.map((status) => [
    status.peerId,
    status.score.toFixed(3),
    ...[status.tasks, status.successes, status.failures, status.disputes, status.byzantineActs].map(String),
    ...[status.stakedUnits, status.slashedUnits],
    status.bannedAtMs === null ? 'ok' : `banned ${ago(status.bannedAtMs)}`
  ])
  return table(header, rows)
}

function historyTable(history: readonly ReputationChangeStatus[]): string {
  const rows = history.map((change) => [
    new Date(change.atMs).toISOString(),
    change.event,
    `${change.scoreBefore.toFixed(3)} → ${change.scoreAfter.toFixed(3)}`,
    change.slashedUnits === '0' ? '-' : change.slashedUnits,
    change.code || '-',
    change.subject ?? '-'
  ])
  return table(['TIME', 'EVENT', 'SCORE', 'SLASHED', 'CODE', 'TASK OR EVIDENCE'], rows)
}
