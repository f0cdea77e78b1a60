import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import {
  type AdmissionRule,
  Coordinator,
  EvidenceDesk,
  ReceiptWitness,
  TelemetryRecorder
} from '@ailee/coordinator'
import {
  type Clock,
  type CommitRequest,
  type Logger,
  MIB,
  type NodeId,
  type Random,
  type Service,
  ServiceGroup,
  systemClock,
  systemRandom
} from '@ailee/core'
import { loadNetworkKey, loadOrCreateIdentity, Network, nativeVerifier } from '@ailee/network'
import { BatchSigner, type BlobSource, type Evidence, type TelemetrySample } from '@ailee/protocol'
import { Sandbox } from '@ailee/sandbox'
import { LedgerBook } from '@ailee/settlement'
import {
  AuctionRepository,
  BanRepository,
  BlobRepository,
  EvidenceRepository,
  InstrumentedRepository,
  JournalRepository,
  LeaseCounter,
  LedgerRepository,
  LevelStore,
  LotRepository,
  NodeRepository,
  ReputationRepository,
  TaskRepository,
  TelemetryRepository,
  VerificationRepository
} from '@ailee/store'
import { type Capacity, Worker } from '@ailee/worker'
import { Announcer } from './announcer.js'
import { loadAdmissionToken } from './config/admission-token.js'
import { DataDir } from './config/data-dir.js'
import type { Config } from './config/settings.js'
import { NodeError } from './errors.js'
import { HttpServer } from './http/http-server.js'
import type { NodeView } from './http/node-view.js'
import { LoopbackBlobs, LoopbackTransport } from './loopback.js'
import type { PrometheusMetrics } from './observability/prometheus-metrics.js'
import { PeerMemory } from './peer-memory.js'
import { agent } from './version.js'

export interface NodeComponents {
  log: Logger
  metrics: PrometheusMetrics
  clock?: Clock
  random?: Random
}

/** A running node: what it is and where it is reached. */
export interface Node extends Service {
  readonly nodeId: NodeId
  multiaddrs(): string[]
  /** `http://host:port`, or undefined where HTTP is off. */
  http(): string | undefined
}

/** The referee of a coordinator is no worker: it is for audits. */
const MAX_REFEREE_SLOTS = 4

/** Part of a worker's cache that is for instrumented modules; the rest is for blobs as they came. */
const INSTRUMENTED_SHARE = 0.25

/**
 * The composition root: every object of a node is made here, once, from the configuration, and nowhere else. What
 * is made is started in the order listed and stopped in reverse.
 */
