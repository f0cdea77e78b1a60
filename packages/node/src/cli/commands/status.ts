import { formatDuration } from '@ailee/core'
import type { Command } from 'commander'
import { DataDir } from '../../config/data-dir.js'
import type { SettingKey } from '../../config/settings.js'
import { NodeError } from '../../errors.js'
import type { BanStatus, NodeStatus, PeerStatus } from '../../http/node-view.js'
import { addSettings, type CommonOptions, describe, loadConfig, runCommand } from '../command.js'
import { counted, table } from '../terminal.js'

type StatusOptions = CommonOptions & { http?: string } & Record<string, unknown>

const settings: readonly SettingKey[] = ['dataDir', 'http']
const TIMEOUT_MS = 5_000

/** `status`, `peers` and `bans`: a node on this machine and what it sees. */
export function statusCommands(program: Command): void {
  describe(
    addSettings(
      program.command('status').description('show the node that runs from this data directory, or at --http'),
      settings
    ).action((options: StatusOptions) =>
      runCommand(options, async ({ terminal }) => {
        const status: NodeStatus = await ask(options, '/v1/status')
        if (terminal.isJson) terminal.json(status)
        else for (const line of statusLines(status)) terminal.text(line)
        return undefined
      })
    ),
    ['ailee-node status', 'ailee-node status --http 127.0.0.1:8080 --json']
  )
  describe(
    addSettings(program.command('peers').description('list the peers of that node'), settings).action(
      (options: StatusOptions) =>
        runCommand(options, async ({ terminal }) => {
          const peers: PeerStatus[] = await ask(options, '/v1/peers')
          if (terminal.isJson) terminal.json(peers)
          else terminal.text(peers.length === 0 ? 'no peers are connected' : peerTable(peers))
          return undefined
        })
    ),
    ['ailee-node peers', 'ailee-node peers --data-dir ./node-1']
  )
  describe(
    addSettings(
      program.command('bans').description('list the peers that node does not let in, why and how long'),
      settings
    ).action((options: StatusOptions) =>
      runCommand(options, async ({ terminal }) => {
        const bans: BanStatus[] = await ask(options, '/v1/bans')
        if (terminal.isJson) terminal.json(bans)
        else terminal.text(bans.length === 0 ? 'no peers are banned' : banTable(bans, Date.now()))
        return undefined
      })
    ),
    ['ailee-node bans', 'ailee-node bans --json']
  )
}

async function ask<T>(options: StatusOptions, path: string): Promise<T> {
  const config = await loadConfig(options)
  const running = await new DataDir(config.dataDir).readRunFile()
  const base =
    options.http === undefined ? (running?.http ?? `http://${config.http}`) : `http://${config.http}`
  if (base.endsWith('//off')) throw new NodeError('NODE_NOT_RUNNING', 'HTTP is off for this node')
  try {
    const response = await fetch(new URL(path, base), { signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!response.ok) throw new Error(`it answered ${response.status}`)
    return (await response.json()) as T
  } catch (cause) {
    throw new NodeError('NODE_NOT_RUNNING', `no node answers at ${base}`, {
      cause,
      hint: 'start one with `ailee-node start`, or name its address with --http'
    })
  }
}

function statusLines({
  peerId,
  role,
  network,
  version,
  uptimeSeconds,
  multiaddrs,
  peers,
  coordinator,
  worker
}: NodeStatus): string[] {
  const lines = [
    `node       ${peerId}`,
    `role       ${role} on ${network}, version ${version}, up ${formatDuration(uptimeSeconds * 1000)}`,
    `peers      ${peers}`,
    ...multiaddrs.map((multiaddr) => `listening  ${multiaddr}`)
  ]
  if (coordinator !== null) {
    const { workers, tasksPending, executionsRunning } = coordinator
    lines.push(
      `tasks      ${tasksPending} pending, ${executionsRunning} running, ${counted(workers, 'worker')}`
    )
  }
  if (worker !== null) {
    lines.push(`worker     ${worker.running} of ${worker.slots} slots taken, isolation ${worker.isolation}`)
  }
  return lines
}

function peerTable(peers: readonly PeerStatus[]): string {
  const rows = peers.map(({ peerId, roles, direction, latencyMs, health, reputation, multiaddr }) => [
    peerId,
    roles.join('+') || '-',
    direction,
    latencyMs === null ? '-' : formatDuration(latencyMs),
    health?.toFixed(2) ?? '-',
    reputation?.toFixed(2) ?? '-',
    multiaddr
  ])
  return table(['PEER', 'ROLES', 'DIRECTION', 'PING', 'HEALTH', 'REPUTATION', 'ADDRESS'], rows)
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
