import { formatDuration } from '@ailee/core'
import type { Command } from 'commander'
import type { NodeStatus, PeerStatus } from '../../http/node-view.js'
import { askNode, type NodeOptions, nodeAddress } from '../ask-node.js'
import { addSettings, describe, runCommand } from '../command.js'
import { counted, table } from '../terminal.js'

/** `status` and `peers`: a node on this machine and what it sees. */
export function statusCommands(program: Command): void {
  describe(
    addSettings(
      program.command('status').description('show the node that runs from this data directory, or at --http'),
      nodeAddress
    ).action((options: NodeOptions) =>
      runCommand(options, async ({ terminal }) => {
        const status: NodeStatus = await askNode(options, '/v1/status')
        if (terminal.isJson) terminal.json(status)
        else for (const line of statusLines(status)) terminal.text(line)
        return undefined
      })
    ),
    ['ailee-node status', 'ailee-node status --http 127.0.0.1:8080 --json']
  )
  describe(
    addSettings(program.command('peers').description('list the peers of that node'), nodeAddress).action(
      (options: NodeOptions) =>
        runCommand(options, async ({ terminal }) => {
          const peers: PeerStatus[] = await askNode(options, '/v1/peers')
          if (terminal.isJson) terminal.json(peers)
          else terminal.text(peers.length === 0 ? 'no peers are connected' : peerTable(peers))
          return undefined
        })
    ),
    ['ailee-node peers', 'ailee-node peers --data-dir ./node-1']
  )
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
    const { workers, workersInSafeMode, workersDoubted, tasksPending, executionsRunning } = coordinator
    lines.push(
      `tasks      ${tasksPending} pending, ${executionsRunning} running, ${counted(workers, 'worker')}`
    )
    if (workersInSafeMode + workersDoubted > 0)
      lines.push(`health     ${workersInSafeMode} in safe mode, ${workersDoubted} doubted`)
  }
  if (worker !== null) {
    lines.push(`worker     ${worker.running} of ${worker.slots} slots taken, isolation ${worker.isolation}`)
    if (worker.safeMode) lines.push('safe mode  too hot, too slow or too faulty: see `ailee-node telemetry`')
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
