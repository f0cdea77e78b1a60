import { formatDuration } from '@ailee/core'
import { BanRepository } from '@ailee/store'
import type { Command } from 'commander'
import { DataDir } from '../../config/data-dir.js'
import { NodeError } from '../../errors.js'
import type { BanStatus } from '../../http/node-view.js'
import { askNode, type NodeOptions, nodeAddress } from '../ask-node.js'
import { addSettings, type CommonOptions, describe, loadConfig, runCommand } from '../command.js'
import { withStoppedStore } from '../stopped-store.js'
import { counted, table } from '../terminal.js'

type LiftOptions = CommonOptions & { all?: boolean } & Record<string, unknown>

/** `bans`, `bans list` and `bans lift`: whom a node does not let in. */
export function bansCommand(program: Command): void {
  const bans = program
    .command('bans')
    .description('list the peers that node does not let in, why and how long; or lift bans')
    // What follows a subcommand is the subcommand's.
    .enablePositionalOptions()
  describe(addSettings(bans, nodeAddress).action(list), [
    'ailee-node bans',
    'ailee-node bans --json',
    'ailee-node bans lift 12D3KooW…'
  ])
  describe(addSettings(bans.command('list').description('the same'), nodeAddress).action(list), [
    'ailee-node bans list --data-dir ./node-1'
  ])
  describe(
    addSettings(
      bans
        .command('lift [peers...]')
        .description('let banned peers in again; the node must be stopped')
        .option('--all', 'lift every ban'),
      ['dataDir']
    ).action(lift),
    ['ailee-node bans lift 12D3KooW…', 'ailee-node bans lift --all --data-dir ./node-1']
  )
}

function list(options: NodeOptions): Promise<never> {
  return runCommand(options, async ({ terminal }) => {
    const bans: BanStatus[] = await askNode(options, '/v1/bans')
    if (terminal.isJson) terminal.json(bans)
    else terminal.text(bans.length === 0 ? 'no peers are banned' : banTable(bans, Date.now()))
    return undefined
  })
}

function lift(peers: readonly string[], options: LiftOptions): Promise<never> {
  return runCommand(options, async ({ terminal }) => {
    const { all = false, ...rest } = options
    if (all === peers.length > 0) throw new NodeError('CONFIG_INVALID', 'name the peers, or say --all')
    const { dataDir } = await loadConfig(rest)
    const lifted = await liftBans(new DataDir(dataDir), all ? undefined : peers)
    if (terminal.isJson) terminal.json({ lifted })
    else terminal.text(`${counted(lifted.length, 'ban')} lifted`)
    return undefined
  })
}

/**
 * Deletes the bans of these peers, or all, from the store of a stopped node, with the memory that made the next one
 * longer. Returns whose they were. Throws NODE_RUNNING, STORE_NOT_FOUND, or BAN_NOT_FOUND without having lifted any.
 */
function liftBans(dataDir: DataDir, peers: readonly string[] | undefined): Promise<string[]> {
  // A running node has its bans in memory, and HTTP cannot tell its operator from anybody else.
  const hint = 'stop it first; or restart it with --allow-peer <peer id>, which lifts the ban too'
  return withStoppedStore(dataDir, hint, async (store) => {
    const bans = new BanRepository({ store })
    const held = new Set<string>()
    for await (const { record } of bans.list()) held.add(record.nodeId)
    const missing = peers?.find((peer) => !held.has(peer))
    if (missing !== undefined) throw new NodeError('BAN_NOT_FOUND', `${missing} is not banned`)
    const lifted = peers === undefined ? [...held] : [...new Set(peers)]
    for (const peer of lifted) await bans.remove(peer)
    return lifted
  })
}

function banTable(bans: readonly BanStatus[], nowMs: number): string {
  const rows = bans.map(({ peerId, code, strikes, untilMs }) => [
    peerId,
    code,
    String(strikes),
    formatDuration(Math.max(0, untilMs - nowMs))
  ])
  return table(['PEER', 'REASON', 'BAN', 'ENDS IN'], rows)
}
