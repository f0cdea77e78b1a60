import type { Coordinator } from '@ailee/coordinator'
import type { Clock } from '@ailee/core'
import { isSafeMode } from '@ailee/market'
import type { Network } from '@ailee/network'
import { type EvidenceKind, writeBidFile, writeBidSetFile, writeEvidenceFile } from '@ailee/protocol'
import type { Sandbox } from '@ailee/sandbox'
import type {
  EvidenceRepository,
  LedgerRepository,
  ReputationRepository,
  TelemetryRepository
} from '@ailee/store'
import type { Worker } from '@ailee/worker'
import type { Config } from '../config/settings.js'
import { version } from '../version.js'

/** What HTTP shows of a node. */
export interface NodeView {
  config: Config
  network: Network
  coordinator: Coordinator | undefined
  worker: Worker | undefined
  sandbox: Sandbox
  /** Where a coordinator keeps its workers' health samples. */
  telemetry: TelemetryRepository | undefined
  evidence: EvidenceRepository
  /** Where a coordinator keeps what it thinks of workers, and what they own. */
  reputations: ReputationRepository | undefined
  ledger: LedgerRepository | undefined
  startedAtMs: number
  clock: Clock
}

/** `GET /v1/status`. */
export interface NodeStatus {
  peerId: string
  role: string
  network: string
  version: string
  uptimeSeconds: number
  multiaddrs: string[]
  peers: number
  coordinator: {
    workers: number
    workersInSafeMode: number
    /** With a health claim that cannot be true. */
    workersDoubted: number
    tasksPending: number
    executionsRunning: number
  } | null
  worker: { running: number; slots: number; isolation: string; safeMode: boolean } | null
}

export function statusOfNode({
  config,
  network,
  coordinator,
  worker,
  sandbox,
  startedAtMs,
  clock
}: NodeView): NodeStatus {
  const counts = coordinator?.workers.healthCounts()
  return {
    peerId: network.nodeId,
    role: config.role,
    network: config.network,
    version,
    uptimeSeconds: Math.round((clock.now() - startedAtMs) / 1000),
    multiaddrs: network.multiaddrs(),
    peers: network.peers().length,
    coordinator:
      coordinator === undefined
        ? null
        : {
            workers: coordinator.workers.size,
            workersInSafeMode: counts?.safeMode ?? 0,
            workersDoubted: counts?.doubted ?? 0,
            tasksPending: coordinator.pending,
            executionsRunning: coordinator.running
          },
    worker:
      worker === undefined
        ? null
        : {
            running: worker.running,
            slots: sandbox.processes,
            isolation: sandbox.isolation,
            safeMode: worker.lastSample !== undefined && isSafeMode(worker.lastSample)
          }
  }
}

/** One entry of `GET /v1/peers`. */
export interface PeerStatus {
  peerId: string
  multiaddr: string
  direction: string
  roles: string[]
  agent: string
  latencyMs: number | null
  /** What this coordinator makes of a worker, 0 to 1 each; null for others, and where no health sample has come yet. */
  health: number | null
  reputation: number | null
}

export function peersOfNode({ network, coordinator }: NodeView): PeerStatus[] {
  const workers = coordinator?.workers
  return network.peers().map(({ nodeId, multiaddr, direction, hello, latencyMs }) => ({
    peerId: nodeId,
    multiaddr,
    direction,
    roles: (['coordinator', 'worker', 'client'] as const).filter((role) => hello?.[role] === true),
    agent: hello?.agent ?? '',
    latencyMs: latencyMs ?? null,
    health: workers?.get(nodeId)?.sample === undefined ? null : workers.health(nodeId),
    reputation: workers?.get(nodeId) === undefined ? null : workers.reputation(nodeId)
  }))
}

/** One entry of `GET /v1/bans`. */
export interface BanStatus {
  peerId: string
  /** The offence that was one too many. */
  code: string
  /** Which of the peer's bans this is: each is longer than the last. */
  strikes: number
  bannedAtMs: number
  untilMs: number
}

/** Those that end last come first. */
export function bansOfNode({ network }: NodeView): BanStatus[] {
  return network
    .bans()
    .map(({ nodeId, ...ban }) => ({ peerId: nodeId, ...ban }))
    .sort((a, b) => b.untilMs - a.untilMs)
}

/** One entry of `GET /v1/evidence`. */
export interface EvidenceStatus {
  id: string
  offender: string
  /** Null where there was too much to keep it: only its id is remembered. */
  kind: EvidenceKind | null
  takenAtMs: number
  /** True once its effects have happened. */
  applied: boolean
}

/** Entries of `GET /v1/evidence` at most. */
const MAX_LISTED_EVIDENCE = 100

/** The latest comes first. */
export async function evidenceOfNode({ evidence }: NodeView): Promise<EvidenceStatus[]> {
  const latest = await evidence.latest(MAX_LISTED_EVIDENCE)
  return latest.map(({ id, offender, evidence: kept, takenAtMs, applied }) => ({
    ...{ id, offender, kind: kept?.kind ?? null, takenAtMs, applied }
  }))
}

/** The evidence file of an id, or undefined where it is not kept here. */
export async function evidenceFileOf({ evidence }: NodeView, id: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{64}$/.test(id)) return undefined
  const kept = (await evidence.get(id))?.evidence
  return kept && writeEvidenceFile(kept)
}

/** The file of a bid that this worker made, or undefined where it is not kept. `attempt` 0 = the last one. */
export function bidFileOf({ worker }: NodeView, taskId: string, attempt: number): string | undefined {
  const kept = worker?.bidOf(taskId, attempt)
  return kept && writeBidFile(kept)
}

/** The file of how an auction was decided that this worker was asked in, or undefined where no coordinator tells. */
export async function bidSetFileOf(
  { worker }: NodeView,
  taskId: string,
  attempt: number
): Promise<string | undefined> {
  const signed = await worker?.bidSet(taskId, attempt)
  return signed && writeBidSetFile(signed)
}

/** Why the node cannot take work now; empty = ready. */
export function unreadiness({ coordinator, network, worker }: NodeView): string[] {
  const reasons: string[] = []
  const coordinators = network.peers().filter(({ hello }) => hello?.coordinator === true).length
  if (coordinator === undefined && worker !== undefined && coordinators === 0) {
    reasons.push('no coordinator is connected')
  }
  return reasons
}