export async function createNode(components: NodeComponents, config: Config): Promise<Node> {
  const { log, metrics, clock = systemClock, random = systemRandom } = components
  const roles = {
    worker: config.role !== 'coordinator',
    coordinator: config.role !== 'worker',
    client: false
  }
  const dataDir = new DataDir(config.dataDir)
  await dataDir.create()
  const identity = await loadOrCreateIdentity(dataDir.nodeKey)
  const signer = new BatchSigner({ signer: identity.signer, random })

  const store = new LevelStore({ log: log.child({ module: 'store' }), metrics }, { path: dataDir.store })
  const instrumented = new InstrumentedRepository(
    { blobs: store.instrumented },
    { maxBytes: config.cacheMib * MIB * INSTRUMENTED_SHARE }
  )
  // A coordinator owes its clients what it took in; a worker's cache may forget.
  const blobs = new BlobRepository(
    { blobs: store.blobs },
    roles.coordinator ? {} : { maxBytes: config.cacheMib * MIB * (1 - INSTRUMENTED_SHARE) }
  )
  const served: BlobSource = { get: async (hash) => (await worker?.get(hash)) ?? blobs.get(hash) }

  const network = new Network(
    { identity, clock, random, log, metrics, blobs: served, bans: new BanRepository({ store }) },
    {
      network: config.network,
      roles,
      agent,
      listen: [...config.listen],
      bootstrap: [...config.bootstrap],
      mdns: config.mdns,
      dht: true,
      gossip: true,
      allowPeers: config.allowPeers,
      denyPeers: config.denyPeers,
      allowedOnly: config.allowedOnly,
      ...(config.networkKey === '' ? {} : { networkKey: await loadNetworkKey(config.networkKey) })
    }
  )
  const transport = new LoopbackTransport(
    { remote: network.transport, log: log.child({ module: 'loopback' }) },
    { hello: { ...roles, agent } }
  )
  const blobFetcher = new LoopbackBlobs(identity.nodeId, network.blobs, served)
  const shared = { transport, blobFetcher, blobs, signer, clock, random, metrics }

  // A worker runs others' tasks in it, a coordinator executes them again.
  const sandbox = new Sandbox(
    { log, metrics, clock, cache: instrumented },
    {
      processes: roles.worker ? slotsOf(config) : refereeSlots(),
      maxMemoryBytes: config.memoryMib * MIB,
      ...(config.strictSandbox ? { tasksPerProcess: 1 } : {})
    }
  )

  const ledger = roles.coordinator ? new LedgerRepository({ store }) : undefined
  const reputations = roles.coordinator ? new ReputationRepository({ store }) : undefined
  const witness = new ReceiptWitness({})
  const coordinator =
    ledger && reputations
      ? new Coordinator(
          {
            ...shared,
            tasks: new TaskRepository({ store }),
            onReceipt: (receipt) => {
              const shown = witness.see(receipt)
              if (shown !== undefined) convict(shown, true)
            },
            ledger: new LedgerBook({ store: ledger, clock, join: joinCommits }),
            reputations,
            leaseCounter: new LeaseCounter({ store }),
            auctions: new AuctionRepository({ store }),
            referee: {
              executor: sandbox,
              states: new VerificationRepository({ store }),
              journals: new JournalRepository({ store }),
              lots: new LotRepository({ store }),
              parallel: refereeSlots()
            },
            verifier: nativeVerifier,
            log: log.child({ module: 'coordinator' })
          },
          {
            network: config.network,
            admission: await admissionOf(config),
            grantUnits: BigInt(config.grant),
            stake: { sharePermille: Math.round(config.stakeShare * 10), pays: config.stakePays },
            maxClientTasks: config.clientTasks,
            lotSize: config.lotSize,
            maxBidders: config.maxBidders
          }
        )
      : undefined

  const telemetry = coordinator && new TelemetryRepository({ store })
  const recorder =
    telemetry &&
    new TelemetryRecorder({
      telemetry,
      isKnown: (nodeId) => coordinator.workers.get(nodeId) !== undefined,
      clock,
      log: log.child({ module: 'coordinator' })
    })
  const measured = (sample: TelemetrySample): void => {
    coordinator?.measured(sample)
    recorder?.record(sample)
  }
  const publish = async (sample: TelemetrySample): Promise<void> => {
    measured(sample)
    await network.gossip.publishTelemetry(sample)
  }
  const latencyMs = (): number | undefined => medianLatency(network)
  const bandwidthMbps = (): number | undefined => network.bandwidthMbps()
  const worker = roles.worker
    ? new Worker(
        { ...shared, sandbox, publish, latencyMs, bandwidthMbps, log: log.child({ module: 'worker' }) },
        {
          network: config.network,
          capacity: capacityOf(config, sandbox),
          drainMs: config.drainSeconds * 1000
        }
      )
    : undefined

  const evidence = new EvidenceRepository({ store })
  const evidenceDesk = new EvidenceDesk(
    {
      ...{ evidence, verifier: nativeVerifier, clock, log: log.child({ module: 'evidence' }) },
      onConvicted: async (offender, _, id) => {
        if (offender === identity.nodeId) {
          log.error(
            'this node contradicted itself: is its key stolen, its memory faulty, its store an old one?'
          )
          return
        }
        network.banOffender(offender)
        await coordinator?.convicted(offender, id)
      }
    },
    { network: config.network }
  )
  const takeEvidence = async (shown: Evidence, isOurs: boolean): Promise<void> => {
    const taken = await evidenceDesk.take(shown)
    if (isOurs && taken === 'applied') await network.gossip.publishEvidence(shown)
  }
  const convict = (shown: Evidence, isOurs: boolean): void => {
    takeEvidence(shown, isOurs).catch((error: unknown) => log.error('evidence was not taken', { error }))
  }
  network.gossip.onEvidence((shown) => convict(shown, false))

  const parts = { config, network, coordinator, worker, sandbox, telemetry, evidence, reputations, ledger }
  const view: NodeView = { ...parts, startedAtMs: clock.now(), clock }
  const http =
    config.http === 'off' ? undefined : new HttpServer({ view, metrics, log }, { address: config.http })
  const peerMemory = new PeerMemory({ network, nodes: new NodeRepository({ store }), clock, log })
  const announcer =
    coordinator && new Announcer({ network, coordinator, clock, log }, { network: config.network })
  if (coordinator !== undefined) network.gossip.onTelemetry(measured)

  const services: (Service | undefined)[] = [
    store,
    sandbox,
    network,
    coordinator,
    evidenceDesk,
    recorder,
    worker,
    announcer,
    peerMemory,
    http,
    runFileService(dataDir, () => ({
      pid: process.pid,
      peerId: identity.nodeId,
      multiaddrs: network.multiaddrs(),
      http: http?.url ?? null
    }))
  ]
  const group = new ServiceGroup(
    'node',
    services.filter((service) => service !== undefined),
    log
  )
  registerNodeMetrics(metrics, view)
  return {
    name: 'node',
    nodeId: identity.nodeId,
    multiaddrs: () => network.multiaddrs(),
    http: () => http?.url,
    start: () => group.start(),
    stop: () => group.stop()
  }
}

/** Everything that several commits write, under all of their conditions. */
export function joinCommits(requests: readonly CommitRequest[]): CommitRequest {
  return {
    conditions: requests.flatMap(({ conditions = [] }) => conditions),
    operations: requests.flatMap(({ operations }) => operations)
  }
}

async function admissionOf({ admission, admitClients, admissionToken }: Config): Promise<AdmissionRule> {
  if (admission === 'open') return { by: 'open' }
  if (admission === 'allow-list') return { by: 'allow-list', clients: admitClients }
  const token = await loadAdmissionToken(admissionToken)
  if (token !== undefined) return { by: 'token', token }
  throw new NodeError('CONFIG_INVALID', 'admission by token needs a token', {
    hint: 'name its file with --admission-token <file>'
  })
}

/** Executions of a coordinator's own at a time. */
function refereeSlots(): number {
  return Math.min(MAX_REFEREE_SLOTS, availableParallelism())
}

function slotsOf({ slots }: Config): number {
  return slots === 'auto' ? availableParallelism() : slots
}

function capacityOf(config: Config, sandbox: Sandbox): Capacity {
  return {
    slots: slotsOf(config),
    memoryBytes: config.memoryMib * MIB,
    cores: availableParallelism(),
    region: config.region,
    deviceClass: config.deviceClass,
    // Known once the sandbox has started and looked at what the machine allows.
    get isolation() {
      return sandbox.isolation
    },
    pricePerGigafuel: BigInt(config.price),
    ...(config.maxPrice === 'auto' ? {} : { maxPricePerGigafuel: BigInt(config.maxPrice) })
  }
}

/** Announces the running node to commands on this machine, for as long as it runs. */
function runFileService(dataDir: DataDir, run: () => Parameters<DataDir['writeRunFile']>[0]): Service {
  return {
    name: join(dataDir.path, 'node.json'),
    start: () => dataDir.writeRunFile(run()),
    stop: () => dataDir.removeRunFile()
  }
}

function medianLatency(network: Network): number | undefined {
  const measured = network.peers().flatMap(({ latencyMs }) => (latencyMs === undefined ? [] : [latencyMs]))
  return measured.sort((a, b) => a - b)[Math.floor(measured.length / 2)]
}

function registerNodeMetrics(metrics: PrometheusMetrics, view: NodeView): void {
  const gauge = (name: string, help: string, collect: () => number): void =>
    void metrics.gauge({ name, help, collect })
  gauge(
    'ailee_uptime_seconds',
    'Since this node was made',
    () => (view.clock.now() - view.startedAtMs) / 1000
  )
  gauge('ailee_nodes_total', 'This node and the peers it knows to speak the task protocol', () => {
    return 1 + view.network.peers().filter(({ hello }) => hello !== undefined).length
  })
  gauge('ailee_tasks_pending', 'Tasks that wait for a worker', () => view.coordinator?.pending ?? 0)
  gauge('ailee_tasks_provisional', 'Results that wait in lots', () => view.coordinator?.provisional ?? 0)
  gauge('ailee_audits_pending', 'Executions that the referee still owes', () => view.coordinator?.audits ?? 0)
  gauge('ailee_tasks_running', 'Executions under way, as this node sees them', () => {
    return view.coordinator?.running ?? view.worker?.running ?? 0
  })
}
